import { describe, expect, test } from "vitest";
import { seconds, WEAPONS, WeaponId, weaponOf } from "../../../shared/content/index.ts";
import { turnBetween } from "../../../shared/math/index.ts";
import { Button } from "../../../shared/sim/index.ts";
import { emptyArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { fighterAt } from "../testing.ts";
import { comfortOf, favourite, leastDistance, promiseOf, weaponFor } from "./arsenal.ts";
import { arm, live, meet } from "./testing.ts";
import { traitsFor } from "./traits.ts";

const HALL = emptyArena(40, 16);
const REGULAR = traitsFor(0.5);

/** A fighter with some weapons and all the rounds for them. */
function carrying(...ids: readonly number[]) {
  const fighter = fighterAt("bot", 0, middleOf(2, 2));
  for (const id of ids) arm(fighter, weaponOf(id));
  return fighter.player;
}

describe("the choice of a weapon", () => {
  test("is by distance: the fan near, the rays far", () => {
    const body = carrying(WeaponId.scatter, WeaponId.burst);
    expect(weaponFor(body, 60, REGULAR, 0).id).toBe(WeaponId.scatter);
    expect(weaponFor(body, 480, REGULAR, 0).id).toBe(WeaponId.burst);
  });

  test("is the starter where nothing else reaches or has rounds", () => {
    expect(weaponFor(carrying(), 200, REGULAR, 0).id).toBe(WeaponId.pulse);
    expect(weaponFor(carrying(WeaponId.scatter), 400, REGULAR, 0).id).toBe(WeaponId.pulse);
  });

  test("is never something that explodes in the own face, and never a mine", () => {
    const launcher = weaponOf(WeaponId.launcher);
    const body = carrying(WeaponId.launcher, WeaponId.mine);
    for (let distance = 10; distance < 700; distance += 10) {
      const { id } = weaponFor(body, distance, REGULAR, 0, 4);
      expect(id).not.toBe(WeaponId.mine);
      if (distance < leastDistance(launcher)) expect(id).toBe(WeaponId.pulse);
    }
    expect(weaponFor(body, 230, REGULAR, 0, 3).id).toBe(WeaponId.launcher);
  });

  test("counts how many are hit at once", () => {
    for (const id of [WeaponId.rail, WeaponId.launcher]) {
      const weapon = weaponOf(id);
      expect(promiseOf(weapon, 300, REGULAR, 3)).toBeCloseTo(promiseOf(weapon, 300, REGULAR) * 3);
    }
    const burst = weaponOf(WeaponId.burst);
    expect(promiseOf(burst, 300, REGULAR, 3)).toBe(promiseOf(burst, 300, REGULAR));
  });

  test("does not swing to and fro: what is in the hand stays there for a small gain", () => {
    const body = carrying(WeaponId.burst);
    let changes = 0;
    for (let i = 0; i < 200; i++) {
      const { id } = weaponFor(body, 240 + (i % 2) * 12, REGULAR, 0);
      if (id !== body.weapon) changes += 1;
      body.weapon = id;
    }
    expect(changes).toBeLessThanOrEqual(1);
  });

  test("an empty magazine is no weapon in a fight", () => {
    const body = carrying(WeaponId.burst);
    body.weapon = WeaponId.burst;
    body.burstLoaded = 0;
    body.reload = 60;
    expect(weaponFor(body, 200, REGULAR, 0).id).toBe(WeaponId.pulse);
  });

  test("a comfortable distance is one at which the weapon is of use, for all that are fought with", () => {
    for (const weapon of WEAPONS) {
      if (weapon.kind === "mine") continue;
      expect(promiseOf(weapon, comfortOf(weapon), REGULAR)).toBeGreaterThan(0);
    }
  });

  test("taste decides between weapons that are about as good", () => {
    const body = carrying(WeaponId.scatter, WeaponId.rail);
    expect(favourite(body, REGULAR, -1).id).toBe(WeaponId.scatter);
    expect(comfortOf(favourite(body, REGULAR, 1))).toBeGreaterThanOrEqual(
      comfortOf(favourite(body, REGULAR, -1)),
    );
  });
});

describe("the hand on the trigger", () => {
  test("holds a charge until the shot leaves, and lets go when the enemy is gone", () => {
    let shots = 0;
    let held = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const scene = meet(HALL, middleOf(4, 8), middleOf(17, 8), { seed, skill: 1 });
      arm(scene.self, weaponOf(WeaponId.rail), true);
      live(scene, seconds(6), undefined, (weapon) => {
        if (weapon === WeaponId.rail) shots += 1;
      });
      while (scene.self.player.charge < 10 && held < 10_000) {
        held += 1;
        live(scene, 1);
      }
      scene.other.player.alive = 0;
      live(scene, 3, (wish, tick) => {
        if (tick > 0) expect(wish.buttons & Button.fire).toBe(0);
      });
      expect(scene.self.player.charge).toBe(0);
    }
    expect(shots).toBeGreaterThan(6);
  });

  test("a charged shot leaves with the aim about right", () => {
    let shots = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const scene = meet(HALL, middleOf(4, 8), middleOf(17, 8), { seed });
      arm(scene.self, weaponOf(WeaponId.rail), true);
      live(scene, seconds(8), undefined, (weapon, wish) => {
        if (weapon !== WeaponId.rail) return;
        const { x, y } = scene.self.player;
        const towards = Math.atan2(scene.other.player.y - y, scene.other.player.x - x);
        expect(Math.abs(turnBetween(wish.aim, towards))).toBeLessThan(0.45);
        shots += 1;
      });
    }
    expect(shots).toBeGreaterThan(5);
  });

  test("throws no grenade at point blank", () => {
    const scene = meet(HALL, middleOf(10, 8), middleOf(12, 8), { skill: 1 });
    arm(scene.self, weaponOf(WeaponId.launcher), true);
    let thrown = 0;
    live(scene, seconds(10), undefined, (weapon) => {
      if (weapon !== WeaponId.launcher) return;
      thrown += 1;
      const { x, y } = scene.self.player;
      const distance = Math.hypot(scene.other.player.x - x, scene.other.player.y - y);
      expect(distance).toBeGreaterThan(leastDistance(weaponOf(WeaponId.launcher)) - 20);
    });
    expect(thrown).toBeGreaterThan(0);
  });
});
