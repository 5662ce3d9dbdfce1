import type { RoomClock } from "@colyseus/sdk";
import { TICK_MS } from "../../shared/content/index.ts";
import { createArrivals } from "./arrivals.ts";
import { createPlayback } from "./playback.ts";

/** Weight of a new sample of the tick offset: a second or so to settle, calm enough that bolts fly evenly. */
const OFFSET_GAIN = 0.05;
/** A jump beyond this is a stall of the server, not jitter, and is followed at once. In ms. */
const OFFSET_SNAP = 100;

/** Puts the server's clock (ms) and its ticks on one axis, and says which moment of it is drawn. */
export interface Timeline {
  /**
   * To be told of each patch.
   * @param tick that it carried
   * @param at local time in ms
   */
  patched(tick: number, at: number): void;
  /** Moves the picture on; once a frame, with the frame's time in ms. */
  frame(now: number): void;
  /** Tick of the newest patch, and its server time in ms. */
  latest(): number;
  latestMs(): number;
  /** Tick that the server is at by now, fractional. */
  present(): number;
  /** Tick that others are drawn at, fractional. */
  shown(): number;
  /** Server time in ms that others are drawn at, and that shots carry. */
  shownMs(): number;
  /** How far that is behind the fastest patches, in ms. */
  delayMs(): number;
  /** The same as the SDK counts it: before the server's present, besides half of a round trip. In ms. */
  stampDelayMs(): number;
  /** Mean time between two patches, in ms. */
  patchMs(): number;
}

export function createTimeline(clock: RoomClock): Timeline {
  const arrivals = createArrivals();
  const playback = createPlayback(arrivals);
  let offsetMs: number | null = null;
  let latest = 0;
  const toTick = (serverMs: number): number => (serverMs + (offsetMs ?? 0)) / TICK_MS;
  return {
    latest: () => latest,
    latestMs: () => clock.lastServerTime(),
    patched(tick, at) {
      latest = tick;
      arrivals.arrived(at, clock.lastServerTime());
      const sample = tick * TICK_MS - clock.lastServerTime();
      if (offsetMs === null || Math.abs(sample - offsetMs) > OFFSET_SNAP) offsetMs = sample;
      else offsetMs += (sample - offsetMs) * OFFSET_GAIN;
    },
    frame(now) {
      playback.frame(now);
    },
    present: () => toTick(clock.serverNow()),
    shown: () => toTick(playback.shownMs),
    shownMs: () => playback.shownMs,
    delayMs: () => playback.delayMs,
    stampDelayMs: () => clock.serverNow() - clock.smoothedRtt() / 2 - playback.shownMs,
    patchMs: () => arrivals.patchMs,
  };
}
