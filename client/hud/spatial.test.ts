import { expect, test } from "vitest";
import { type Box, nextBox } from "./spatial.ts";

function box(left: number, top: number, width = 100, height = 40): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/** Two rows of three, and a wide one below. */
const GRID = [
  ...[box(0, 0), box(120, 0), box(240, 0)],
  ...[box(0, 60), box(120, 60), box(240, 60)],
  box(0, 120, 340),
];

test.each([
  [0, "right", 1],
  [2, "left", 1],
  [1, "down", 4],
  [5, "up", 2],
  [4, "down", 6],
  [6, "up", 4],
] as const)("from %i, %s leads to %i", (from, direction, to) => {
  expect(nextBox(GRID[from]!, GRID, direction)).toBe(to);
});

test("at the edge left and right stay, up and down go round", () => {
  expect(nextBox(GRID[2]!, GRID, "right")).toBe(-1);
  expect(nextBox(GRID[0]!, GRID, "left")).toBe(-1);
  expect(nextBox(GRID[6]!, GRID, "down")).toBe(0);
  expect(nextBox(GRID[1]!, GRID, "up")).toBe(6);
});

test("straight ahead comes before what is nearer but aside", () => {
  const [from, aside, ahead] = [box(0, 0), box(300, 45), box(0, 200)];
  expect(nextBox(from, [from, aside, ahead], "down")).toBe(2);
});

test("from nowhere it begins where reading begins", () => {
  expect(nextBox(null, [GRID[3]!, GRID[1]!, GRID[0]!], "down")).toBe(2);
  expect(nextBox(null, [], "down")).toBe(-1);
});
