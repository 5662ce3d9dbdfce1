import { expect, test } from "vitest";
import { createReturnLimit } from "./returnLimit.ts";

test("three returns a minute happen by themselves, the fourth waits for the player", () => {
  let now = 0;
  const mayReturn = createReturnLimit(() => now);
  expect([mayReturn(), mayReturn(), mayReturn(), mayReturn()]).toEqual([true, true, true, false]);
  now = 59_999;
  expect(mayReturn()).toBe(false);
  now = 60_000;
  expect(mayReturn()).toBe(true);
});
