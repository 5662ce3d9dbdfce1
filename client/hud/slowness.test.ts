import { expect, test } from "vitest";
import { createSlowness } from "./slowness.ts";

test("frames are slow when they have been so for eight seconds without a break", () => {
  const isSlow = createSlowness();
  expect(isSlow(20, 0)).toBe(false);
  expect(isSlow(20, 7999)).toBe(false);
  expect(isSlow(20, 8000)).toBe(true);
  expect(isSlow(60, 8100)).toBe(false);
  expect(isSlow(20, 8200)).toBe(false);
  expect(isSlow(29, 16_200)).toBe(true);
});

test("a page that was hidden was not slow", () => {
  const isSlow = createSlowness();
  isSlow(20, 0);
  expect(isSlow(0, 5000)).toBe(false);
  expect(isSlow(20, 9000)).toBe(false);
});
