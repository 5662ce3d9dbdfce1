import { describe, expect, test } from "vitest";
import { DRONE, seconds, WeaponId, weaponOf } from "../../../shared/content/index.ts";
import { Button, loadedOf } from "../../../shared/sim/index.ts";
import { drawArena, emptyArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { command } from "../testing.ts";
import { alone, arm, live, meet, temperOf } from "./testing.ts";

const SPEED = DRONE.speed;
const HALL = emptyArena(30, 16);

describe("in a fight", () => {
  test("it keeps moving, to both sides", () => {
    const scene = meet(HALL, middleOf(8, 8), middleOf(14, 8), { seed: 2 });
    let up = 0;
    let down = 0;
    live(scene, seconds(8), () => {
      if (scene.self.player.vy > SPEED / 2) down += 1;
      if (scene.self.player.vy < -SPEED / 2) up += 1;
    });
    expect(up).toBeGreaterThan(40);
    expect(down).toBeGreaterThan(40);
  });

  test("an enemy under protection is not shot at", () => {
    const scene = meet(HALL, middleOf(6, 8), middleOf(14, 8));
    scene.other.player.protected = true;
    let pulls = 0;
    live(scene, seconds(3), (wish) => {
      pulls += wish.buttons & Button.fire;
    });
    expect(pulls).toBe(0);
  });

  test("mates are not shot at, nor run after, nor in the way of a shot at an enemy", () => {
    const scene = meet(HALL, middleOf(6, 8), [middleOf(14, 8), middleOf(10, 8)]);
    const [self, enemy, mate] = [...scene.world.fighters.values()];
    self!.player.team = 1;
    enemy!.player.team = 2;
    mate!.player.team = 1;
    enemy!.player.alive = 0;
    let pulls = 0;
    live(scene, seconds(3), (wish) => {
      pulls += wish.buttons & Button.fire;
    });
    expect(pulls).toBe(0);
    enemy!.player.alive = 1;
    live(scene, seconds(3), (wish) => {
      pulls += wish.buttons & Button.fire;
    });
    expect(pulls).toBeGreaterThan(20);
  });

  test("the near like it near and the far like it far", () => {
    const distanceOf = (distance: number): number => {
      const scene = meet(HALL, middleOf(4, 8), middleOf(16, 8), { temper: temperOf({ distance }) });
      let sum = 0;
      live(scene, seconds(10), () => {
        const { x, y } = scene.self.player;
        sum += Math.hypot(x - scene.other.player.x, y - scene.other.player.y);
      });
      return sum / seconds(10);
    };
    expect(distanceOf(-1)).toBeLessThan(distanceOf(1) - 60);
  });

  test("it dashes aside when a shot is charged at it, the strong more often, and not when it goes elsewhere", () => {
    const dashes = (skill: number, aim: number): number => {
      let count = 0;
      for (let seed = 1; seed <= 20; seed++) {
        const scene = meet(HALL, middleOf(6, 8), middleOf(14, 8), { seed, skill });
        live(scene, 60);
        const { x, y } = scene.self.player;
        const towards = Math.atan2(y - scene.other.player.y, x - scene.other.player.x);
        Object.assign(scene.other.player, { charge: 30, aim: towards + aim });
        let dashed = false;
        live(scene, 6, (wish) => {
          dashed ||= (wish.buttons & Button.dash) !== 0;
        });
        if (dashed) count += 1;
      }
      return count;
    };
    expect(dashes(1, 0)).toBeGreaterThan(dashes(0, 0) + 3);
    expect(dashes(1, 1)).toBe(0);
  });

  test("two in one place part", () => {
    const scene = meet(HALL, middleOf(10, 8), middleOf(10, 8), { seed: 9 });
    live(scene, 60);
    const { self, other } = scene;
    expect(Math.hypot(self.player.x - other.player.x, self.player.y - other.player.y)).toBeGreaterThan(60);
  });

  test("the dead want nothing", () => {
    const scene = meet(HALL, middleOf(6, 8), middleOf(14, 8));
    live(scene, 60);
    scene.self.player.alive = 0;
    live(scene, 30, (wish) => expect({ ...wish, aim: 0 }).toEqual(command()));
  });
});

describe("a weak one", () => {
  const corner = drawArena(
    "##############",
    "#s...........#",
    "#............#",
    "#............#",
    "#......#######",
    "#......#.....#",
    "#......#.....#",
    "#............#",
    "#...........s#",
    "##############",
  );

  test("runs out of sight when it is cautious, and stands when it is not", () => {
    const hiddenTicks = (caution: number): number => {
      let hidden = 0;
      for (let seed = 1; seed <= 12; seed++) {
        const scene = meet(corner, middleOf(8, 2), middleOf(12, 2), { seed, temper: temperOf({ caution }) });
        scene.self.player.health = 12;
        live(scene, seconds(2), () => {
          if (scene.self.player.y > 4 * 32) hidden += 1;
        });
      }
      return hidden;
    };
    expect(hiddenTicks(1)).toBeGreaterThan(hiddenTicks(0) + 200);
  });
});

describe("in a quiet moment", () => {
  test("it fills its magazines, those of the weapons on its back too", () => {
    const scene = alone(HALL, middleOf(6, 8));
    const burst = weaponOf(WeaponId.burst);
    const rail = weaponOf(WeaponId.rail);
    arm(scene.self, burst);
    arm(scene.self, rail);
    scene.self.player.burstLoaded = 3;
    scene.self.player.railLoaded = 1;
    live(scene, seconds(8));
    expect(loadedOf(scene.self.player, burst)).toBe(burst.magazine!.rounds);
    expect(loadedOf(scene.self.player, rail)).toBe(rail.magazine!.rounds);
  });
});
