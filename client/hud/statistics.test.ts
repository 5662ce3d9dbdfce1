import { expect, test } from "vitest";
import { accuracyOf, bestWeaponOf, medalsOf } from "./statistics.ts";

test("accuracy is of everything that was fired, and nobody has one before the first shot", () => {
  expect(accuracyOf({ shots: [10, 30], hits: [5, 5] })).toBe(0.25);
  expect(accuracyOf({ shots: [0, 0], hits: [0, 0] })).toBeNull();
});

test("a beam through two drones is not more than always a hit", () => {
  expect(accuracyOf({ shots: [2], hits: [4] })).toBe(1);
});

test("the best weapon has the most kills, whatever was fired most", () => {
  const record = { shots: [100, 12, 4], hits: [60, 6, 3], killsWith: [1, 3, 1] };
  expect(bestWeaponOf(record)).toEqual({ weapon: 1, kills: 3, accuracy: 0.5 });
});

test("between equals in kills, hits decide", () => {
  expect(bestWeaponOf({ shots: [9, 9], hits: [2, 3], killsWith: [0, 0] })).toMatchObject({ weapon: 1 });
  expect(bestWeaponOf({ shots: [9, 9], hits: [4, 3], killsWith: [2, 2] })).toMatchObject({ weapon: 0 });
});

test("who has hit nothing has no best weapon", () => {
  expect(bestWeaponOf({ shots: [9, 9], hits: [0, 0], killsWith: [0, 0] })).toBeNull();
});

test("only medals that were earned are listed", () => {
  expect(medalsOf({ medals: [1, 0, 2, 0, 0, 0] })).toEqual([
    { medal: 0, count: 1 },
    { medal: 2, count: 2 },
  ]);
});
