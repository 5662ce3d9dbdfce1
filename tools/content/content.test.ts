import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DRONE, type GrenadeWeapon, WEAPONS, WeaponId } from "../../shared/content/index.ts";
import { createShot, launchGrenade, stepGrenade } from "../../shared/sim/index.ts";
import { emptyArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { DISTANCES, MEASURED_PLATING, timeToKill } from "./measure.ts";
import { contentPage } from "./page.ts";

test("the page about the content is true; `npm run content:table` writes it anew", () => {
  expect(readFileSync(new URL("../../docs/content.md", import.meta.url), "utf8")).toBe(contentPage());
});

test("the range of the Launcher is how far its grenade rolls before it bursts, within a tenth", () => {
  const weapon = WEAPONS.find(({ kind }) => kind === "grenade") as GrenadeWeapon;
  const arena = emptyArena(40, 5);
  const shot = { ...createShot(), ...middleOf(2, 2) };
  const grenade = launchGrenade(weapon, shot, { x: 0, y: 0, vx: 0, vy: 0, age: 0 });
  while (grenade.age < weapon.fuseTicks) stepGrenade(arena, weapon, grenade);
  const rolled = grenade.x - shot.x;
  expect(rolled / weapon.range).toBeGreaterThan(0.9);
  expect(rolled / weapon.range).toBeLessThan(1.1);
});

describe("the time to kill", () => {
  const pulse = WEAPONS[WeaponId.pulse]!;

  test("is that of the shots that it takes, and of the way of the last one", () => {
    const shots = Math.ceil(DRONE.health / pulse.damage);
    const least = ((shots - 1) * pulse.cooldownTicks) / 60;
    const near = timeToKill(pulse, DISTANCES.near, 0)!;
    expect(near).toBeGreaterThanOrEqual(least);
    expect(near).toBeLessThan(least + 0.2);
    expect(timeToKill(pulse, DISTANCES.far, 0)!).toBeGreaterThan(near + 0.3);
  });

  test("is longer through plating, and endless out of range", () => {
    for (const weapon of WEAPONS) {
      const fresh = timeToKill(weapon, DISTANCES.near, 0);
      const plated = timeToKill(weapon, DISTANCES.near, MEASURED_PLATING);
      if (weapon.kind === "mine") expect(fresh).toBeNull();
      else expect(plated!).toBeGreaterThanOrEqual(fresh!);
    }
    expect(timeToKill(WEAPONS[WeaponId.scatter]!, DISTANCES.far, 0)).toBeNull();
  });
});
