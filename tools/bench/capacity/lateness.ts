import type { Quantiles } from "./orders.ts";
import { quantilesOf } from "./samples.ts";

/** What the beginnings of a room's steps say about its beat. */
export interface Lateness {
  readonly lateMs: Quantiles;
  /** Share of steps that began within a quarter of a tick after the one before. */
  readonly doubled: number;
  readonly lostTicks: number;
}

/** Ticks that a step may be late; beyond them its room has given up on the missed ones. */
const GIVEN_UP = 6;

/**
 * Holds steps against absolute deadlines: of each room, the grid of ticks on which its most punctual step was not late.
 * @param starts for each room, when its steps began, in ms and in order
 */
export function latenessOf(starts: readonly (readonly number[])[], tickMs: number): Lateness {
  const late = new Float64Array(starts.reduce((sum, { length }) => sum + length, 0));
  let count = 0;
  let doubled = 0;
  let lostTicks = 0;
  for (const steps of starts) {
    const offsets = new Float64Array(steps.length);
    let deadline = steps[0] ?? 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < steps.length; i++) {
      const lost = Math.floor((steps[i]! - deadline) / tickMs);
      if (lost >= GIVEN_UP) {
        deadline += lost * tickMs;
        lostTicks += lost;
      }
      offsets[i] = steps[i]! - deadline;
      least = Math.min(least, offsets[i]!);
      deadline += tickMs;
      if (i > 0 && steps[i]! - steps[i - 1]! < tickMs / 4) doubled += 1;
    }
    for (const offset of offsets) late[count++] = offset - least;
  }
  return { lateMs: quantilesOf(late), doubled: count === 0 ? 0 : doubled / count, lostTicks };
}
