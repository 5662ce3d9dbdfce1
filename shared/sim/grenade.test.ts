import { describe, expect, test } from "vitest";
import { drawArena, emptyArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { type Arena, inSight, type Spot } from "../arena/index.ts";
import { DRONE, type GrenadeWeapon, POSITION, TICK_S, TILE, WeaponId, weaponOf } from "../content/index.ts";
import { createRandom, snap, TAU } from "../math/index.ts";
import { touchesWall } from "./collision.ts";
import { createShot, type Grenade, grenadeMeets, launchGrenade, shotOf, stepGrenade } from "./index.ts";

const LAUNCHER = weaponOf(WeaponId.launcher) as GrenadeWeapon;
const OPEN = emptyArena(60, 40);

/** A grenade that leaves from the hand of a drone at a place. */
function thrown(arena: Arena, from: Spot, aim: number): Grenade {
  const shot = shotOf(arena, LAUNCHER, from, aim, 0, 1, 0, createShot());
  return launchGrenade(LAUNCHER, shot, { x: 0, y: 0, vx: 0, vy: 0, age: 0 });
}

function roll(arena: Arena, grenade: Grenade, ticks: number): Grenade {
  for (let i = 0; i < ticks; i++) stepGrenade(arena, LAUNCHER, grenade);
  return grenade;
}

function speedOf({ vx, vy }: Grenade): number {
  return Math.sqrt(vx * vx + vy * vy);
}

describe("a grenade", () => {
  test("leaves the muzzle at its speed, slows down on its way and counts its age", () => {
    const from = middleOf(5, 20);
    const grenade = thrown(OPEN, from, 0);
    expect(grenade).toEqual({ x: from.x + LAUNCHER.muzzle, y: from.y, vx: LAUNCHER.speed, vy: 0, age: 0 });
    roll(OPEN, grenade, 1);
    expect(grenade.x).toBeCloseTo(from.x + LAUNCHER.muzzle + LAUNCHER.speed * TICK_S);
    let before = speedOf(grenade);
    for (let tick = 2; tick <= LAUNCHER.fuseTicks; tick++) {
      roll(OPEN, grenade, 1);
      expect(speedOf(grenade)).toBeLessThan(before);
      before = speedOf(grenade);
    }
    expect(grenade.age).toBe(LAUNCHER.fuseTicks);
    expect(grenade.y).toBe(from.y);
  });

  test("lies still in the end, long after its fuse", () => {
    const grenade = roll(OPEN, thrown(OPEN, middleOf(5, 20), 0.3), 600);
    const { x, y } = grenade;
    expect(speedOf(grenade)).toBe(0);
    roll(OPEN, grenade, 60);
    expect(grenade).toMatchObject({ x, y });
  });

  test("comes back from a wall with a part of its speed, and keeps what went along the wall", () => {
    const hall = emptyArena(20, 20);
    const grenade = thrown(hall, middleOf(16, 10), TAU / 8);
    const along = grenade.vy;
    let ticks = 0;
    while (grenade.vx > 0) {
      roll(hall, grenade, 1);
      ticks += 1;
    }
    expect(grenade.x).toBeLessThan(19 * TILE - LAUNCHER.boltRadius);
    expect(-grenade.vx / grenade.vy).toBeCloseTo(LAUNCHER.bounce, 6);
    expect(grenade.vy).toBeGreaterThan(along * 0.98 ** ticks);
  });

  test("flies around a corner that no ray goes around", () => {
    const bend = drawArena(
      "###########",
      "#.........#",
      "#.........#",
      "#######...#",
      "#######...#",
      "#######...#",
      "###########",
    );
    const from = middleOf(2, 1);
    let around = 0;
    for (let aim = 0; aim < TAU; aim += 0.05) {
      const { x, y } = roll(bend, thrown(bend, from, aim), LAUNCHER.fuseTicks);
      if (!inSight(bend, from.x, from.y, x, y)) around += 1;
    }
    expect(around).toBeGreaterThan(5);
  });

  test("takes the same path twice, bit by bit", () => {
    const hall = emptyArena(12, 9);
    for (let i = 0; i < 50; i++) {
      const one = roll(hall, thrown(hall, middleOf(4, 4), i / 8), LAUNCHER.fuseTicks);
      expect(roll(hall, thrown(hall, middleOf(4, 4), i / 8), LAUNCHER.fuseTicks)).toEqual(one);
    }
  });

  test("begins where the wire says it does", () => {
    const random = createRandom(41);
    for (let i = 0; i < 200; i++) {
      const { x, y } = thrown(OPEN, middleOf(20, 20), random.range(0, TAU));
      expect([x, y]).toEqual([snap(POSITION, x), snap(POSITION, y)]);
    }
  });

  test("is free when its thrower stands at a wall, in a corner or in a gap, whatever the aim", () => {
    const nook = drawArena("#######", "#.....#", "#.###.#", "#.#.#.#", "#.....#", "#######");
    const random = createRandom(42);
    const stands = [
      { x: TILE + DRONE.radius, y: TILE + DRONE.radius },
      { x: TILE + DRONE.radius, y: 3 * TILE },
      { x: 6 * TILE - DRONE.radius, y: 5 * TILE - DRONE.radius },
      { x: middleOf(3, 3).x, y: 3 * TILE + DRONE.radius },
    ];
    for (const stand of stands) {
      for (let i = 0; i < 300; i++) {
        const grenade = thrown(nook, stand, random.range(0, TAU));
        expect(touchesWall(nook, grenade.x, grenade.y, LAUNCHER.boltRadius)).toBe(false);
      }
    }
  });

  test("at a wall comes straight back over the head of its thrower", () => {
    const hall = emptyArena(20, 10);
    const wall = 19 * TILE;
    const grenade = thrown(hall, { x: wall - DRONE.radius, y: middleOf(1, 5).y }, 0);
    roll(hall, grenade, 20);
    expect(grenade.x).toBeLessThan(wall - 60);
  });

  test("touches a drone at the reach of both their radii", () => {
    const grenade = { x: 100, y: 100, vx: 0, vy: 0, age: 3 };
    const reach = DRONE.radius + LAUNCHER.boltRadius;
    expect(grenadeMeets(LAUNCHER, grenade, 100 + reach, 100)).toBe(true);
    expect(grenadeMeets(LAUNCHER, grenade, 100 + reach + 0.1, 100)).toBe(false);
  });
});
