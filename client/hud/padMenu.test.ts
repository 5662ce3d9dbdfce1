import { expect, test } from "vitest";
import { createRepeat } from "./padMenu.ts";

test("a direction steps at once, again after a while, and then often", () => {
  const repeat = createRepeat();
  const steps: number[] = [];
  for (let now = 0; now <= 800; now += 10) if (repeat("down", now) !== null) steps.push(now);
  expect(steps[0]).toBe(0);
  expect(steps[1]).toBeGreaterThan(300);
  expect(steps[2]! - steps[1]!).toBeLessThan(150);
});

test("another direction steps at once, and so does the same one after it was let go", () => {
  const repeat = createRepeat();
  expect(repeat("down", 0)).toBe("down");
  expect(repeat("left", 10)).toBe("left");
  expect(repeat(null, 20)).toBeNull();
  expect(repeat("left", 30)).toBe("left");
});
