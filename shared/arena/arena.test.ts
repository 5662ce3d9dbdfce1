import { describe, expect, test } from "vitest";
import { drawArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { TILE } from "../content/index.ts";
import { createRandom, directionOf, TAU } from "../math/index.ts";
import { type Arena, castFan, castRay, inSight, isSolid } from "./index.ts";

const HALL = drawArena(
  "############",
  "#s.....#...#",
  "#..##..#...#",
  "#..##......#",
  "#......#...#",
  "#.#..###...#",
  "#.#........#",
  "############",
);

/** A place on the floor, drawn by chance. */
function somewhere(
  arena: Arena,
  random: { range(min: number, max: number): number },
): { x: number; y: number } {
  for (;;) {
    const spot = { x: random.range(0, arena.columns * TILE), y: random.range(0, arena.rows * TILE) };
    if (!isSolid(arena, Math.floor(spot.x / TILE), Math.floor(spot.y / TILE))) return spot;
  }
}

test("everything beyond the border is solid, and so is a place that is no number", () => {
  const { columns, rows } = HALL;
  for (const [column, row] of [
    [-1, 1],
    [1, -1],
    [columns, 1],
    [1, rows],
    [Number.NaN, 1],
  ] as const) {
    expect(isSolid(HALL, column, row)).toBe(true);
  }
  expect(isSolid(HALL, 1, 1)).toBe(false);
});

describe("rays", () => {
  test("a ray stops at the first wall: the same as walking it in steps of a hundredth", () => {
    const random = createRandom(7);
    const direction = { x: 0, y: 0 };
    for (let i = 0; i < 400; i++) {
      const { x, y } = somewhere(HALL, random);
      directionOf(random.range(0, TAU), direction);
      const reach = random.range(10, 500);
      let walked = 0;
      const blocked = (at: number): boolean =>
        isSolid(HALL, Math.floor((x + direction.x * at) / TILE), Math.floor((y + direction.y * at) / TILE));
      while (walked < reach && !blocked(walked)) walked += 0.01;
      // Steps may jump over a corner that the ray grazes by less than a hundredth: the ray is then the shorter one.
      const cast = castRay(HALL, x, y, direction.x, direction.y, reach);
      expect(cast).toBeLessThan(walked + 0.02);
      if (cast < walked - 0.02) expect(blocked(cast + 0.0001) || blocked(cast + 0.005)).toBe(true);
    }
  });

  test("along the axes and from the middle of a tile to the wall", () => {
    const { x, y } = middleOf(1, 1);
    expect(castRay(HALL, x, y, 1, 0, 1000)).toBe(5.5 * TILE);
    expect(castRay(HALL, x, y, -1, 0, 1000)).toBe(0.5 * TILE);
    expect(castRay(HALL, x, y, 0, 1, 1000)).toBe(5.5 * TILE);
    expect(castRay(HALL, x, y, 0, -1, 1000)).toBe(0.5 * TILE);
  });

  test("a fan is its rays, each as by itself, and no more than were asked for", () => {
    const { x, y } = middleOf(1, 1);
    const ways = new Float64Array(20);
    const free = new Float64Array(10).fill(-1);
    const direction = { x: 0, y: 0 };
    for (let i = 0; i < 10; i++) {
      directionOf(i * 0.6, direction);
      ways[i * 2] = direction.x;
      ways[i * 2 + 1] = direction.y;
    }
    castFan(HALL, x, y, ways, 9, 300, free);
    for (let i = 0; i < 9; i++) {
      expect(free[i]).toBe(castRay(HALL, x, y, ways[i * 2]!, ways[i * 2 + 1]!, 300));
    }
    expect(free[9]).toBe(-1);
  });

  test("looks no farther than its reach", () => {
    const { x, y } = middleOf(1, 1);
    expect(castRay(HALL, x, y, 1, 0, 40)).toBe(40);
  });

  test("is of no length within a wall or outside the map", () => {
    expect(castRay(HALL, 5, 5, 1, 0, 100)).toBe(0);
    expect(castRay(HALL, -50, 60, 1, 0, 100)).toBe(0);
  });
});

describe("sight", () => {
  test("whom I see sees me, from anywhere", () => {
    const random = createRandom(8);
    let seen = 0;
    for (let i = 0; i < 3000; i++) {
      const a = somewhere(HALL, random);
      const b = somewhere(HALL, random);
      const there = inSight(HALL, a.x, a.y, b.x, b.y);
      expect(inSight(HALL, b.x, b.y, a.x, a.y)).toBe(there);
      if (there) seen += 1;
    }
    expect(seen).toBeGreaterThan(500);
    expect(seen).toBeLessThan(2500);
  });

  test("even along a line through the very corner of a wall", () => {
    const corner = drawArena("####", "#s##", "#..#", "####");
    const a = middleOf(1, 1);
    const b = middleOf(2, 2);
    expect(inSight(corner, a.x, a.y, b.x, b.y)).toBe(inSight(corner, b.x, b.y, a.x, a.y));
  });

  test("a wall hides, an open door does not", () => {
    const left = middleOf(6, 2);
    const right = middleOf(8, 2);
    expect(inSight(HALL, left.x, left.y, right.x, right.y)).toBe(false);
    expect(inSight(HALL, middleOf(6, 3).x, middleOf(6, 3).y, middleOf(8, 3).x, middleOf(8, 3).y)).toBe(true);
  });

  test("everybody sees the place they are in", () => {
    expect(inSight(HALL, 50, 50, 50, 50)).toBe(true);
  });
});
