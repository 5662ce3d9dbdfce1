/**
 * The clock of @colyseus/sdk 0.18.4 throws away every round trip above four times its mean, so after a jump of the
 * latency (19 to 170 ms, say) it keeps the old value for ever and shots aim tens of milliseconds beside. This compares
 * it with a round trip measured independently and starts the clock anew when the two disagree for long.
 */
import type { RoomClock } from "@colyseus/sdk";

/** Disagreement that counts: the measured round trip is this many times the clock's, and this many ms above it. */
const RATIO = 2;
const MARGIN_MS = 40;

/** Measurements in a row that must disagree; with one a second, a single slow pong changes nothing. */
const PATIENCE = 2;

/** Feeds one measured round trip, in ms. Returns whether the clock was started anew. */
export type ClockWatch = (measuredMs: number) => boolean;

export function createClockWatch(clock: RoomClock): ClockWatch {
  let doubts = 0;
  return (measuredMs) => {
    const believed = clock.smoothedRtt();
    const wrong = measuredMs > believed * RATIO && measuredMs > believed + MARGIN_MS;
    doubts = wrong ? doubts + 1 : 0;
    if (doubts < PATIENCE) return false;
    doubts = 0;
    (clock as RoomClock & { reset?(): void }).reset?.();
    return true;
  };
}
