import { expect, test } from "vitest";
import { createRandom } from "../../../shared/math/index.ts";
import { floorOf } from "./floor.ts";
import { type Movement, recordMovement } from "./movement.ts";

/** One drone, by its place at each snapshot. */
function movementOf(length: number, placeAt: (i: number) => { x: number; y: number; aim: number }): Movement {
  const rest = { id: 0, alive: 1, health: 1, plating: 0, weapon: 0, dashTicks: 0, charge: 0, score: 0 };
  return {
    snapshots: Array.from({ length }, (_, i) => ({
      tick: i,
      bolts: [],
      players: [{ ...rest, ...placeAt(i) }],
    })),
    commands: [],
  };
}

test("even flight tells nothing new", () => {
  const { order0Bits, givenLastBits } = floorOf(movementOf(100, (i) => ({ x: i * 2, y: 50, aim: 1 })));
  expect(order0Bits).toBeCloseTo(0, 6);
  expect(givenLastBits).toBeCloseTo(0, 6);
});

test("a coin for each snapshot is one bit, whatever was before", () => {
  const random = createRandom(5);
  let x = 500;
  const movement = movementOf(20_000, () => {
    x += random.next() < 0.5 ? 1 : -1;
    return { x, y: 0, aim: 0 };
  });
  const { order0Bits, givenLastBits, bytesPerSecond } = floorOf(movement);
  expect(order0Bits).toBeCloseTo(1, 2);
  expect(givenLastBits).toBeCloseTo(1, 2);
  // 30 bits a second.
  expect(bytesPerSecond).toBeCloseTo(30 / 8, 1);
});

test("what follows from the last change costs only where that is known", () => {
  // Steps of +4 and -4 in turn, on one axis.
  const { order0Bits, givenLastBits } = floorOf(
    movementOf(1000, (i) => ({ x: 100 + (i % 2) * 4, y: 0, aim: 0 })),
  );
  expect(order0Bits).toBeCloseTo(1, 2);
  expect(givenLastBits).toBeCloseTo(0, 6);
});

test("a fight is the same each time, and everybody has commands for each tick", () => {
  const fight = { arena: "range", players: 3, seed: 4, seconds: 1 };
  const movement = recordMovement(fight);
  expect(recordMovement(fight)).toEqual(movement);
  expect(movement.snapshots).toHaveLength(30);
  expect(movement.commands.map(({ length }) => length)).toEqual([60, 60, 60]);
});
