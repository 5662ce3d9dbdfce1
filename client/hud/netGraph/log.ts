/** The last minute of the link, ten times a second: what the graphs draw and what a bug report carries. */
import type { Link } from "../../net/index.ts";

/** Time between two rows, and from the first to the last, in ms. */
export const LOG_EVERY_MS = 100;
export const LOG_MS = 60_000;
const ROWS = LOG_MS / LOG_EVERY_MS;

/**
 * What a row holds. `timeMs` is that of performance.now(); `patchGapMs`, `stalledMs` and `frameMs` are the longest since the
 * row before, `corrections` those since then and `correctionPx` the size of the last of them, 0 without one.
 */
export const LOGGED = [
  "timeMs",
  "pingMs",
  "rttMs",
  "jitterMs",
  "stalledMs",
  "patchMs",
  "patchGapMs",
  "interpolationMs",
  "pendingInputs",
  "earlyMs",
  "starvedPerS",
  "corrections",
  "correctionPx",
  "rewindMs",
  "bytesInPerS",
  "bytesOutPerS",
  "serverTicksPerS",
  "frameMs",
] as const;
export type Logged = (typeof LOGGED)[number];

/** Copied from the link as they are when the row is written. */
const PLAIN = [
  ...(["pingMs", "rttMs", "jitterMs", "patchMs", "interpolationMs", "pendingInputs"] as const),
  ...(["earlyMs", "starvedPerS", "rewindMs", "bytesInPerS", "bytesOutPerS", "serverTicksPerS"] as const),
];

/** A ring of rows; all of its memory is taken once. */
export interface LinkLog {
  /** Rows that there are. */
  readonly length: number;
  /** To be told of every frame. */
  frame(link: Link, now: number): void;
  /** Writes a row. */
  write(link: Link, now: number): void;
  /** A figure of the row so many rows before the newest, which is 0. */
  figure(name: Logged, back: number): number;
  /** Frames a second over the last half second; 0 before. */
  framesPerS(): number;
}

/** Rows over which frames are counted. */
const FRAME_ROWS = 5;

export function createLinkLog(): LinkLog {
  const columns = new Map<Logged, Float64Array>(LOGGED.map((name) => [name, new Float64Array(ROWS)]));
  const frames = new Uint16Array(ROWS);
  let newest = -1;
  let length = 0;
  let frameAt = Number.NaN;
  let frameCount = 0;
  let frameMs = 0;
  let patchGapMs = 0;
  let stalledMs = 0;
  let correctionsBefore = 0;

  const put = (name: Logged, value: number): void => {
    columns.get(name)![newest] = value;
  };
  const rowAt = (back: number): number => (newest - back + ROWS) % ROWS;

  return {
    get length() {
      return length;
    },
    frame(link, now) {
      if (!Number.isNaN(frameAt)) frameMs = Math.max(frameMs, now - frameAt);
      frameAt = now;
      frameCount += 1;
      patchGapMs = Math.max(patchGapMs, link.patchGapMs);
      stalledMs = Math.max(stalledMs, link.stalledMs);
    },
    write(link, now) {
      newest = (newest + 1) % ROWS;
      length = Math.min(ROWS, length + 1);
      put("timeMs", now);
      for (const name of PLAIN) put(name, link[name]);
      put("stalledMs", stalledMs);
      put("patchGapMs", patchGapMs);
      put("frameMs", frameMs);
      const corrections = Math.max(0, link.corrections - correctionsBefore);
      put("corrections", corrections);
      put("correctionPx", corrections > 0 ? link.correctionPx : 0);
      frames[newest] = frameCount;
      correctionsBefore = link.corrections;
      frameCount = frameMs = patchGapMs = stalledMs = 0;
    },
    figure: (name, back) => columns.get(name)![rowAt(back)]!,
    framesPerS() {
      if (length <= FRAME_ROWS) return 0;
      let count = 0;
      for (let back = 0; back < FRAME_ROWS; back++) count += frames[rowAt(back)]!;
      const times = columns.get("timeMs")!;
      return (count * 1000) / (times[newest]! - times[rowAt(FRAME_ROWS)]!);
    },
  };
}
