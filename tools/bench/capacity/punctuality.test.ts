import { expect, test } from "vitest";
import { createPunctuality } from "./punctuality.ts";

const TICK = 1000 / 60;

/**
 * Plays, two inputs a frame, against a server that takes one input a tick and acknowledges at every second.
 * @returns the wait of the one of the last two that came later, in ms
 */
function play(seconds: number, phase: number): number {
  const punctuality = createPunctuality();
  const waiting: number[] = [];
  let taken = 0;
  let wait = 0;
  let waitBefore = 0;
  let dueAt = phase;
  let held = 0;
  for (let tick = 1; tick < seconds * 60; tick++) {
    const now = tick * TICK;
    for (; dueAt < now; dueAt += TICK / (1 + punctuality.trim)) {
      if (++held < 2) continue;
      punctuality.sent(held, dueAt);
      waiting.push(dueAt, dueAt);
      held = 0;
    }
    const input = waiting.shift();
    if (input !== undefined) {
      taken += 1;
      waitBefore = wait;
      wait = now - input;
    }
    if (tick % 2 === 0) punctuality.acknowledged(taken, now);
  }
  return Math.min(wait, waitBefore);
}

test.each([0.1, 4, 9, 16])(
  "inputs that begin %d ms into a tick come just in time after some seconds",
  (phase) => {
    const wait = play(25, phase);
    expect(wait).toBeGreaterThan(1);
    expect(wait).toBeLessThan(9);
  },
);

test("a backlog of two ticks is worked off", () => {
  expect(play(1, -2 * TICK)).toBeGreaterThan(TICK);
  expect(play(25, -2 * TICK)).toBeLessThan(9);
});
