import { describe, expect, test } from "vitest";
import { POSITION } from "../content/index.ts";
import { createRandom, TAU } from "../math/index.ts";
import { isPlaced, packPose, placedAim, placedX, placedY } from "./pose.ts";

describe("a pose", () => {
  test("tells a place to a quarter of a pixel and an aim to half of a step, anywhere on the largest map", () => {
    const random = createRandom(3);
    for (let i = 0; i < 2000; i++) {
      const [x, y] = [
        random.range(POSITION.min, POSITION.max - 1),
        random.range(POSITION.min, POSITION.max - 1),
      ];
      const aim = random.range(0, TAU);
      const told = { pose: packPose(x, y, aim) };
      expect(Math.abs(placedX(told) - x)).toBeLessThanOrEqual(0.25);
      expect(Math.abs(placedY(told) - y)).toBeLessThanOrEqual(0.25);
      const off = Math.abs(placedAim(told) - aim);
      expect(Math.min(off, TAU - off)).toBeLessThanOrEqual(TAU / 512 + 1e-9);
    }
  });

  test("holds the corners of the map, and clamps what lies outside", () => {
    const corner = { pose: packPose(POSITION.max, POSITION.max, 0) };
    expect([placedX(corner), placedY(corner)]).toEqual([2047.5, 2047.5]);
    expect({ pose: packPose(9999, -5, 0) }).toEqual({ pose: packPose(POSITION.max, 0, 0) });
  });

  test("is a number of 32 bits without a sign, whichever way the aim was turned", () => {
    const pose = packPose(POSITION.max, POSITION.max, TAU * 3 + 1);
    expect(pose).toBe(packPose(POSITION.max, POSITION.max, 1 - TAU));
    expect(pose).toBeGreaterThan(2 ** 31);
    expect(pose).toBeLessThan(2 ** 32);
  });

  test("of the owner is the exact place, and of nobody in sight there is none", () => {
    expect(isPlaced({})).toBe(false);
    expect([placedX({}), placedY({}), placedAim({})]).toEqual([0, 0, 0]);
    const own = { x: 3 + 1 / 32, y: 0 };
    expect(isPlaced(own)).toBe(true);
    expect([placedX(own), placedY(own)]).toEqual([3 + 1 / 32, 0]);
  });
});
