import { expect, test } from "vitest";
import { compareStandings, placeOf } from "./ranking.ts";

const standing = (score: number, kills = score, deaths = 0) => ({ score, kills, deaths });

test("points decide, then kills, then deaths", () => {
  const sorted = [standing(2), standing(5, 4), standing(5, 6, 3), standing(5, 6, 1)].sort(compareStandings);
  expect(sorted).toEqual([standing(5, 6, 1), standing(5, 6, 3), standing(5, 4), standing(2)]);
});

test("equals share a place, and the next one is not moved up", () => {
  const all = [standing(7), standing(5), standing(5), standing(1)];
  expect(all.map((one) => placeOf(one, all))).toEqual([1, 2, 2, 4]);
});
