import { INTERPOLATION } from "../../shared/content/index.ts";
import type { Arrivals } from "./arrivals.ts";

/** The delay before the link is known, in ms, and the patches that it takes to know it. */
const FIRST_MS = 100;
const KNOWN = 30;

/**
 * Time constant in ms in which the picture's clock goes to where it shall be, and how much faster or slower than time it
 * runs for that at most. Links change by some 20 ms, and 2 % of a drone's speed are nothing; only after a lost segment,
 * when the picture stood still, it makes up for that with a tenth of it.
 */
const TAU_MS = 1000;
const FASTER = 0.12;
const SLOWER = 0.03;

/** Beyond this delay, in ms, there was a stall, and all of it is left out; after less, only what is above the most. */
const STALL_MS = 500;

/** A frame this long after the last one, in ms, ends a pause of the page: the picture begins anew. */
const PAUSE_MS = 250;

/**
 * The clock of the picture: server time, in ms, at which others are drawn. It follows the link's need for delay slowly,
 * stands still while there is nothing newer to show, and never runs back. After a stall or a pause it jumps to where it
 * belongs.
 */
export interface Playback {
  /**
   * Once a frame. Allocates nothing.
   * @param now the frame's time, by the same clock as the arrivals
   * @returns server time in ms that is drawn in this frame
   */
  frame(now: number): number;
  readonly shownMs: number;
  /** How far that is behind the fastest patches, in ms. */
  readonly delayMs: number;
  /** Whether the picture stands still in this frame, for want of a newer patch. */
  readonly starved: boolean;
}

/** @param chooseMs the delay that the arrivals ask for, in ms; another rule than the game's only to compare with */
export function createPlayback(
  arrivals: Arrivals,
  chooseMs: (arrivals: Arrivals) => number = chooseDelay,
): Playback {
  let shown = 0;
  let delay = FIRST_MS;
  let last = Number.NEGATIVE_INFINITY;
  let starved = false;
  let stalled = false;

  return {
    frame(now) {
      if (arrivals.count === 0) return shown;
      const live = now - arrivals.fastest;
      const target = live - chooseMs(arrivals);
      const elapsed = now - last;
      last = now;
      const error = target - (shown + elapsed);
      const rate = Math.min(FASTER, Math.max(-SLOWER, error / TAU_MS));
      let next = shown + elapsed * (1 + rate);
      const otherRoom = shown > arrivals.newestMs + INTERPOLATION.mostMs;
      stalled ||= elapsed > PAUSE_MS || live - next > STALL_MS || otherRoom;
      if (stalled) next = target;
      next = Math.max(next, live - INTERPOLATION.mostMs);
      starved = next > arrivals.newestMs;
      if (starved) next = otherRoom ? arrivals.newestMs : Math.max(shown, arrivals.newestMs);
      // What a stall held back may come in several pieces: it is over when the picture has something to go to.
      else stalled = false;
      shown = next;
      delay = live - next;
      return shown;
    },
    get shownMs() {
      return shown;
    },
    get delayMs() {
      return delay;
    },
    get starved() {
      return starved;
    },
  };
}

/** As little delay as leaves one patch in twenty late. */
export function chooseDelay({ count, neededMs }: Pick<Arrivals, "count" | "neededMs">): number {
  const wanted = count < KNOWN ? Math.max(FIRST_MS, neededMs) : neededMs;
  return Math.min(INTERPOLATION.mostMs, Math.max(INTERPOLATION.leastMs, wanted));
}
