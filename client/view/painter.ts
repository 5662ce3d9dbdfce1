import { type NumberedOrder, type NumberedPixels, type PieceOrder, paintPiece } from "./painting.ts";

/** Paints pieces of halls, in the order in which they are asked for. */
export interface Painter {
  paint(order: PieceOrder): Promise<ImageData>;
}

/** For browsers whose workers cannot paint. */
const here: Painter = {
  async paint(order) {
    const canvas = document.createElement("canvas");
    canvas.width = order.width;
    canvas.height = order.height;
    return paintPiece(canvas, order);
  },
};

/** What of a worker a painter needs. */
type Hand = Pick<Worker, "postMessage"> & {
  addEventListener(type: "message", listener: (event: MessageEvent<NumberedPixels>) => void): void;
  addEventListener(type: "error", listener: (event: ErrorEvent) => void): void;
};

/**
 * Has a worker paint.
 * @param stand who paints instead, also what is still owed, once the worker turns out not to work
 */
export function hirePainter(worker: Hand, stand: Painter): Painter {
  const owed = new Map<number, { order: PieceOrder; give(pixels: ImageData | Promise<ImageData>): void }>();
  let broken = false;
  let count = 0;
  worker.addEventListener("message", ({ data: { number, pixels } }) => {
    owed.get(number)?.give(pixels);
    owed.delete(number);
  });
  worker.addEventListener("error", ({ message }) => {
    console.warn("no painter:", message);
    broken = true;
    for (const { order, give } of owed.values()) give(stand.paint(order));
    owed.clear();
  });
  return {
    paint(order) {
      if (broken) return stand.paint(order);
      return new Promise((give) => {
        const numbered: NumberedOrder = { number: count++, order };
        owed.set(numbered.number, { order, give });
        worker.postMessage(numbered);
      });
    },
  };
}

function hire(): Painter {
  if (typeof OffscreenCanvas !== "function" || typeof Worker !== "function") return here;
  return hirePainter(new Worker(new URL("./painterWorker.ts", import.meta.url), { type: "module" }), here);
}

let hired: Painter | null = null;

/** The painter of this page. The first call hires it, which takes a moment, so it is made ahead. */
export function painter(): Painter {
  hired ??= hire();
  return hired;
}
