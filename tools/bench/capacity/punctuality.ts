import { trimFor } from "../../../client/net/sendClock.ts";
import { TICK_MS } from "../../../shared/content/index.ts";

/** Inputs that may be under way, a power of two. */
const KEPT = 128;

/** Patches over which the second shortest wait is taken: two thirds of a second. */
const WINDOW = 20;

/**
 * Trims a clock as the game's client does (client/net/sendClock.ts), so that inputs come just in time for their tick and do
 * not stand in a buffer. The client is told by the server how early its inputs come, in a field of the state; the lean player,
 * which decodes no state and is on the same machine, takes how long its acknowledgements take.
 */
export interface Punctuality {
  readonly trim: number;
  /** So many inputs leave in one frame. */
  sent(inputs: number, now: number): void;
  /** A patch has come that acknowledges so many inputs. */
  acknowledged(count: number, now: number): void;
}

export function createPunctuality(): Punctuality {
  const times = new Float64Array(KEPT);
  let sent = 0;
  let newest = 0;
  let patches = 0;
  let least = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  let trim = 0;
  return {
    get trim() {
      return trim;
    },
    sent(inputs, now) {
      for (let i = 0; i < inputs; i++) times[++sent % KEPT] = now;
    },
    acknowledged(count, now) {
      if (count <= newest || sent - count >= KEPT) return;
      // A tick takes one of them; the patch tells of the last tick.
      for (let i = Math.max(newest + 1, count - 1); i <= count; i++) {
        const waited = now - (count - i) * TICK_MS - times[i % KEPT]!;
        if (waited < least) {
          second = least;
          least = waited;
        } else if (waited < second) second = waited;
      }
      newest = count;
      if (++patches < WINDOW) return;
      trim = trimFor(second);
      patches = 0;
      least = Number.POSITIVE_INFINITY;
      second = Number.POSITIVE_INFINITY;
    },
  };
}
