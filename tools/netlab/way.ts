/** One direction of a link: when a chunk that is sent now arrives. Knows no socket and no clock. */
import type { Random } from "../../shared/math/index.ts";

/** What one direction of a link does to the bytes in it. */
export interface Way {
  /** Delay of every chunk, in ms. */
  readonly delayMs: number;
  /** Chunks are late by up to this much more, in ms, evenly spread; order is kept. */
  readonly jitterMs: number;
  /** Bytes a second; Infinity for no limit. */
  readonly rate: number;
  /** Bytes that may wait for the rate; beyond, nothing more is taken from the sender, as by TCP's window. */
  readonly queue: number;
  /** Part of the chunks, 0..1, that are lost on their way and sent again: they and all behind them are late. */
  readonly loss: number;
}

/** A way that does nothing. */
export const CLEAR: Way = {
  delayMs: 0,
  jitterMs: 0,
  rate: Number.POSITIVE_INFINITY,
  queue: Number.POSITIVE_INFINITY,
  loss: 0,
};

/** Bytes that pass at once after a pause, whatever the rate: ten full segments, TCP's first window (RFC 6928). */
const BURST = 14_600;

/** Linux waits so long, in ms, before it sends a repeated segment once more, and twice as long each time (RFC 6298). */
const LEAST_TIMEOUT_MS = 200;

/** A reader who looks one sending interval of the game later sees the next segment; 30 patches a second. */
const NEXT_SEGMENT_MS = 33;

/**
 * How late a lost segment is, in ms, when others follow it closely: the sender learns of the gap a round trip after the
 * next segment, waits a quarter of one for mere reordering (RACK-TLP, RFC 8985 §6.2) and sends it again. What the real
 * path measures at 2 % loss is close to it: docs/netlab.md.
 */
export function recoveryMs(roundTripMs: number): number {
  return NEXT_SEGMENT_MS + 1.25 * roundTripMs;
}

/** The traffic in one direction of one connection. */
export interface Traffic {
  /**
   * When a chunk that is sent now arrives, by the same clock, never before the one sent before it.
   * @param now in ms
   * @param bytes in the chunk
   * @param roundTripMs of the whole link, which is what a lost chunk costs
   */
  arrival(now: number, bytes: number, way: Way, roundTripMs: number): number;
}

/** Starts with a free way. The same seed and the same chunks, the same arrivals. */
export function createTraffic(random: Random): Traffic {
  /** When all that was sent so far has left, had it left at the rate without a pause. */
  let freeAt = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;

  const leave = (now: number, bytes: number, rate: number): number => {
    if (rate === Number.POSITIVE_INFINITY) return now;
    freeAt = Math.max(freeAt, now - (BURST / rate) * 1000) + (bytes / rate) * 1000;
    return Math.max(now, freeAt);
  };
  const repeats = (loss: number, roundTripMs: number): number => {
    let late = 0;
    let wait = recoveryMs(roundTripMs);
    while (random.next() < loss) {
      late += wait;
      wait = Math.max(LEAST_TIMEOUT_MS, 2 * wait);
    }
    return late;
  };
  return {
    arrival(now, bytes, way, roundTripMs) {
      const left = leave(now, bytes, way.rate);
      const lost = way.loss > 0 ? repeats(way.loss, roundTripMs) : 0;
      last = Math.max(last, left + way.delayMs + random.next() * way.jitterMs + lost);
      return last;
    },
  };
}
