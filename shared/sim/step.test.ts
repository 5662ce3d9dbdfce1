import { describe, expect, test } from "vitest";
import { drawArena, emptyArena, loadArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { createHammer, droneAt, STAND, steer } from "../../tests/fixtures/drones.ts";
import { type Arena, isSolid } from "../arena/index.ts";
import { DRONE, TICK_HZ, TICK_S, TILE } from "../content/index.ts";
import { createRandom } from "../math/index.ts";
import { type Body, Button, type Command, killBody, STEER_MAX, stepBody } from "./index.ts";

const OPEN = emptyArena(40, 40);
const result = { dashed: false, fired: -1 };
/** Two lattice steps: what rounding may add to a place. */
const ROUNDING = 2 / 32;
/** What rounding may add to a speed. */
const SPEED_ROUNDING = 0.1;

function step(body: Body, command: Command, arena: Arena, ticks = 1): Body {
  for (let i = 0; i < ticks; i++) stepBody(body, command, arena, result);
  return body;
}

function speedOf(body: Body): number {
  return Math.sqrt(body.vx * body.vx + body.vy * body.vy);
}

/** How many px a drone reaches into the walls around it. */
function depthInWalls(arena: Arena, { x, y }: Body): number {
  let depth = 0;
  for (let row = Math.floor(y / TILE) - 1; row <= Math.floor(y / TILE) + 1; row++) {
    for (let column = Math.floor(x / TILE) - 1; column <= Math.floor(x / TILE) + 1; column++) {
      if (!isSolid(arena, column, row)) continue;
      const dx = x - Math.min(Math.max(x, column * TILE), (column + 1) * TILE);
      const dy = y - Math.min(Math.max(y, row * TILE), (row + 1) * TILE);
      depth = Math.max(depth, DRONE.radius - Math.sqrt(dx * dx + dy * dy));
    }
  }
  return depth;
}

describe("moving", () => {
  test("reaches full speed in six ticks and rests after nine", () => {
    const body = droneAt(middleOf(20, 20));
    step(body, steer(1, 0), OPEN, 5);
    expect(body.vx).toBeLessThan(DRONE.speed - 1);
    step(body, steer(1, 0), OPEN);
    expect(body.vx).toBeCloseTo(DRONE.speed, 0);
    step(body, STAND, OPEN, 8);
    expect(body.vx).toBeGreaterThan(0);
    step(body, STAND, OPEN);
    expect(body.vx).toBe(0);
    const { x } = body;
    step(body, STAND, OPEN, 60);
    expect(body.x).toBe(x);
  });

  test("a diagonal is no faster than a straight line", () => {
    const straight = step(droneAt(middleOf(20, 20)), steer(1, 0), OPEN, 30);
    const diagonal = step(droneAt(middleOf(20, 20)), steer(1, 1), OPEN, 30);
    expect(Math.abs(speedOf(diagonal) - speedOf(straight))).toBeLessThan(SPEED_ROUNDING);
    const way = ({ x, y }: Body): number => Math.hypot(x - middleOf(20, 20).x, y - middleOf(20, 20).y);
    expect(Math.abs(way(diagonal) - way(straight))).toBeLessThan(1);
  });

  test("half a deflection is half the speed", () => {
    const body = step(droneAt(middleOf(20, 20)), { ...STAND, mx: 64 }, OPEN, 30);
    expect(body.vx).toBeCloseTo((DRONE.speed * 64) / STEER_MAX, 0);
  });

  test("the dead do not move", () => {
    const body = droneAt(middleOf(20, 20));
    step(body, steer(1, 0), OPEN, 10);
    killBody(body);
    const before = { ...body };
    step(body, steer(1, 0, { buttons: Button.fire | Button.dash }), OPEN, 60);
    expect({ ...body, held: before.held }).toEqual(before);
    expect(result).toEqual({ dashed: false, fired: -1 });
  });
});

describe("walls", () => {
  const hall = drawArena("##########", "#s.......#", "#........#", "#........#", "##########");

  test("stop whoever flies straight into them, at a radius from the wall", () => {
    const body = step(droneAt(middleOf(2, 2)), steer(0, 1), hall, 120);
    expect(Math.abs(body.y - (4 * TILE - DRONE.radius))).toBeLessThan(ROUNDING);
    expect(body.vy).toBe(0);
  });

  test("do not slow down who flies along them", () => {
    const free = droneAt(middleOf(1, 2));
    const along = droneAt({ x: middleOf(1, 2).x, y: 4 * TILE - DRONE.radius });
    for (let i = 0; i < 45; i++) {
      step(free, steer(1, 0), hall);
      step(along, steer(1, 0), hall);
      expect(along.x).toBe(free.x);
      expect(along.vx).toBe(free.vx);
    }
  });

  test("let slide who presses against them, evenly over the seams of their tiles", () => {
    const body = droneAt({ x: middleOf(1, 2).x, y: 4 * TILE - DRONE.radius });
    step(body, steer(1, 1), hall, 20);
    const speed = body.vx;
    expect(speed).toBeCloseTo(DRONE.speed * Math.SQRT1_2, -1);
    for (let i = 0; i < 40; i++) {
      step(body, steer(1, 1), hall);
      expect(Math.abs(body.vx - speed)).toBeLessThan(2);
      expect(Math.abs(body.y - (4 * TILE - DRONE.radius))).toBeLessThan(ROUNDING);
    }
  });

  test("hold a drone in their corner at rest", () => {
    const body = step(droneAt(middleOf(2, 2)), steer(-1, 1), hall, 120);
    expect(Math.abs(body.x - (TILE + DRONE.radius))).toBeLessThan(ROUNDING);
    expect(Math.abs(body.y - (4 * TILE - DRONE.radius))).toBeLessThan(ROUNDING);
    const { x, y } = body;
    step(body, steer(-1, 1), hall, 60);
    expect(Math.hypot(body.x - x, body.y - y)).toBeLessThan(ROUNDING);
  });

  test("an outer corner turns a drone aside instead of catching it", () => {
    const corner = drawArena("########", "#s.....#", "#......#", "#...##.#", "#...##.#", "########");
    // Ten px of the drone are in the way of the block.
    const body = droneAt({ x: 4 * TILE - DRONE.radius + 4, y: middleOf(3, 1).y });
    step(body, steer(0, 1), corner, 60);
    expect(body.x).toBeLessThan(4 * TILE - DRONE.radius + ROUNDING);
    expect(body.y).toBeGreaterThan(4 * TILE);
  });

  test("a gap of one tile lets a drone through at full speed", () => {
    const gap = drawArena(
      "#######",
      "#s....#",
      "###.###",
      "###.###",
      "###.###",
      "#.....#",
      "#.....#",
      "#######",
    );
    const body = step(droneAt(middleOf(3, 1)), steer(0, 1), gap, 20);
    expect(body.vy).toBeCloseTo(DRONE.speed, 0);
    step(body, steer(0, 1), gap, 60);
    expect(body.y).toBeGreaterThan(6 * TILE);
  });

  test("nobody is ever inside one, whatever is pressed", () => {
    const arena = loadArena("foundry");
    const random = createRandom(11);
    for (const spawn of arena.spawns) {
      const body = droneAt(spawn);
      const hammer = createHammer(random);
      for (let i = 0; i < 1500; i++) {
        step(body, hammer(), arena);
        expect(depthInWalls(arena, body)).toBeLessThan(ROUNDING);
      }
    }
  });
});

describe("the dash", () => {
  const DASH = steer(1, 0, { buttons: Button.dash });

  test("covers three and a half tiles in nine ticks along the steering", () => {
    const body = droneAt(middleOf(10, 10));
    const { x } = body;
    step(body, DASH, OPEN);
    expect(result.dashed).toBe(true);
    step(body, steer(0, 1), OPEN, DRONE.dash.ticks - 1);
    expect(Math.abs(body.x - x - DRONE.dash.speed * DRONE.dash.ticks * TICK_S)).toBeLessThan(1);
    expect(body.y).toBe(middleOf(10, 10).y);
    expect(body.dashTicks).toBe(0);
  });

  test("goes along the aim when nothing is steered", () => {
    const body = step(
      droneAt(middleOf(10, 10)),
      { ...STAND, aim: Math.PI / 2, buttons: Button.dash },
      OPEN,
      5,
    );
    expect(body.y).toBeGreaterThan(middleOf(10, 10).y + 50);
    expect(Math.abs(body.x - middleOf(10, 10).x)).toBeLessThan(ROUNDING);
  });

  test("is as long however far the stick is out", () => {
    const gentle = step(droneAt(middleOf(10, 10)), { ...STAND, mx: 20, buttons: Button.dash }, OPEN, 9);
    const full = step(droneAt(middleOf(10, 10)), DASH, OPEN, 9);
    expect(gentle.x).toBe(full.x);
  });

  test("takes a press: holding the button is one dash", () => {
    const body = droneAt(middleOf(4, 10));
    let dashes = 0;
    for (let i = 0; i < 60; i++) {
      step(body, DASH, OPEN);
      if (result.dashed) dashes += 1;
    }
    expect(dashes).toBe(1);
    expect(body.dashCharges).toBe(DRONE.dash.charges - 1);
  });

  test("has two charges, and a third press does nothing", () => {
    const body = droneAt(middleOf(4, 10));
    let dashes = 0;
    for (let press = 0; press < 3; press++) {
      step(body, DASH, OPEN);
      if (result.dashed) dashes += 1;
      step(body, STAND, OPEN, 12);
    }
    expect(dashes).toBe(2);
    expect(body.dashCharges).toBe(0);
  });

  test("a press during a dash is lost", () => {
    const body = droneAt(middleOf(4, 10));
    step(body, DASH, OPEN);
    step(body, STAND, OPEN);
    step(body, DASH, OPEN);
    expect(result.dashed).toBe(false);
    expect(body.dashCharges).toBe(1);
  });

  test("charges come back one after the other", () => {
    const body = droneAt(middleOf(4, 10));
    step(body, DASH, OPEN);
    step(body, STAND, OPEN, 12);
    step(body, DASH, OPEN);
    expect(body.dashCharges).toBe(0);
    step(body, STAND, OPEN, DRONE.dash.rechargeTicks - 14);
    expect(body.dashCharges).toBe(0);
    step(body, STAND, OPEN);
    expect(body.dashCharges).toBe(1);
    step(body, STAND, OPEN, DRONE.dash.rechargeTicks - 1);
    expect(body.dashCharges).toBe(1);
    step(body, STAND, OPEN);
    expect(body.dashCharges).toBe(2);
    step(body, STAND, OPEN, 10 * TICK_HZ);
    expect(body.dashCharges).toBe(2);
  });

  test("passes no wall, from any distance and at any slant", () => {
    const walled = drawArena("#########", "#s..#...#", "#...#...#", "#...#...#", "#########");
    for (let start = 0; start < 40; start++) {
      for (const my of [-127, -40, 0, 55, 127]) {
        const body = droneAt({ x: TILE + DRONE.radius + start, y: middleOf(2, 2).y });
        step(body, { ...STAND, mx: STEER_MAX, my, buttons: Button.dash }, walled, 20);
        expect(body.x).toBeLessThan(4 * TILE - DRONE.radius + ROUNDING);
      }
    }
  });
});
