/** What framing costs, counted in the bytes that went over a socket. */
import type { Frame, Tapped } from "../../tools/wire/index.ts";
import { codeOf, GAME } from "./game.ts";

export interface Cost {
  readonly frames: number;
  /** Bytes of framing per frame. */
  readonly header: number;
  /** Bytes of payload per frame. */
  readonly payload: number;
}

function costOf(frames: readonly Frame[]): Cost {
  const total = frames.length;
  const sum = (bytes: (frame: Frame) => number): number => frames.reduce((all, f) => all + bytes(f), 0);
  return {
    frames: total,
    header: sum((frame) => frame.headerBytes) / total,
    payload: sum((frame) => frame.payload.length) / total,
  };
}

export const inputCost = ({ client }: Tapped): Cost =>
  costOf(client.frames.filter((frame) => codeOf(frame) === GAME.input));

export const patchCost = ({ server }: Tapped): Cost =>
  costOf(server.frames.filter((frame) => codeOf(frame) === GAME.patch));

/** The figures in a line. */
export function sayCost(what: string, { frames, header, payload }: Cost): string {
  const share = (100 * header) / (header + payload);
  return (
    `${what}: ${header.toFixed(2)} bytes of framing and ${payload.toFixed(1)} of payload, ` +
    `${share.toFixed(1)} % framing, ${frames} frames`
  );
}
