import { expect, test } from "vitest";
import { leaderOf } from "./leader.ts";

const scores = (...points: number[]) => points.map((score, slot) => ({ slot, score }));

test.each([
  ["the one with the most points", [1, 5, 3], 1],
  ["nobody before the first point", [0, 0], -1],
  ["nobody while two share the lead, whoever came first", [4, 2, 4], -1],
  ["the one who passes those who shared it", [4, 4, 5], 2],
  ["nobody in an empty hall", [], -1],
])("%s wears it", (_, points, slot) => {
  expect(leaderOf(scores(...points))).toBe(slot);
});
