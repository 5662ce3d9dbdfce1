import { TICK_MS } from "../../shared/content/index.ts";
import { LIMITS } from "../../shared/protocol.ts";

/** Inputs that a stall may hold back: a third of a second, after which the drone waits for the line. */
export const RUN_ON = 20;

/** Inputs under way that are no sign of a stall, beyond those of the round trip: jitter of a tenth of a second. */
const JITTER = 6;

/** Ticks that an input waits for on its way besides: for a tick, a patch and a frame. */
const WAITS = 6;

/** Pings that are remembered, one a second: a stall makes a few of them long, the shortest tells how long the way is. */
const PINGS = 10;

/**
 * How many inputs may be under way before no more are sent until the server answers. What a stall holds back comes to the
 * server in one burst; what its buffer cannot hold falls out, and the drone would be thrown back by as much. All that waits
 * in the buffer is under way still, so it never holds more than this limit; only where the way itself is longer than the
 * buffer, from a ping of 0.4 s on, a long stall throws the drone back.
 */
export interface PendingLimit {
  /** A round trip of a message that the server answers at once, in ms. */
  pinged(ms: number): void;
  /**
   * How many more may be sent now.
   * @param pending inputs under way
   * @param rttMs smoothed round trip of an input
   */
  room(pending: number, rttMs: number): number;
}

export function createPendingLimit(): PendingLimit {
  const pings: number[] = [];
  /** The way and back, in ticks. */
  let way = 0;
  return {
    pinged(ms) {
      pings.push(ms);
      if (pings.length > PINGS) pings.shift();
      way = Math.min(...pings) / TICK_MS;
    },
    room(pending, rttMs) {
      // Half of the way lies behind those that have been answered.
      const wanted = Math.max(RUN_ON + way / 2, rttMs / TICK_MS + JITTER);
      const most = Math.min(wanted, Math.max(LIMITS.bufferedInputs, way + WAITS));
      return Math.max(0, Math.floor(most - pending));
    },
  };
}
