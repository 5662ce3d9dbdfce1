import { expect, test } from "vitest";
import { WEAPONS } from "../../shared/content/index.ts";
import { createPicks } from "./picks.ts";

/** The hand of a drone that carries some weapons, by default all of them. */
function handWith(weaponInHand: number, carried: readonly number[] = WEAPONS.map(({ id }) => id)) {
  const hand = { inHand: weaponInHand, carried: new Set(carried) };
  const picks = createPicks({ weaponInHand: () => hand.inHand, carries: (id) => hand.carried.has(id) });
  return { hand, picks };
}

test("a chosen weapon is asked for until the drone has it, and then no more", () => {
  const { hand, picks } = handWith(0);
  expect(picks.take()).toBe(0);
  picks.choose(1);
  for (let tick = 0; tick < 20; tick++) expect(picks.take()).toBe(2);
  hand.inHand = 1;
  expect(picks.take()).toBe(0);
});

test("a wish is sent a few times even when the hand seems to have it already", () => {
  const { picks } = handWith(1);
  picks.choose(1);
  expect([picks.take(), picks.take(), picks.take(), picks.take()]).toEqual([2, 2, 2, 0]);
});

test("steps go round the row from the newest wish", () => {
  const { picks } = handWith(0);
  picks.step(-1);
  expect(picks.take()).toBe(WEAPONS.length);
  picks.step(1);
  expect(picks.take()).toBe(1);
});

test("steps pass over what is not carried", () => {
  const { picks } = handWith(0, [0, 3, 5]);
  picks.step(1);
  expect(picks.take()).toBe(4);
  picks.step(1);
  expect(picks.take()).toBe(6);
  picks.step(1);
  expect(picks.take()).toBe(1);
  picks.step(-2);
  expect(picks.take()).toBe(4);
});

test("what is not carried cannot be wished for, and nobody steps to it when nothing else is there", () => {
  const { picks } = handWith(0, [0]);
  picks.choose(4);
  expect(picks.take()).toBe(0);
  picks.step(1);
  expect(picks.take()).toBe(1);
});

test("a wish ends when the weapon is empty, so that it is not drawn as soon as it is found again", () => {
  const { hand, picks } = handWith(0, [0, 2]);
  picks.choose(2);
  expect(picks.take()).toBe(3);
  hand.carried.delete(2);
  expect(picks.take()).toBe(0);
  hand.carried.add(2);
  expect(picks.take()).toBe(0);
});

test("the last weapon comes back, to and fro; without one it is the next", () => {
  const { hand, picks } = handWith(0, [0, 2, 5]);
  picks.take();
  picks.swap();
  expect(picks.take()).toBe(3);
  hand.inHand = 2;
  picks.take();
  hand.inHand = 5;
  picks.take();
  picks.swap();
  expect(picks.take()).toBe(3);
  hand.inHand = 2;
  picks.take();
  picks.swap();
  expect(picks.take()).toBe(6);
});

test("a new drone has no last weapon, and one that ran empty is none either", () => {
  const { hand, picks } = handWith(3, [0, 3, 4]);
  picks.take();
  hand.inHand = 4;
  picks.take();
  hand.carried.delete(3);
  picks.swap();
  expect(picks.take()).toBe(1);
  picks.clear();
  for (const inHand of [-1, 0]) {
    hand.inHand = inHand;
    picks.take();
  }
  picks.swap();
  expect(picks.take()).toBe(5);
});
