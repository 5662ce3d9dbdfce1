/** Pieces of a hall, painted into plain pixels: by a worker, or where there is none by the page itself. Knows no engine. */
import type { Arena } from "../../shared/arena/index.ts";
import type { Paint } from "./motifs.ts";
import { paintHall } from "./paint.ts";
import type { Outline } from "./walls.ts";

/** A part of a hall, as it is asked for. */
export interface PieceOrder {
  readonly arena: Arena;
  readonly outlines: readonly Outline[];
  /** Its top left corner in world px. */
  readonly x: number;
  readonly y: number;
  /** px of the painted piece. */
  readonly width: number;
  readonly height: number;
  /** Painted px per world px. */
  readonly scale: number;
}

/** What the worker is asked, and what it answers; a piece's number tells which answer is whose. */
export interface NumberedOrder {
  readonly number: number;
  readonly order: PieceOrder;
}
export interface NumberedPixels {
  readonly number: number;
  readonly pixels: ImageData;
}

type AnyCanvas = HTMLCanvasElement | OffscreenCanvas;

/** What is read back at once is better painted by the processor. */
export const CONTEXT: CanvasRenderingContext2DSettings = { alpha: false, willReadFrequently: true };

/** Paints a piece. @param canvas of the size of the piece, with nothing on it */
export function paintPiece(canvas: AnyCanvas, order: PieceOrder): ImageData {
  const { arena, outlines, x, y, width, height, scale } = order;
  const context = canvas.getContext("2d", CONTEXT) as Paint | null;
  if (context === null) throw new Error("this browser cannot paint");
  context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
  paintHall(context, arena, outlines, scale);
  return context.getImageData(0, 0, width, height);
}
