import { expect, test } from "vitest";
import { Action } from "./actions.ts";
import { createLatch } from "./latch.ts";

test("what is held reaches every command until it is let go", () => {
  const latch = createLatch();
  latch.press("KeyW", Action.up);
  expect(latch.take()).toBe(Action.up);
  expect(latch.take()).toBe(Action.up);
  latch.release("KeyW");
  expect(latch.take()).toBe(0);
});

test("a press that is over before the next tick reaches exactly one command", () => {
  const latch = createLatch();
  latch.press("Space", Action.dash);
  latch.release("Space");
  expect(latch.take()).toBe(Action.dash);
  expect(latch.take()).toBe(0);
});

test("a source that repeats itself while it is held adds no second tap", () => {
  const latch = createLatch();
  latch.press("mouse", Action.fire);
  latch.take();
  latch.press("mouse", Action.fire);
  latch.release("mouse");
  expect(latch.take()).toBe(0);
});

test("an action held by two keys ends with the last of them", () => {
  const latch = createLatch();
  latch.press("KeyW", Action.up);
  latch.press("ArrowUp", Action.up);
  latch.take();
  latch.release("KeyW");
  expect(latch.take()).toBe(Action.up);
  latch.release("ArrowUp");
  expect(latch.take()).toBe(0);
});

test("clearing lets go of everything, taps included", () => {
  const latch = createLatch();
  latch.press("KeyW", Action.up);
  latch.press("Space", Action.dash);
  latch.release("Space");
  latch.clear();
  expect(latch.take()).toBe(0);
});
