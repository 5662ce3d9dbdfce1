import { describe, expect, test } from "vitest";
import { seconds, WeaponId } from "../../../shared/content/index.ts";
import { angleTo, turnBetween } from "../../../shared/math/index.ts";
import { drawArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { alone, live, temperOf } from "./testing.ts";
import { FASTEST_REACTION_TICKS } from "./traits.ts";

const WALLED = drawArena(
  "##############################",
  "#s...........................#",
  "#............................#",
  "#............................#",
  "##############################",
  "#............................#",
  "#............................#",
  "##############################",
);

/** Of so many bots, how many look to where a shot was fired: so soon that nobody could, and after a second at most. */
function turned(px: number, by: "enemy" | "mate"): { early: number; late: number } {
  const count = { early: 0, late: 0 };
  for (let seed = 1; seed <= 20; seed++) {
    const scene = alone(WALLED, middleOf(14, 2), { seed, temper: temperOf({ aggression: 0 }) });
    if (by === "mate") {
      scene.self.player.team = 1;
      scene.other.player.team = 1;
    }
    live(scene, 40);
    const { x, y } = scene.self.player;
    const source = { x: x + px, y: middleOf(0, 5).y };
    const data = {
      by: scene.other.player.slot,
      weapon: WeaponId.burst,
      ...source,
      angle: 0,
      seq: 1,
      lengths: [10],
    };
    scene.world.events.push({ type: "trace", to: { all: true }, data });
    const heardFrom = angleTo(source.x - x, source.y - y);
    const looksThere = (): boolean => Math.abs(turnBetween(scene.self.player.aim, heardFrom)) < 0.7;
    const before = looksThere();
    live(scene, FASTEST_REACTION_TICKS - 1);
    if (!before && looksThere()) count.early += 1;
    live(scene, seconds(0.8));
    if (looksThere()) count.late += 1;
  }
  return count;
}

describe("a shot behind a wall", () => {
  test("makes a bot look to where it came from, after the time that takes", () => {
    const { early, late } = turned(90, "enemy");
    expect(early).toBeLessThan(4);
    expect(late).toBeGreaterThanOrEqual(15);
  });

  test("is not heard from far away", () => {
    expect(turned(600, "enemy").late).toBeLessThan(10);
  });

  test("by a mate is no reason to look", () => {
    expect(turned(90, "mate").late).toBeLessThan(10);
  });
});
