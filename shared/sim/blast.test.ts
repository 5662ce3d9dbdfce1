import { describe, expect, test } from "vitest";
import { drawArena, emptyArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { DRONE, type GrenadeWeapon, type MineWeapon, WeaponId, weaponOf } from "../content/index.ts";
import { blastDamage } from "./index.ts";

const OPEN = emptyArena(30, 30);
const CENTRE = middleOf(15, 15);
const BLASTS = [
  ["launcher", (weaponOf(WeaponId.launcher) as GrenadeWeapon).blast],
  ["mine", (weaponOf(WeaponId.mine) as MineWeapon).blast],
] as const;

describe.each(BLASTS)("the blast of the %s", (_name, blast) => {
  const at = (distance: number, angle = 0): number =>
    blastDamage(OPEN, blast, CENTRE.x, CENTRE.y, {
      x: CENTRE.x + Math.cos(angle) * (DRONE.radius + distance),
      y: CENTRE.y + Math.sin(angle) * (DRONE.radius + distance),
    });

  test("takes all of its damage from whoever touches its middle", () => {
    expect(blastDamage(OPEN, blast, CENTRE.x, CENTRE.y, CENTRE)).toBe(blast.damage);
    expect(at(0)).toBe(blast.damage);
  });

  test("falls off evenly to its rim, and ends there", () => {
    expect(at(blast.radius / 2)).toBe(Math.round((blast.damage + blast.rim) / 2));
    expect(at(blast.radius - 0.1)).toBe(blast.rim);
    expect(at(blast.radius + 0.1)).toBe(0);
    for (let distance = 1; distance < blast.radius; distance++) {
      expect(at(distance)).toBeLessThanOrEqual(at(distance - 1));
    }
  });

  test("is the same in every direction, and a whole number", () => {
    for (let angle = 0; angle < 6.2; angle += 0.37) {
      expect(at(30.5, angle)).toBe(at(30.5));
      expect(Number.isInteger(at(30.5, angle))).toBe(true);
    }
  });

  test("takes nothing behind a wall, and everything beside it", () => {
    const walled = drawArena("#######", "#.....#", "#..#..#", "#..#..#", "#..#..#", "#######");
    const { x, y } = middleOf(2, 3);
    expect(blastDamage(walled, blast, x, y, middleOf(4, 3))).toBe(0);
    expect(blastDamage(walled, blast, x, y, middleOf(1, 3))).toBeGreaterThan(0);
  });
});
