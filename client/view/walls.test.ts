import { expect, test } from "vitest";
import { drawArena } from "../../tests/fixtures/arenas.ts";
import { type Outline, traceWalls } from "./walls.ts";

const TILE = 32;

/** Twice the area is positive where the floor lies inside, in tiles. */
function areaOf(outline: Outline): number {
  let sum = 0;
  outline.forEach((a, i) => {
    const b = outline[(i + 1) % outline.length]!;
    sum += a.x * b.y - b.x * a.y;
  });
  return sum / 2 / TILE / TILE;
}

test("a room is one outline of four corners, along its floor", () => {
  const outlines = traceWalls(drawArena("#####", "#...#", "#...#", "#####"));
  expect(outlines).toHaveLength(1);
  expect(outlines[0]).toHaveLength(4);
  expect(areaOf(outlines[0]!)).toBe(6);
});

test("tiles side by side become one block", () => {
  const outlines = traceWalls(drawArena(".....", ".###.", ".#...", "....."));
  expect(outlines.map((o) => o.length).sort()).toEqual([4, 6]);
  expect(outlines.map(areaOf).sort((a, b) => a - b)).toEqual([-4, 20]);
});

test("blocks that touch at a corner stay two", () => {
  const outlines = traceWalls(drawArena("....", ".#..", "..#.", "...."));
  expect(outlines.map(areaOf).sort((a, b) => a - b)).toEqual([-1, -1, 16]);
});

test("the floor inside and around a ring of wall is outlined on both sides", () => {
  const outlines = traceWalls(drawArena(".....", ".###.", ".#.#.", ".###.", "....."));
  expect(outlines.map(areaOf).sort((a, b) => a - b)).toEqual([-9, 1, 25]);
});

test("an open rim counts as wall beyond it, and a hall without floor has no outline", () => {
  expect(traceWalls(drawArena(".")).map(areaOf)).toEqual([1]);
  expect(traceWalls(drawArena("##", "##"))).toEqual([]);
});
