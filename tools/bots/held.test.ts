import { expect, test } from "vitest";
import { collectGarbage, watchHeld } from "./held.ts";

const MB = 1_000_000;

/** What the thread holds after a full collection. */
function weigh(): number {
  const held = watchHeld();
  collectGarbage();
  return held.take()!;
}

test("what is held is told from what only lies about, whether on the heap or beside it", () => {
  const before = weigh();
  let objects: unknown[] = Array.from({ length: 500_000 }, (_, i) => ({ i }));
  let buffer = new Uint8Array(20 * MB);
  const between = weigh();
  expect(objects.length + buffer.length).toBe(20.5 * MB);
  expect(between - before).toBeGreaterThan(25 * MB);
  objects = [];
  buffer = new Uint8Array();
  expect(weigh() - before).toBeLessThan(2 * MB);
  expect(objects.length + buffer.length).toBe(0);
});

test("each collection is told of once, and none that did not look at everything", () => {
  const held = watchHeld();
  expect(held.take()).toBeNull();
  collectGarbage();
  expect(held.take()).toBeGreaterThan(MB);
  expect(held.take()).toBeNull();
});
