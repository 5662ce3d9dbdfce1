import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { keep, saysTheSame } from "./keep.ts";

test("data is the same when every part of it is", () => {
  expect(saysTheSame({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  expect(saysTheSame({ a: [1, { b: null }] }, { a: [1, { b: 0 }] })).toBe(false);
  expect(saysTheSame([1, 2], [1, 2, 3])).toBe(false);
  expect(saysTheSame([], {})).toBe(false);
  expect(saysTheSame(null, {})).toBe(false);
  expect(saysTheSame(Number.NaN, Number.NaN)).toBe(true);
});

test("a signal keeps the very object that it has while the next one says the same", () => {
  const first = { name: "Mira", score: 3 };
  const kept = signal(first);
  keep(kept, { name: "Mira", score: 3 });
  expect(kept.value).toBe(first);
  keep(kept, { name: "Mira", score: 4 });
  expect(kept.value).toEqual({ name: "Mira", score: 4 });
});
