import { describe, expect, it } from "vitest";
import { aPlayer } from "../../tests/fixtures/worlds.ts";
import { createSendClock, earlyMsOf, MOST_TRIM, trimFor, WISHED_EARLY_MS } from "./sendClock.ts";

const FRAME_MS = 1000 / 60;

describe("the clock that inputs are sent by", () => {
  it("goes with time while the server has not told anything", () => {
    const clock = createSendClock();
    expect([500, 516, 540].map((now) => clock.advance(now, null))).toEqual([500, 516, 540]);
  });

  it("goes faster when inputs come late, slower when they wait, never by more than 3 %", () => {
    expect(trimFor(0)).toBeGreaterThan(0);
    expect(trimFor(40)).toBeLessThan(0);
    for (let early = 0; early <= 1000; early += 5)
      expect(Math.abs(trimFor(early))).toBeLessThanOrEqual(MOST_TRIM);
    const clock = createSendClock();
    clock.advance(0, 1000);
    let time = 0;
    for (let now = FRAME_MS; now <= 1000 + 1e-6; now += FRAME_MS) time = clock.advance(now, 1000);
    expect(time).toBeCloseTo(970, 0);
  });

  it("is left alone within what the server's figure is rounded to", () => {
    expect([WISHED_EARLY_MS - 2, WISHED_EARLY_MS, WISHED_EARLY_MS + 2].map(trimFor)).toEqual([0, 0, 0]);
  });

  it("is not bent by what was told before a pause of the page", () => {
    const clock = createSendClock();
    clock.advance(0, 100);
    expect(clock.advance(10_000, 100)).toBe(10_000);
    expect(clock.trim).toBe(0);
  });
});

describe("what the server tells of early inputs", () => {
  it("comes in quarters of a tick", () => {
    expect(earlyMsOf(aPlayer(1, { early: 4 }))).toBeCloseTo(FRAME_MS, 9);
  });

  it("comes to the owner alone", () => {
    const other = aPlayer(1);
    Reflect.set(other, "early", undefined);
    expect(earlyMsOf(other)).toBeNull();
    expect(earlyMsOf(undefined)).toBeNull();
  });
});
