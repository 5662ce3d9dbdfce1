import { describe, expect, test } from "vitest";
import { createThumbs, type Layout } from "./thumbs.ts";

function setUp(over: Partial<Layout> = {}) {
  const layout: Layout = {
    ...{ width: 800, moveSide: "left", throwPx: 50, deadZone: 0.1 },
    home: () => null,
    ...over,
  };
  return createThumbs(() => layout);
}

const FIXED: Partial<Layout> = { home: (stick) => ({ x: stick === "move" ? 100 : 700, y: 300 }) };

describe("floating sticks", () => {
  test("begin where the thumb lands and answer to how far it is pushed", () => {
    const thumbs = setUp();
    thumbs.land(1, 200, 250, 0);
    expect(thumbs.move.push).toEqual({ x: 0, y: 0 });
    thumbs.roll(1, 200 + 0.55 * 50, 250);
    expect(thumbs.move.push.x).toBeCloseTo(0.5);
    thumbs.roll(1, 200, 250 - 50);
    expect(thumbs.move.push.y).toBeCloseTo(-1);
  });

  test("keep to their halves, and swap them for the left-handed", () => {
    const right = setUp({ moveSide: "right" });
    right.land(1, 700, 200, 0);
    right.land(2, 100, 200, 0);
    expect([right.move.pointer, right.aim.pointer]).toEqual([1, 2]);
  });

  test("come along with a thumb that wanders off, so that turning round stays quick", () => {
    const thumbs = setUp();
    thumbs.land(1, 100, 200, 0);
    thumbs.roll(1, 300, 200);
    expect(thumbs.move.middle.x).toBeCloseTo(225);
    thumbs.roll(1, 200, 200);
    expect(thumbs.move.push.x).toBeLessThan(0);
  });
});

describe("fixed sticks", () => {
  test("answer at once to a thumb beside their middle, and stay", () => {
    const thumbs = setUp(FIXED);
    thumbs.land(1, 140, 300, 0);
    expect(thumbs.move.push.x).toBeGreaterThan(0.7);
    thumbs.roll(1, 300, 300);
    expect(thumbs.move.middle).toEqual({ x: 100, y: 300 });
    expect(thumbs.move.push.x).toBeCloseTo(1);
  });

  test("do not answer to a thumb that lands out of reach, but it may tap", () => {
    const thumbs = setUp(FIXED);
    thumbs.land(1, 500, 100, 0);
    thumbs.roll(1, 690, 300);
    expect(thumbs.aim.push).toEqual({ x: 0, y: 0 });
    expect(thumbs.lift(1, 100)).toBe(true);
  });
});

test("the aim stick fires when it is pushed far", () => {
  const thumbs = setUp();
  thumbs.land(2, 600, 200, 0);
  thumbs.roll(2, 620, 200);
  expect(thumbs.firing).toBe(false);
  thumbs.roll(2, 645, 200);
  expect(thumbs.firing).toBe(true);
});

test("a short touch on the aiming side is a tap; a long one, a pushed one and one that moves are not", () => {
  const thumbs = setUp();
  thumbs.land(1, 600, 200, 0);
  expect(thumbs.lift(1, 150)).toBe(true);
  thumbs.land(1, 600, 200, 1000);
  expect(thumbs.lift(1, 1600)).toBe(false);
  thumbs.land(1, 600, 200, 2000);
  thumbs.roll(1, 640, 200);
  thumbs.roll(1, 600, 200);
  expect(thumbs.lift(1, 2100)).toBe(false);
  thumbs.land(1, 100, 200, 3000);
  expect(thumbs.lift(1, 3050)).toBe(false);
});

describe("nothing is stuck", () => {
  test("when the system takes a finger away, and that was no tap", () => {
    const thumbs = setUp();
    thumbs.land(2, 600, 200, 0);
    thumbs.roll(2, 660, 200);
    thumbs.cancel(2);
    expect([thumbs.firing, thumbs.aim.pointer, thumbs.aim.push.x]).toEqual([false, null, 0]);
    expect(thumbs.lift(2, 10)).toBe(false);
    expect(thumbs.roll(2, 700, 200)).toBe(false);
  });

  test("when a second finger comes down on the same half and goes first", () => {
    const thumbs = setUp();
    thumbs.land(1, 100, 200, 0);
    thumbs.roll(1, 150, 200);
    thumbs.land(3, 120, 220, 5);
    thumbs.lift(3, 10);
    expect(thumbs.move.push.x).toBeCloseTo(1);
    thumbs.lift(1, 500);
    expect([thumbs.move.pointer, thumbs.move.push.x]).toEqual([null, 0]);
  });

  test("when everything is let go, such as on a turn of the phone", () => {
    const thumbs = setUp();
    thumbs.land(1, 100, 200, 0);
    thumbs.land(2, 600, 200, 0);
    thumbs.roll(1, 150, 200);
    thumbs.roll(2, 650, 200);
    thumbs.clear();
    expect([thumbs.move.push.x, thumbs.aim.push.x, thumbs.firing]).toEqual([0, 0, false]);
    thumbs.land(4, 100, 200, 900);
    expect(thumbs.move.pointer).toBe(4);
  });
});
