/** When patches come, against the server's own clock: what the delay of the picture is chosen by. */
import { PATCH_MS } from "../../shared/content/index.ts";

/** Arrivals that are looked back on: four seconds and a bit, at 30 patches a second. */
const WINDOW = 128;
/** Arrivals among which the fastest is looked for: a second. Short, so that a longer way is soon known as such. */
const FASTEST = 30;
/** Part of the patches that shall be in time. */
const IN_TIME = 0.95;
/** A patch this soon after another one, in ms, came in one burst with it: one arrival, and the wait was for the first. */
const BURST_MS = 8;
/** Weight of a patch in the mean interval. */
const INTERVAL_GAIN = 0.05;
/** All local times are those of performance.now(), in ms. */
export interface Arrivals {
  /**
   * To be told of each patch. Allocates nothing.
   * @param serverMs when it was made, by the server's clock
   */
  arrived(at: number, serverMs: number): void;
  /** Local time minus server time of the fastest patch of the last second: the way here, and the clocks' difference. */
  readonly fastest: number;
  /**
   * How far behind the fastest way, in ms, a picture has to be that holds still for no more than one patch in twenty:
   * the 95th percentile of how late a patch was for a picture that was waiting for it.
   */
  readonly neededMs: number;
  /** Mean time between two patches, in ms. */
  readonly patchMs: number;
  /** Patches so far, and server time of the newest. */
  readonly count: number;
  readonly newestMs: number;
}

/** Starts with none. */
export function createArrivals(): Arrivals {
  /** Of each arrival, local time minus server time of its fastest patch, and of the newest patch before it. */
  const transits = new Float64Array(WINDOW);
  const needs = new Float64Array(WINDOW);
  const sorted = new Float64Array(WINDOW);
  let count = 0;
  let arrivals = 0;
  let lastAt = 0;
  let newestMs = 0;
  let fastest = 0;
  let needed = 0;
  let patchMs = PATCH_MS;

  const begin = (): void => {
    count = 0;
    arrivals = 0;
  };
  const findFastest = (): void => {
    fastest = Number.POSITIVE_INFINITY;
    for (let i = Math.max(0, arrivals - FASTEST); i < arrivals; i++)
      fastest = Math.min(fastest, transits[i % WINDOW]!);
  };
  const findNeeded = (): void => {
    const known = Math.min(arrivals, WINDOW);
    sorted.set(needs);
    sorted.fill(Number.POSITIVE_INFINITY, known);
    sorted.sort();
    needed = sorted[Math.min(known - 1, Math.floor(known * IN_TIME))]!;
  };

  return {
    arrived(at, serverMs) {
      // A clock that goes back is another room's.
      if (serverMs < newestMs) begin();
      const gap = at - lastAt;
      const transit = at - serverMs;
      if (count > 0) patchMs += (gap - patchMs) * INTERVAL_GAIN;
      if (count > 0 && gap <= BURST_MS) {
        const slot = (arrivals - 1) % WINDOW;
        transits[slot] = Math.min(transits[slot]!, transit);
      } else {
        transits[arrivals % WINDOW] = transit;
        needs[arrivals % WINDOW] = count > 0 ? at - newestMs : transit;
        arrivals += 1;
        findNeeded();
      }
      count += 1;
      findFastest();
      lastAt = at;
      newestMs = serverMs;
    },
    get fastest() {
      return fastest;
    },
    get neededMs() {
      return needed - fastest;
    },
    get patchMs() {
      return patchMs;
    },
    get count() {
      return count;
    },
    get newestMs() {
      return newestMs;
    },
  };
}
