import { describe, expect, it } from "vitest";
import { createRandom } from "../../shared/math/index.ts";
import { PROFILE_NAMES, PROFILES, profileNamed } from "./profiles.ts";
import { CLEAR_SHAPE, nextMishap, reshape, roundTripMs } from "./shape.ts";

describe("a change of a link", () => {
  it("is for both directions, unless it names one", () => {
    const shape = reshape(CLEAR_SHAPE, { delayMs: 20, up: { rate: 1000 }, down: { delayMs: 30 } });
    expect(shape.up).toMatchObject({ delayMs: 20, rate: 1000 });
    expect(shape.down).toMatchObject({ delayMs: 30, rate: Number.POSITIVE_INFINITY });
    expect(roundTripMs(shape)).toBe(50);
  });

  it("leaves alone what it does not name", () => {
    const stalls = { everyMs: 1000, leastMs: 1, mostMs: 2 };
    const shape = reshape(reshape(CLEAR_SHAPE, { loss: 0.1, stalls }), { delayMs: 5 });
    expect(shape).toMatchObject({ stalls, cuts: null, up: { loss: 0.1, delayMs: 5 } });
    expect(reshape(shape, { stalls: null }).stalls).toBeNull();
  });
});

describe("mishaps", () => {
  it("come at their mean interval and last within their bounds", () => {
    const random = createRandom(3);
    const mishap = { everyMs: 8000, leastMs: 300, mostMs: 1200 };
    const all = Array.from({ length: 20_000 }, () => nextMishap(mishap, random));
    const mean = all.reduce((sum, each) => sum + each.in, 0) / all.length;
    expect(mean / 8000).toBeGreaterThan(0.97);
    expect(mean / 8000).toBeLessThan(1.03);
    expect(Math.min(...all.map((each) => each.for))).toBeGreaterThanOrEqual(300);
    expect(Math.max(...all.map((each) => each.for))).toBeLessThanOrEqual(1200);
  });
});

describe("profiles", () => {
  it("go from the best to the worst", () => {
    const trips = PROFILE_NAMES.map((name) => roundTripMs(reshape(CLEAR_SHAPE, PROFILES[name].shape)));
    expect(trips).toEqual([...trips].sort((a, b) => a - b));
    expect(trips[0]).toBeLessThan(5);
  });

  it("are within what the game is made for: round trips below a third of a second", () => {
    for (const name of PROFILE_NAMES) {
      const shape = reshape(CLEAR_SHAPE, PROFILES[name].shape);
      expect(roundTripMs(shape), name).toBeLessThan(333);
      for (const way of [shape.up, shape.down]) expect(way.loss, name).toBeLessThanOrEqual(0.05);
    }
  });

  it("of an unknown name are refused with the names that there are", () => {
    expect(() => profileNamed("dial-up")).toThrow(/lan.*train/);
  });
});
