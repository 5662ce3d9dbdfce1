import { TICK_MS } from "../../shared/content/index.ts";
import { INPUT_BUFFER } from "./pacer.ts";

/** Ticks after which a client is told anew: three times a second. */
const WINDOW = 20;

/** Ticks without an input that still are the network's fault; whoever sends none for longer has stopped. */
const PAUSE = 60;

/** Times of receipt that are kept: more than can wait. */
const KEPT = INPUT_BUFFER + 8;

/** A quarter of a tick is the unit in which earliness travels. */
export const QUARTER_MS = TICK_MS / 4;

/** What a client is told of its inputs, as its fields of the state hold it. */
export interface TimingReport {
  /** Quarters of a tick, 0..255. */
  readonly early: number;
  /** Ticks without an input, so many so far, modulo 256. */
  readonly starved: number;
}

/** Measures how long one client's inputs wait before they are taken, and how often there is none. */
export interface InputTiming {
  /** An input has come, at a time in ms. */
  received(at: number): void;
  /** The last input of this tick has been taken: its number, counted from 1, and the time in ms. */
  taken(seq: number, at: number): void;
  /** There was none for this tick. */
  missed(): void;
  /** What there is to tell, once in a window; otherwise null. */
  report(): TimingReport | null;
}

/** @param before inputs that came in before anybody measured */
export function createInputTiming(before: number): InputTiming {
  const times = new Float64Array(KEPT).fill(Number.NaN);
  let count = before;
  let starved = 0;
  let idle = PAUSE;
  let ticks = 0;
  let taken = 0;
  /** The two shortest waits of the window, in ms. */
  let least = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;

  const startWindow = (): void => {
    ticks = 0;
    taken = 0;
    least = Number.POSITIVE_INFINITY;
    second = Number.POSITIVE_INFINITY;
  };
  return {
    received(at) {
      count += 1;
      times[count % KEPT] = at;
    },
    taken(seq, at) {
      ticks += 1;
      idle = 0;
      const waited = at - times[seq % KEPT]!;
      if (!(waited >= 0)) return;
      taken += 1;
      if (waited < least) {
        second = least;
        least = waited;
      } else if (waited < second) second = waited;
    },
    missed() {
      ticks += 1;
      idle += 1;
      if (idle < PAUSE) starved += 1;
    },
    report() {
      if (ticks < WINDOW) return null;
      // The latest input of a window may be a spike; the second latest is the rule.
      const known = taken > 1;
      const early = Math.min(255, Math.round(second / QUARTER_MS));
      startWindow();
      return known ? { early, starved: starved & 0xff } : null;
    },
  };
}
