import { expect, test } from "vitest";
import { type NetLevel, nextNetLevel } from "./level.ts";

test("one key goes through all levels and back to none", () => {
  const seen: NetLevel[] = [0];
  while (seen.length < 5) seen.push(nextNetLevel(seen.at(-1)!));
  expect(seen).toEqual([0, 1, 2, 3, 0]);
});
