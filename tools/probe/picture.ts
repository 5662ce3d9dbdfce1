import { createArrivals } from "../../client/net/arrivals.ts";
import { createPlayback } from "../../client/net/playback.ts";

/** A patch: when it came, by the local clock, and when it was made, by the server's. Both in ms. */
export interface SeenPatch {
  readonly at: number;
  readonly serverMs: number;
}

/** Says which server time is drawn at a local time, having been told of all patches that came before. */
export interface Clock {
  patched(patch: SeenPatch): void;
  /** @returns server time in ms */
  frame(now: number): number;
}

/** What a picture was like. */
export interface PictureFigures {
  /** How far it was behind the fastest patches, in ms. */
  readonly meanDelayMs: number;
  /** The largest step of the picture's time between two frames beyond the frame's own length, in ms. */
  readonly largestJumpMs: number;
  /** Part of the frames, 0..1, for which there was no newer patch to move to. */
  readonly stale: number;
}

/** Frames of a screen of 60 Hz. */
const FRAME_MS = 1000 / 60;
/** Patches with which every clock begins, before it is looked at. */
const WARM_UP = 60;

/** The game's own clock. */
export function adaptiveClock(): Clock {
  const arrivals = createArrivals();
  const playback = createPlayback(arrivals);
  return {
    patched: ({ at, serverMs }) => arrivals.arrived(at, serverMs),
    frame: (now) => playback.frame(now),
  };
}

/**
 * What the adaptive clock is compared with: a fixed delay behind the fastest patch ever, holding still at the newest
 * patch, as the SDK's own interpolation does.
 */
export function fixedClock(delayMs: number): Clock {
  let fastest = Number.POSITIVE_INFINITY;
  let newest = 0;
  return {
    patched({ at, serverMs }) {
      fastest = Math.min(fastest, at - serverMs);
      newest = serverMs;
    },
    frame: (now) => Math.min(newest, now - fastest - delayMs),
  };
}

/** Plays patches as they came to a clock, and looks at the picture that it makes of them. */
export function watchPicture(patches: readonly SeenPatch[], clock: Clock): PictureFigures {
  const fastest = Math.min(...patches.map(({ at, serverMs }) => at - serverMs));
  const end = patches[patches.length - 1]!.at;
  let next = 0;
  let frames = 0;
  let delays = 0;
  let stale = 0;
  let jump = 0;
  let last: number | null = null;
  for (let now = patches[0]!.at; now < end; now += FRAME_MS) {
    while (patches[next] !== undefined && patches[next]!.at <= now) clock.patched(patches[next++]!);
    const shown = clock.frame(now);
    const newest = patches[Math.max(0, next - 1)]!.serverMs;
    if (next >= WARM_UP && last !== null) {
      frames += 1;
      delays += now - fastest - shown;
      if (shown >= newest) stale += 1;
      jump = Math.max(jump, shown - last - FRAME_MS);
    }
    last = shown;
  }
  return { meanDelayMs: delays / frames, largestJumpMs: jump, stale: stale / frames };
}
