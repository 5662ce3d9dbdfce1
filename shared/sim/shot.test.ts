import { describe, expect, test } from "vitest";
import { drawArena, emptyArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { type BoltWeapon, DRONE, POSITION, TICK_S, TILE, WeaponId, weaponOf } from "../content/index.ts";
import { createRandom, snap, TAU } from "../math/index.ts";
import { boltTravel, createShot, meetsDrone, rayToCircle, shotFrom, shotOf } from "./index.ts";

const ARENA = emptyArena(60, 20);
const PULSE = weaponOf(WeaponId.pulse) as BoltWeapon;
const BURST = weaponOf(WeaponId.burst);
const SCATTER = weaponOf(WeaponId.scatter);

describe("a shot", () => {
  test("leaves the muzzle along the aim and flies its range", () => {
    const body = middleOf(10, 10);
    const shot = shotOf(ARENA, PULSE, body, 0, 0, 1, 0, createShot());
    expect(shot).toMatchObject({ x: body.x + PULSE.muzzle, y: body.y, dx: 1, dy: 0, reach: PULSE.range });
  });

  test("ends at the first wall", () => {
    const body = middleOf(57, 10);
    const shot = shotOf(ARENA, PULSE, body, 0, 0, 1, 0, createShot());
    expect(shot.x + shot.reach).toBe(59 * TILE);
  });

  test("does not leave through a wall that the muzzle touches", () => {
    const thin = drawArena("#####", "#s#.#", "#####");
    const body = { x: 2 * TILE - DRONE.radius, y: middleOf(1, 1).y };
    const shot = shotOf(thin, PULSE, body, 0, 0, 1, 0, createShot());
    expect(shot.x).toBe(2 * TILE);
    expect(shot.reach).toBe(0);
  });

  test("ends where it did for whoever knows its start and its direction alone, rounded as they travel", () => {
    const halls = drawArena("##########", "#s...#...#", "#....#...#", "#........#", "##########");
    const random = createRandom(4);
    for (let i = 0; i < 500; i++) {
      const body = { x: random.range(1.5, 4.5) * TILE, y: random.range(1.5, 3.5) * TILE };
      const shot = shotOf(halls, PULSE, body, random.range(0, TAU), 0, 1, 0, createShot());
      const start = { x: snap(POSITION, shot.x), y: snap(POSITION, shot.y) };
      const told = shotFrom(halls, PULSE, start, Math.atan2(shot.dy, shot.dx), createShot());
      // A slanting ray makes somewhat more of the 64th of a px that rounding takes.
      expect(Math.abs(told.reach - shot.reach)).toBeLessThan(1);
    }
  });

  test("of the Burst scatters within its spread, of the Pulse not at all", () => {
    const body = middleOf(10, 10);
    const angles = new Set<number>();
    for (let seq = 1; seq <= 300; seq++) {
      const { dx, dy } = shotOf(ARENA, BURST, body, 0, 3, seq, 0, createShot());
      const angle = Math.atan2(dy, dx);
      expect(Math.abs(angle)).toBeLessThanOrEqual(BURST.spread + 1e-9);
      angles.add(angle);
      expect(shotOf(ARENA, PULSE, body, 0, 3, seq, 0, createShot()).dy).toBe(0);
    }
    expect(angles.size).toBeGreaterThan(290);
    expect(Math.max(...angles)).toBeGreaterThan(BURST.spread * 0.9);
    expect(Math.min(...angles)).toBeLessThan(-BURST.spread * 0.9);
  });

  test("scatters alike on both sides, from the slot and the number of the command alone", () => {
    const server = shotOf(ARENA, BURST, middleOf(10, 10), 1.25, 2, 77, 0, createShot());
    shotOf(ARENA, BURST, middleOf(3, 3), 2, 5, 12, 0, createShot());
    const client = shotOf(ARENA, BURST, middleOf(10, 10), 1.25, 2, 77, 0, createShot());
    expect(client).toEqual(server);
    expect(shotOf(ARENA, BURST, middleOf(10, 10), 1.25, 3, 77, 0, createShot()).dx).not.toBe(server.dx);
    expect(shotOf(ARENA, BURST, middleOf(10, 10), 1.25, 2, 78, 0, createShot()).dx).not.toBe(server.dx);
  });
});

describe("the fan of the Scatter", () => {
  /** Angles of all pellets of one shot, in radians. */
  function fan(slot: number, seq: number, aim = 0): number[] {
    return Array.from({ length: SCATTER.pellets }, (_, pellet) => {
      const { dx, dy } = shotOf(ARENA, SCATTER, middleOf(30, 10), aim, slot, seq, pellet, createShot());
      return Math.atan2(dy, dx);
    });
  }

  test("has one pellet in each part of it, so that none comes out lopsided", () => {
    const part = (2 * SCATTER.spread) / SCATTER.pellets;
    for (let seq = 1; seq <= 200; seq++) {
      fan(3, seq).forEach((angle, pellet) => {
        expect(Math.floor((angle + SCATTER.spread) / part + 1e-9)).toBe(pellet);
      });
    }
  });

  test("follows from the slot and the number of the command, on both sides alike", () => {
    expect(fan(2, 77)).toEqual(fan(2, 77));
    expect(fan(2, 78)).not.toEqual(fan(2, 77));
    expect(fan(3, 77)).not.toEqual(fan(2, 77));
    // Only the low 16 bits of the number travel with a shot.
    expect(fan(2, 77 + 0x10000)).toEqual(fan(2, 77));
  });

  test("is spread evenly over many shots", () => {
    let sum = 0;
    for (let seq = 1; seq <= 500; seq++) for (const angle of fan(1, seq)) sum += angle;
    expect(Math.abs(sum / (500 * SCATTER.pellets))).toBeLessThan(SCATTER.spread / 50);
  });
});

describe("a bolt", () => {
  test("flies evenly to the end of its reach and never back", () => {
    expect(boltTravel(PULSE, 500, 0)).toBe(0);
    expect(boltTravel(PULSE, 500, -3)).toBe(0);
    expect(boltTravel(PULSE, 500, 10)).toBeCloseTo(PULSE.speed * 10 * TICK_S);
    expect(boltTravel(PULSE, 500, 1000)).toBe(500);
  });

  test("meets a drone within a stretch of its way, a bolt's breadth earlier than a ray", () => {
    const shot = { x: 100, y: 100, dx: 1, dy: 0, reach: 500, muzzle: 22 };
    expect(meetsDrone(shot, 0, 500, 300, 100, 0)).toBe(200 - DRONE.radius);
    expect(meetsDrone(shot, 0, 500, 300, 100, 4)).toBe(200 - DRONE.radius - 4);
    expect(meetsDrone(shot, 0, 100, 300, 100, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(meetsDrone(shot, 150, 200, 300, 100, 0)).toBe(200 - DRONE.radius);
    expect(meetsDrone(shot, 250, 300, 300, 100, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  test("loses nobody between two stretches", () => {
    const random = createRandom(14);
    const shot = { x: 100, y: 100, dx: 1, dy: 0, reach: 600, muzzle: 22 };
    for (let i = 0; i < 300; i++) {
      const x = random.range(100, 700);
      const y = random.range(80, 120);
      const whole = meetsDrone(shot, 0, 600, x, y, 4);
      let parts = Number.POSITIVE_INFINITY;
      for (let from = 0; from < 600 && parts === Number.POSITIVE_INFINITY; from += 15) {
        parts = meetsDrone(shot, from, from + 15, x, y, 4);
      }
      if (whole === Number.POSITIVE_INFINITY) expect(parts).toBe(whole);
      else expect(parts).toBeCloseTo(whole, 6);
    }
  });
});

describe("a ray and a circle", () => {
  test("from within the circle, its rim included, the way is 0", () => {
    expect(rayToCircle(0, 0, 1, 0, 3, 0, 5)).toBe(0);
    expect(rayToCircle(0, 0, -1, 0, 5, 0, 5)).toBe(0);
  });

  test("a circle behind is never met", () => {
    expect(rayToCircle(0, 0, 1, 0, -20, 0, 5)).toBe(Number.POSITIVE_INFINITY);
  });

  test("a ray that just touches meets, one beside it misses", () => {
    expect(rayToCircle(0, 0, 1, 0, 50, 5, 5)).toBe(50);
    expect(rayToCircle(0, 0, 1, 0, 50, 5.001, 5)).toBe(Number.POSITIVE_INFINITY);
  });

  test("a meeting lies on the rim, and nothing before it within the circle", () => {
    const random = createRandom(15);
    let met = 0;
    for (let i = 0; i < 2000; i++) {
      const angle = random.range(0, TAU);
      const dx = Math.cos(angle);
      const dy = Math.sin(angle);
      const cx = random.range(-60, 60);
      const cy = random.range(-60, 60);
      const at = rayToCircle(0, 0, dx, dy, cx, cy, 13);
      if (at === Number.POSITIVE_INFINITY || at === 0) continue;
      met += 1;
      expect(Math.hypot(dx * at - cx, dy * at - cy)).toBeCloseTo(13, 6);
      expect(Math.hypot(dx * (at - 0.01) - cx, dy * (at - 0.01) - cy)).toBeGreaterThan(13);
    }
    expect(met).toBeGreaterThan(100);
  });
});
