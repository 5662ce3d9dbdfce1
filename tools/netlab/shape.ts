import type { Random } from "../../shared/math/index.ts";
import { CLEAR, type Way } from "./way.ts";

/** Something that befalls the whole link by chance. */
export interface Mishap {
  /** Mean time between two of them, in ms; each comes without memory of the last. */
  readonly everyMs: number;
  /** It lasts from `leastMs` to `mostMs`, evenly spread. */
  readonly leastMs: number;
  readonly mostMs: number;
}

/** What a link does. */
export interface Shape {
  /** From the client to the server. */
  readonly up: Way;
  readonly down: Way;
  /** Everything is held, both ways, and then comes in one burst. */
  readonly stalls: Mishap | null;
  /** All connections are reset, and new ones are refused while it lasts. */
  readonly cuts: Mishap | null;
}

/** A change of a shape: a field of a way is for both directions, `up` and `down` are for one. */
export interface Reshape extends Partial<Way> {
  readonly up?: Partial<Way>;
  readonly down?: Partial<Way>;
  readonly stalls?: Mishap | null;
  readonly cuts?: Mishap | null;
}

/** A link that does nothing. */
export const CLEAR_SHAPE: Shape = { up: CLEAR, down: CLEAR, stalls: null, cuts: null };

export function reshape(shape: Shape, change: Reshape): Shape {
  const { up, down, stalls = shape.stalls, cuts = shape.cuts, ...both } = change;
  return {
    up: { ...shape.up, ...both, ...up },
    down: { ...shape.down, ...both, ...down },
    stalls,
    cuts,
  };
}

/** The round trip of a small message in ms, with the mean of the jitter. */
export function roundTripMs({ up, down }: Shape): number {
  return up.delayMs + up.jitterMs / 2 + down.delayMs + down.jitterMs / 2;
}

/** Time in ms until the next mishap (a Poisson process), and how long that one lasts. */
export function nextMishap(
  { everyMs, leastMs, mostMs }: Mishap,
  random: Random,
): { in: number; for: number } {
  return { in: -Math.log(1 - random.next()) * everyMs, for: random.range(leastMs, mostMs) };
}
