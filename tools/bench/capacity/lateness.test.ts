import { describe, expect, it } from "vitest";
import { latenessOf } from "./lateness.ts";

const TICK = 10;
const steps = (count: number, at: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => at(i));

describe("lateness", () => {
  it("is counted from the most punctual step of each room, whatever its phase", () => {
    const { lateMs, doubled, lostTicks } = latenessOf(
      [steps(100, (i) => 3 + i * TICK + (i % 10 === 0 ? 4 : 0)), steps(100, (i) => 1234 + i * TICK)],
      TICK,
    );
    expect(lateMs).toEqual({ p50: 0, p99: 4, max: 4 });
    expect({ doubled, lostTicks }).toEqual({ doubled: 0, lostTicks: 0 });
  });

  it("is not forgiven by an interval that drifts", () => {
    const { lateMs } = latenessOf([steps(200, (i) => i * (TICK + 0.1))], TICK);
    expect(lateMs.max).toBeCloseTo(19.9);
  });

  it("counts steps that come two at a time", () => {
    const { doubled } = latenessOf([steps(100, (i) => (i % 10 === 4 ? i + 1 : i) * TICK)], TICK);
    expect(doubled).toBeCloseTo(0.1);
  });

  it("begins anew after ticks that were given up, and tells how many", () => {
    const { lateMs, lostTicks } = latenessOf([steps(100, (i) => (i < 50 ? i : i + 20) * TICK)], TICK);
    expect(lostTicks).toBe(20);
    expect(lateMs.max).toBe(0);
  });

  it("is nothing where nothing was measured", () => {
    expect(latenessOf([], TICK)).toEqual({ lateMs: { p50: 0, p99: 0, max: 0 }, doubled: 0, lostTicks: 0 });
  });
});
