import { describe, expect, it } from "vitest";
import {
  adaptiveClock,
  fixedClock,
  PROFILES,
  patchesOver,
  type SeenPatch,
  watchPicture,
} from "../../tests/fixtures/patches.ts";
import { createArrivals } from "./arrivals.ts";
import { createPlayback } from "./playback.ts";

const FRAME_MS = 1000 / 60;

/** One frame of the picture. */
interface Frame {
  readonly now: number;
  readonly shownMs: number;
  readonly delayMs: number;
  readonly starved: boolean;
}

/** Plays patches; frames are left out in which the page is hidden. */
function play(patches: readonly SeenPatch[], isHidden: (now: number) => boolean = () => false): Frame[] {
  const arrivals = createArrivals();
  const playback = createPlayback(arrivals);
  const frames: Frame[] = [];
  let next = 0;
  for (let now = patches[0]!.at; next < patches.length; now += FRAME_MS) {
    while (patches[next] !== undefined && patches[next]!.at <= now) {
      const { at, serverMs } = patches[next++]!;
      arrivals.arrived(at, serverMs);
    }
    if (isHidden(now)) continue;
    const shownMs = playback.frame(now);
    frames.push({ now, shownMs, delayMs: playback.delayMs, starved: playback.starved });
  }
  return frames;
}

const since = (frames: readonly Frame[], from: number): Frame[] => frames.filter(({ now }) => now >= from);
const delays = (frames: readonly Frame[]): number[] => frames.map(({ delayMs }) => delayMs);
/** Speeds of the picture's time between frames that both had something new to show, 1 for that of time. */
const speeds = (frames: readonly Frame[]): number[] =>
  frames
    .slice(1)
    .flatMap(({ shownMs, starved }, i) =>
      starved || frames[i]!.starved ? [] : [(shownMs - frames[i]!.shownMs) / FRAME_MS],
    );

describe("the delay of the picture", () => {
  it("is two patches on a good link, and even", () => {
    const settled = since(play(patchesOver(PROFILES.lan.shape, 20)), 5000 + 5000);
    expect(Math.max(...delays(settled))).toBeLessThan(69);
    expect(Math.min(...delays(settled))).toBeGreaterThan(65);
    expect(settled.filter(({ starved }) => starved)).toEqual([]);
  });

  it("grows with the jitter, as far as nineteen of twenty patches need it", () => {
    const calm = since(play(patchesOver({ delayMs: 30, jitterMs: 10 }, 30)), 15_000);
    const wild = since(play(patchesOver({ delayMs: 30, jitterMs: 100 }, 30)), 15_000);
    expect(Math.max(...delays(calm))).toBeLessThan(80);
    expect(Math.min(...delays(wild))).toBeGreaterThan(85);
    expect(wild.filter(({ starved }) => starved).length / wild.length).toBeLessThan(0.05);
  });

  it("is never more than what the server looks back for", () => {
    const frames = play(patchesOver({ delayMs: 30, jitterMs: 900 }, 30));
    const moving = frames.filter(({ starved }) => !starved);
    expect(Math.max(...delays(moving))).toBeLessThanOrEqual(250 + 1e-6);
  });

  it("changes by no more than a few percent of speed on a link without losses", () => {
    for (const jitterMs of [5, 20, 40, 60]) {
      const rates = speeds(since(play(patchesOver({ delayMs: 40, jitterMs }, 30, jitterMs)), 8000));
      expect(Math.max(...rates)).toBeLessThan(1.06);
      expect(Math.min(...rates)).toBeGreaterThan(0.96);
    }
  });

  it("never runs back", () => {
    for (const name of ["wifi-busy", "transatlantic", "train"] as const) {
      const frames = play(patchesOver(PROFILES[name].shape, 60, 3));
      const steps = frames.slice(1).map(({ shownMs }, i) => shownMs - frames[i]!.shownMs);
      expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("the picture after a stall of a second", () => {
  const END = 5000 + 10_000 + 1000;
  const frames = play(patchesOver({ ...PROFILES.cable.shape, loss: 0 }, 20, 2, [[10_000, 1000]]));
  const before = frames.filter(({ now }) => now > END - 2000 && now < END - 1000);
  const usual = before.reduce((sum, { delayMs }) => sum + delayMs, 0) / before.length;

  it("stands still while it lasts", () => {
    const during = frames.filter(({ now }) => now > END - 800 && now < END);
    expect(during.every(({ starved }) => starved)).toBe(true);
    expect(during[0]!.shownMs).toBe(during[during.length - 1]!.shownMs);
  });

  it("is where it was before with the first patch, and stays there: nothing is played in slow or fast motion", () => {
    const back = since(frames, END + 2 * FRAME_MS);
    for (const { delayMs, starved } of back) {
      expect(Math.abs(delayMs - usual)).toBeLessThan(15);
      expect(starved).toBe(false);
    }
  });
});

it("does not crawl after a stall whose patches come in several bursts", () => {
  const patches = patchesOver({ delayMs: 20, jitterMs: 2 }, 20);
  const torn = patches.map(({ at, serverMs }) => {
    if (serverMs < 10_000 || serverMs > 11_000) return { at, serverMs };
    return { at: serverMs < 10_700 ? 16_030 : 16_080, serverMs };
  });
  const back = since(play(torn), 16_080 + 2 * FRAME_MS);
  expect(Math.max(...delays(back))).toBeLessThan(100);
});

describe("the picture of a page", () => {
  it("that was hidden for half a minute shows the newest at once", () => {
    const hidden = (now: number) => now > 15_000 && now < 45_000;
    const back = since(play(patchesOver(PROFILES.lan.shape, 60), hidden), 45_000);
    expect(back[0]!.delayMs).toBeLessThan(70);
    expect(back[0]!.starved).toBe(false);
  });

  it("whose way to the server became 150 ms longer settles within two seconds", () => {
    const near = patchesOver({ delayMs: 20, jitterMs: 5 }, 30);
    const moved = near.map(({ at, serverMs }) => ({ at: at + (serverMs > 10_000 ? 150 : 0), serverMs }));
    const settled = since(play(moved), 5000 + 12_200);
    expect(settled.filter(({ starved }) => starved)).toEqual([]);
    expect(Math.max(...delays(since(settled, 5000 + 20_000)))).toBeLessThan(80);
  });

  it("follows the clock of another room", () => {
    const first = patchesOver(PROFILES.lan.shape, 10);
    const second = patchesOver(PROFILES.lan.shape, 5).map(({ at, serverMs }) => ({
      at: at + 11_000,
      serverMs,
    }));
    const settled = since(play([...first, ...second]), 5000 + 12_000);
    expect(Math.max(...delays(settled))).toBeLessThan(110);
  });
});

describe("against a fixed delay of 100 ms", () => {
  it("jumps less in a busy wireless network", () => {
    for (const seed of [1, 2, 3]) {
      const patches = patchesOver(PROFILES["wifi-busy"].shape, 60, seed);
      const adaptive = watchPicture(patches, adaptiveClock());
      const fixed = watchPicture(patches, fixedClock(100));
      expect(adaptive.largestJumpMs).toBeLessThan(fixed.largestJumpMs);
    }
  });

  it("is nearer to the present on a good link, and as even", () => {
    const patches = patchesOver(PROFILES.lan.shape, 60);
    const adaptive = watchPicture(patches, adaptiveClock());
    expect(adaptive.meanDelayMs).toBeLessThan(70);
    expect(adaptive.stale).toBe(0);
    expect(adaptive.largestJumpMs).toBeLessThan(1);
  });
});
