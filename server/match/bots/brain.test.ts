import { describe, expect, test } from "vitest";
import { inSight } from "../../../shared/arena/index.ts";
import { DRONE, seconds } from "../../../shared/content/index.ts";
import { angleTo, turnBetween } from "../../../shared/math/index.ts";
import { Button, type Command, stepBody } from "../../../shared/sim/index.ts";
import { drawArena, emptyArena, loadArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { command } from "../testing.ts";
import { createBrain } from "./brain.ts";
import { alone, live, meet, type Scene, temperOf } from "./testing.ts";
import { FASTEST_REACTION_TICKS, traitsFor } from "./traits.ts";

const HALL = emptyArena(30, 16);

/** Tick on which a bot first pulls the trigger, Infinity when it never does. */
function firstShot(scene: Scene, ticks: number): number {
  let first = Number.POSITIVE_INFINITY;
  live(scene, ticks, (wish, tick) => {
    if ((wish.buttons & Button.fire) !== 0) first = Math.min(first, tick);
  });
  return first;
}

describe("reaction", () => {
  test("an enemy that appears is not shot at before a human could, and is within two and a half seconds", () => {
    for (const skill of [0, 0.5, 1]) {
      for (let seed = 1; seed <= 30; seed++) {
        const first = firstShot(meet(HALL, middleOf(6, 8), middleOf(14, 8), { seed, skill }), seconds(2.5));
        expect(first).toBeGreaterThanOrEqual(FASTEST_REACTION_TICKS);
        expect(first).toBeLessThan(seconds(2.5));
      }
    }
  });

  test("the strong react sooner than the weak, on average", () => {
    const mean = (skill: number): number => {
      let sum = 0;
      for (let seed = 1; seed <= 40; seed++) {
        sum += firstShot(meet(HALL, middleOf(6, 8), middleOf(14, 8), { seed, skill }), seconds(3));
      }
      return sum / 40;
    };
    expect(mean(1)).toBeLessThan(mean(0) - 4);
  });

  test("being hit turns a bot to where it came from, but not at once", () => {
    const hits = { towards: 0, early: 0 };
    for (let seed = 1; seed <= 20; seed++) {
      const scene = alone(HALL, middleOf(6, 8), { seed });
      live(scene, 60);
      const angle = (scene.self.player.aim + Math.PI) % (2 * Math.PI);
      scene.brain.feelHit(angle, 1, scene.world.state.tick);
      live(scene, FASTEST_REACTION_TICKS - 1);
      if (Math.abs(turnBetween(scene.self.player.aim, angle)) < 1) hits.early += 1;
      live(scene, 45);
      if (Math.abs(turnBetween(scene.self.player.aim, angle)) < 0.4) hits.towards += 1;
    }
    expect(hits.early).toBe(0);
    expect(hits.towards).toBeGreaterThanOrEqual(18);
  });
});

describe("what a bot cannot see", () => {
  const walled = drawArena(
    "####################",
    "#s.................#",
    "#..................#",
    "#..................#",
    "####################",
    "#..................#",
    "#..................#",
    "#..................#",
    "####################",
  );

  test("does not move it: behind a wall an enemy might as well not be there", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const near = meet(walled, middleOf(5, 2), middleOf(5, 6), { seed });
      const gone = meet(walled, middleOf(5, 2), middleOf(5, 6), { seed });
      gone.other.player.alive = 0;
      const wishes: Command[] = [];
      live(near, seconds(5), (wish) => wishes.push({ ...wish }));
      live(gone, seconds(5), (wish, tick) => expect(wish).toEqual(wishes[tick]));
    }
  });

  test("nor does what lies beyond the edge of its screen", () => {
    const long = emptyArena(60, 30);
    for (const enemy of [middleOf(30, 15), middleOf(5, 26)]) {
      const scene = meet(long, middleOf(5, 15), enemy, { seed: 4 });
      // It flies towards the place where it would see, so it is asked to stay.
      scene.self.player.dashCharges = 0;
      const first = { ...middleOf(5, 15) };
      let fired = false;
      for (let i = 0; i < seconds(3); i++) {
        Object.assign(scene.self.player, first, { vx: 0, vy: 0 });
        live(scene, 1, (wish) => {
          fired ||= (wish.buttons & Button.fire) !== 0;
        });
      }
      expect(fired).toBe(false);
    }
  });

  test("is not shot at: the trigger is pulled only with the enemy in plain sight", () => {
    const arena = loadArena("foundry");
    let pulls = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const scene = meet(arena, arena.spawns[seed]!, arena.spawns[0]!, { seed, skill: 1 });
      const roamer = createBrain(arena, traitsFor(0.5), seed + 100, temperOf());
      const { self, other, world } = scene;
      const wish = command();
      live(scene, seconds(30), (own) => {
        if ((own.buttons & Button.fire) !== 0) {
          pulls += 1;
          expect(inSight(arena, self.player.x, self.player.y, other.player.x, other.player.y)).toBe(true);
        }
        roamer.think(world, other, wish);
        stepBody(other.player, wish, arena, { dashed: false, fired: -1 });
      });
    }
    expect(pulls).toBeGreaterThan(100);
  });

  test("is looked for where it was last seen", () => {
    const corner = drawArena(
      "############",
      "#s.........#",
      "#..######..#",
      "#..######..#",
      "#..........#",
      "############",
    );
    const scene = meet(corner, middleOf(2, 1), middleOf(9, 1), { seed: 3 });
    live(scene, 40);
    const hidden = middleOf(6, 4);
    Object.assign(scene.other.player, hidden);
    let nearest = Number.POSITIVE_INFINITY;
    live(scene, seconds(3), () => {
      const { x, y } = scene.self.player;
      nearest = Math.min(nearest, Math.hypot(x - middleOf(9, 1).x, y - middleOf(9, 1).y));
    });
    expect(nearest).toBeLessThan(120);
  });
});

describe("aim", () => {
  /** Share of the ticks with the trigger pulled on which the weapon really points at the enemy. */
  function steadiness(skill: number): number {
    let on = 0;
    let pulled = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const scene = meet(HALL, middleOf(6, 8), middleOf(14, 8), { seed, skill });
      live(scene, seconds(6), (wish) => {
        if ((wish.buttons & Button.fire) === 0) return;
        const dx = scene.other.player.x - scene.self.player.x;
        const dy = scene.other.player.y - scene.self.player.y;
        pulled += 1;
        if (Math.abs(turnBetween(wish.aim, angleTo(dx, dy))) < DRONE.radius / Math.hypot(dx, dy)) on += 1;
      });
    }
    expect(pulled).toBeGreaterThan(500);
    return on / pulled;
  }

  test("is never perfect, and better the stronger the bot", () => {
    const [weak, middling, strong] = [steadiness(0), steadiness(0.5), steadiness(1)];
    expect(weak).toBeGreaterThan(0.15);
    expect(middling!).toBeGreaterThan(weak!);
    expect(strong!).toBeGreaterThan(middling!);
    expect(strong).toBeLessThan(0.97);
  });

  test("turns no faster than a hand", () => {
    for (const skill of [0, 1]) {
      const scene = meet(HALL, middleOf(6, 8), middleOf(14, 8), { skill });
      let last: number | null = null;
      live(scene, seconds(10), (wish) => {
        if (last !== null) {
          expect(Math.abs(turnBetween(last, wish.aim))).toBeLessThanOrEqual(
            traitsFor(skill).turnPerTick + 1e-9,
          );
        }
        last = wish.aim;
      });
    }
  });
});
