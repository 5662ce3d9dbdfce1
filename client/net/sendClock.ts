/**
 * The clock that inputs are sent by. The server tells how long they wait there before their tick; this runs a little
 * faster or slower than time, so that they come just in time: what waits is latency, what comes late is a tick without
 * movement. Overwatch and DDNet trim their clocks alike (GDC 2017, "Overwatch Gameplay Architecture and Netcode";
 * ddnet, src/engine/client/smooth_time.cpp).
 */
import { TICK_MS } from "../../shared/content/index.ts";
import type { PlayerState } from "../../shared/state/index.ts";

/** How early, in ms, the second latest input of a third of a second shall be: what a tick or a frame may be late. */
export const WISHED_EARLY_MS = 5;

/** The clock runs at most this much faster or slower than time. */
export const MOST_TRIM = 0.03;

/**
 * Time constant in ms in which an error is made up for. Several times the age of what the server tells (a window of a third
 * of a second, a patch, a round trip), so that the clock does not swing.
 */
const TAU_MS = 3000;

/** An error this small, in ms, is within what the server's figure is rounded to. */
const DEAD_MS = 3;

/** Frames further apart than this, in ms, are a pause of the page: time goes by untrimmed. */
const PAUSE_MS = 250;

export interface SendClock {
  /**
   * Once a frame.
   * @param now the frame's time in ms
   * @param earlyMs how early the server says that inputs come; null while it has not said
   * @returns the time to count ticks by, in ms
   */
  advance(now: number, earlyMs: number | null): number;
  /** By how much it runs faster than time, -0.03..0.03. */
  readonly trim: number;
}

/** Starts with the time of its first frame. */
export function createSendClock(): SendClock {
  let last: number | null = null;
  let time = 0;
  let trim = 0;
  return {
    advance(now, earlyMs) {
      if (last === null) {
        last = now;
        time = now;
        return time;
      }
      const elapsed = now - last;
      last = now;
      trim = elapsed > PAUSE_MS || earlyMs === null ? 0 : trimFor(earlyMs);
      time += elapsed * (1 + trim);
      return time;
    },
    get trim() {
      return trim;
    },
  };
}

/** Who comes too early sends more slowly, who comes too late faster. */
export function trimFor(earlyMs: number): number {
  const error = WISHED_EARLY_MS - earlyMs;
  if (Math.abs(error) < DEAD_MS) return 0;
  return Math.min(MOST_TRIM, Math.max(-MOST_TRIM, error / TAU_MS));
}

/** How early a player's inputs come in, in ms, as the server tells their owner alone; null where it does not. */
export function earlyMsOf(player: PlayerState | undefined): number | null {
  const quarters: number | undefined = player?.early;
  return quarters === undefined ? null : (quarters * TICK_MS) / 4;
}
