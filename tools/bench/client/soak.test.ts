import { describe, expect, it } from "vitest";
import { growthOf, type HeapSample } from "./soak.ts";

/** Ten minutes, a sample each twenty seconds. */
function samples(megabytes: (minute: number) => number): HeapSample[] {
  return Array.from({ length: 30 }, (_, i) => ({ seconds: i * 20, megabytes: megabytes(i / 3) }));
}

describe("the growth of a heap", () => {
  it("is none where it swings around a level", () => {
    expect(growthOf(samples((minute) => 20 + Math.sin(minute * 40)))).toBeLessThan(0.3);
    expect(growthOf(samples(() => 20))).toBe(0);
  });

  it("is what a leak adds a minute", () => {
    expect(growthOf(samples((minute) => 20 + minute * 0.5))).toBeCloseTo(0.5, 5);
  });

  it("does not count what the first minutes fill", () => {
    expect(growthOf(samples((minute) => 20 + Math.min(4, minute)))).toBe(0);
  });

  it("does not count a single collection that came late", () => {
    expect(growthOf(samples((minute) => (minute > 9.5 ? 60 : 20)))).toBe(0);
  });
});
