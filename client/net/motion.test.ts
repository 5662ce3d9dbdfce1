import { describe, expect, it } from "vitest";
import { PlayerState, packPose } from "../../shared/state/index.ts";
import { createMotion } from "./motion.ts";

interface Place {
  readonly x?: number;
  readonly y?: number;
  readonly aim?: number;
}

/** What others are told of a place. */
function poseOf({ x = 100, y = 100, aim = 0 }: Place): number {
  return packPose(x, y, aim);
}

/** Lets a player be at places in patches 33 ms apart, the first at 0. */
function walk(places: readonly Place[]) {
  const motion = createMotion();
  const player = new PlayerState();
  for (const [i, place] of places.entries()) {
    player.pose = poseOf(place);
    motion.patched([player], i * 33);
  }
  return { motion, player };
}

describe("a drone between two patches", () => {
  it("is drawn on the straight way between its places", () => {
    const { motion, player } = walk([
      { x: 100, y: 50 },
      { x: 110, y: 60 },
      { x: 110, y: 80 },
    ]);
    expect(motion.value(player, "x", 16.5)).toBeCloseTo(105, 9);
    expect(motion.value(player, "y", 33 + 8.25)).toBeCloseTo(65, 9);
  });

  it("waits at the ends of what is known", () => {
    const { motion, player } = walk([{ x: 100 }, { x: 110 }]);
    expect(motion.value(player, "x", -50)).toBe(100);
    expect(motion.value(player, "x", 500)).toBe(110);
  });

  it("begins to move when its patch says so, after it stood for long", () => {
    const { motion, player } = walk([...new Array(10).fill({ x: 100 }), { x: 120 }]);
    expect(motion.value(player, "x", 9 * 33 - 1)).toBe(100);
    expect(motion.value(player, "x", 9 * 33 + 16.5)).toBeCloseTo(110, 9);
  });

  it("turns the short way round", () => {
    const { motion, player } = walk([{ aim: 0.1 }, { aim: 2 * Math.PI - 0.1 }]);
    expect(Math.abs(motion.value(player, "aim", 16.5))).toBeLessThan(0.02);
  });

  it("does not glide across a respawn", () => {
    const { motion, player } = walk([
      { x: 100, y: 100 },
      { x: 110, y: 100 },
      { x: 600, y: 400 },
    ]);
    expect(motion.value(player, "x", 33 + 30)).toBe(110);
    expect(motion.value(player, "y", 33 + 30)).toBe(100);
    expect(motion.value(player, "x", 66)).toBe(600);
  });

  it("that was out of sight appears where it is, without a way from where it was", () => {
    const { motion, player } = walk([{ x: 100 }, { x: 110 }]);
    Reflect.set(player, "pose", undefined);
    motion.patched([player], 66);
    player.pose = poseOf({ x: 150 });
    motion.patched([player], 99);
    expect(motion.value(player, "x", 80)).toBe(150);
  });

  it("is forgotten when it leaves", () => {
    const { motion, player } = walk([{ x: 100 }, { x: 110 }]);
    motion.patched([], 66);
    player.pose = poseOf({ x: 300 });
    expect(motion.value(player, "x", 16)).toBe(300);
  });
});
