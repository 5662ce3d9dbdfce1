import { expect, test } from "vitest";
import { TAU } from "../../shared/math/index.ts";
import { Action } from "./actions.ts";
import { createKeyAim, SLOW_TURN } from "./keyAim.ts";

/** The aim after so many ticks of the same keys. */
function after(ticks: number, held: number, aim: number, speed = 1): number {
  const keys = createKeyAim();
  let now = aim;
  for (let i = 0; i < ticks; i++) now = keys.turn(held, now, speed);
  return now;
}

test("a tap turns a little, towards the key by the shorter way", () => {
  expect(after(1, Action.aimDown, 0)).toBeCloseTo(SLOW_TURN);
  expect(after(1, Action.aimUp, 0)).toBeCloseTo(TAU - SLOW_TURN);
});

test("a key that is held turns all the way in well under half a second, and stays there", () => {
  expect(after(30, Action.aimLeft, 0.01)).toBeCloseTo(Math.PI);
  expect(after(90, Action.aimLeft, 0.01)).toBeCloseTo(Math.PI);
});

test("two keys aim between them, and opposite ones hold each other", () => {
  expect(after(60, Action.aimDown | Action.aimRight, 0)).toBeCloseTo(Math.PI / 4);
  expect(after(60, Action.aimLeft | Action.aimRight, 1)).toBe(1);
});

test("every angle can be reached: keys let go leave the aim where it is", () => {
  const keys = createKeyAim();
  const turned = keys.turn(Action.aimDown, 0, 1);
  expect(keys.turn(0, turned, 1)).toBe(turned);
  expect(keys.turn(Action.aimDown, turned, 1) - turned).toBeCloseTo(SLOW_TURN);
});

test("the speed is the player's", () => {
  expect(after(1, Action.aimDown, 0, 2)).toBeCloseTo(2 * SLOW_TURN);
});
