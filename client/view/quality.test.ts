import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../../shared/math/index.ts";
import { createGovernor, type Governor, type Preset } from "./quality.ts";

/** Runs frames of `ms` by preset, give or take, for so many seconds, and tells which presets were taken meanwhile. */
function run(governor: Governor, seconds: number, ms: (preset: Preset) => number, chance: Random): Preset[] {
  const taken: Preset[] = [];
  for (let left = seconds * 1000; left > 0; ) {
    const frame = ms(governor.preset) * (0.96 + chance.next() * 0.08);
    left -= frame;
    if (governor.frame(frame)) taken.push(governor.preset);
  }
  return taken;
}

const SMOOTH = 1000 / 60;

describe("the governor of the picture's quality", () => {
  it("leaves a machine alone that is fast enough", () => {
    const governor = createGovernor();
    expect(run(governor, 600, () => SMOOTH, createRandom(1))).toEqual([]);
    expect(governor.preset).toBe("high");
  });

  it("steps down after seconds of slow frames, and stays where it is smooth", () => {
    const governor = createGovernor();
    const slowOnHigh = (preset: Preset): number => (preset === "high" ? 40 : SMOOTH);
    expect(run(governor, 6, slowOnHigh, createRandom(2))).toEqual([]);
    expect(run(governor, 6, slowOnHigh, createRandom(3))).toEqual(["medium"]);
  });

  it("goes all the way down where even that is slow, but less so", () => {
    const times = { high: 90, medium: 50, low: 28 };
    expect(run(createGovernor(), 60, (preset) => times[preset], createRandom(4))).toEqual(["medium", "low"]);
  });

  it("takes no notice of one bad second, nor of a pause", () => {
    const governor = createGovernor();
    const chance = createRandom(5);
    for (let minute = 0; minute < 20; minute++) {
      expect(run(governor, 58, () => SMOOTH, chance)).toEqual([]);
      expect(run(governor, 2, () => 45, chance)).toEqual([]);
      expect(governor.frame(30_000)).toBe(false);
    }
  });

  it("steps up when it has been smooth for long, the seldomer the more often that was too much", () => {
    const governor = createGovernor();
    const chance = createRandom(6);
    const slowOnHigh = (preset: Preset): number => (preset === "high" ? 40 : SMOOTH);
    const taken = run(governor, 1200, slowOnHigh, chance);
    expect(new Set(taken)).toEqual(new Set(["medium", "high"]));
    // 20, 40, 80, 160, 320 and 640 s apart: not once a minute.
    expect(taken.filter((preset) => preset === "high")).toHaveLength(5);
    // A window closed that took the time before: high holds from now on.
    expect(run(governor, 1400, () => SMOOTH, chance)).toEqual(["high"]);
    expect(governor.preset).toBe("high");
  });

  it("goes back up when all the way down was no help: a screen with 30 frames a second is no slow machine", () => {
    const governor = createGovernor();
    expect(run(governor, 600, () => 1000 / 30, createRandom(7))).toEqual(["medium", "low", "high"]);
  });

  it("tries again to help when frames were fast in between", () => {
    const governor = createGovernor();
    const chance = createRandom(8);
    run(governor, 60, () => 1000 / 30, chance);
    run(governor, 10, () => SMOOTH, chance);
    expect(run(governor, 10, (preset) => (preset === "high" ? 33 : SMOOTH), chance)).toEqual(["medium"]);
  });
});
