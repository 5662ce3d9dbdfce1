/** How much is drawn: the presets, and which one `auto` takes. Knows no engine and no clock. */

/** What may be set. */
export type Quality = "auto" | Preset;
/** What is drawn. */
export type Preset = "low" | "medium" | "high";

/** What a preset draws. */
export interface Detail {
  /** Soft shadows and light that falls on the floor; else shadows with a hard edge. */
  readonly lit: boolean;
  /** Device px per css px at most: beyond it nobody sees a difference, but every px is paid for. */
  readonly density: number;
  /** Share of the device px that is rendered; the browser stretches the rest. */
  readonly renderScale: number;
  /** Share of sparks, shards and chips that fly. */
  readonly debris: number;
  /** Marks that fights leave on the floor at the same time. */
  readonly decals: number;
}

export const DETAILS: Readonly<Record<Preset, Detail>> = {
  low: { lit: false, density: 1, renderScale: 0.75, debris: 0.35, decals: 24 },
  medium: { lit: false, density: 1.5, renderScale: 1, debris: 0.7, decals: 64 },
  high: { lit: true, density: 3, renderScale: 1, debris: 1, decals: 128 },
};

/** Device px that are rendered per css px. @param ratio device px per css px of the screen */
export function densityOf({ density, renderScale }: Detail, ratio: number): number {
  return Math.min(ratio, density) * renderScale;
}

const LADDER: readonly Preset[] = ["low", "medium", "high"];

/** Frames whose time is looked at together: about a second and a half. */
const WINDOW = 90;
/** A window is slow when its median frame took longer than this in ms: 50 frames a second are still smooth. */
const SLOW_MS = 20;
/** A window is fast when nine of ten of its frames took no longer than this in ms. */
const FAST_MS = 18;
/** Slow windows in a row until it steps down: a stall of one second is no reason. */
const SLOW_WINDOWS = 2;
/** ms of nothing but fast windows until it dares a step up; doubles each time a step up had to be taken back. */
const DARE_MS = 20_000;
const DARE_MOST_MS = 640_000;
/** The picture was not what slowed it down when all steps down together left this share of the time. */
const NO_HELP = 0.9;
/** Frames longer than this in ms are a pause, such as a hidden page: they say nothing. */
const PAUSE_MS = 400;

/** Chooses a preset by how long frames take. */
export interface Governor {
  readonly preset: Preset;
  /** Another frame came. @param ms since the one before it. @returns whether the preset has changed */
  frame(ms: number): boolean;
}

/** Begins with a preset. All of it allocates nothing. */
export function createGovernor(first: Preset = "high"): Governor {
  const times = new Float32Array(WINDOW);
  let rung = LADDER.indexOf(first);
  let filled = 0;
  let slowWindows = 0;
  let fastMs = 0;
  let dareMs = DARE_MS;
  /** Whether the last step was up. */
  let dared = false;
  /** Where the way down began, and what its median was; above the ladder while it is on no such way. */
  let top = LADDER.length;
  let topMs = 0;
  /** Whether all the way down has been tried in vain since frames were fast the last time. */
  let helpless = false;

  const stepTo = (next: number): boolean => {
    slowWindows = 0;
    fastMs = 0;
    rung = next;
    return true;
  };

  const slow = (median: number): boolean => {
    fastMs = 0;
    if (++slowWindows < SLOW_WINDOWS) return false;
    if (dared) dareMs = Math.min(DARE_MOST_MS, dareMs * 2);
    dared = false;
    if (top >= LADDER.length) {
      top = rung;
      topMs = median;
    }
    if (rung > 0) return stepTo(rung - 1);
    slowWindows = 0;
    // Less was drawn and it was as slow: something else is, such as a screen that shows 30 frames a second.
    if (median < topMs * NO_HELP || top === 0) return false;
    helpless = true;
    return stepTo(top);
  };

  const fast = (ms: number): boolean => {
    slowWindows = 0;
    fastMs += ms;
    if (fastMs < dareMs || rung === LADDER.length - 1) return false;
    dared = true;
    top = LADDER.length;
    return stepTo(rung + 1);
  };

  const judge = (): boolean => {
    let sum = 0;
    for (let i = 0; i < WINDOW; i++) sum += times[i]!;
    times.sort();
    const median = times[WINDOW / 2]!;
    if (median > SLOW_MS) return helpless ? false : slow(median);
    // It can be fast after all: the next slowness is news again.
    helpless = false;
    if (times[Math.floor(WINDOW * 0.9)]! <= FAST_MS) return fast(sum);
    slowWindows = 0;
    return false;
  };

  return {
    get preset() {
      return LADDER[rung]!;
    },
    frame(ms) {
      if (ms > PAUSE_MS) return false;
      times[filled++] = ms;
      if (filled < WINDOW) return false;
      filled = 0;
      return judge();
    },
  };
}
