import { expect, test } from "vitest";
import { dealJoins } from "./crew.ts";

test("players come in one after the other at an even pace, the threads taking turns", () => {
  expect(dealJoins(5, 10, 2)).toEqual([
    [
      { index: 0, afterMs: 0 },
      { index: 2, afterMs: 200 },
      { index: 4, afterMs: 400 },
    ],
    [
      { index: 1, afterMs: 100 },
      { index: 3, afterMs: 300 },
    ],
  ]);
});

test("there is no thread without a player", () => {
  expect(dealJoins(2, 10, 8)).toHaveLength(2);
});
