import { expect, test } from "vitest";
import type { Arena } from "../../shared/arena/index.ts";
import { drawArena } from "../../tests/fixtures/arenas.ts";
import { createSight } from "./sight.ts";
import { traceWalls } from "./walls.ts";

const TILE = 32;

/** px² that are seen. */
function seenArea(arena: Arena, x: number, y: number, reach: number): number {
  const sight = createSight(arena, traceWalls(arena));
  sight.look(x, y, reach, 0);
  let sum = 0;
  for (let i = 0; i < sight.length; i += 2) {
    const next = (i + 2) % sight.length;
    sum += sight.rim[i]! * sight.rim[next + 1]! - sight.rim[next]! * sight.rim[i + 1]!;
  }
  return sum / 2;
}

test("an empty room is seen whole, to its corners", () => {
  const room = drawArena("#######", "#.....#", "#.....#", "#.....#", "#######");
  expect(seenArea(room, 100, 70, 1000)).toBeCloseTo(15 * TILE * TILE, 0);
});

test("a block hides itself and what lies straight behind it", () => {
  // From far to the left on the block's middle line, the shadow is the block and a little more than the tiles behind.
  const hall = drawArena("#########", "#.......#", "#....#..#", "#.......#", "#########");
  const seen = seenArea(hall, TILE * 1.5, TILE * 2.5, 2000) / TILE / TILE;
  const shadow = 21 - seen;
  // The block is 1 tile; behind it the shadow widens from 1 tile to 1 + 2 * 3/3.5 * 0.5 over two more tiles.
  const widthAt = (tiles: number): number => tiles / 3.5;
  expect(shadow).toBeCloseTo(((widthAt(3.5) + widthAt(6.5)) / 2) * 3, 2);
});

test("nothing is seen beyond the reach", () => {
  const hall = drawArena("........", "........", "........", "........", "........", "........");
  const area = seenArea(hall, 128, 96, 64);
  expect(area).toBeLessThanOrEqual(Math.PI * 64 * 64);
  expect(area).toBeGreaterThan(Math.PI * 64 * 64 * 0.99);
});

test("the same place gives the same sight after a walk through the hall", () => {
  const hall = drawArena("##########", "#........#", "#..##....#", "#......#.#", "#........#", "##########");
  const sight = createSight(hall, traceWalls(hall));
  sight.look(60, 60, 500, 6);
  const before = sight.rim.slice(0, sight.length);
  for (let step = 0; step <= 40; step++) sight.look(60 + step * 5, 60 + (step % 7) * 10, 500, 6);
  sight.look(60, 60, 500, 6);
  expect(sight.rim.slice(0, sight.length)).toEqual(before);
});
