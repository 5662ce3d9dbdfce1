import { describe, expect, it } from "vitest";
import { createPairPhase } from "./pairPhase.ts";

/**
 * Sends pairs to a server that takes a command on each tick and makes a patch after each second one.
 * @param from the tick before which the first pair comes
 * @returns how often a command went alone, and whether the last patches acknowledged the first of a pair
 */
function play(from: number, ticks: number): { alone: number; first: boolean } {
  const phase = createPairPhase();
  let sent = 0;
  let taken = 0;
  let held = 0;
  let end = 0;
  let alone = 0;
  let first = false;
  for (let tick = 1; tick <= ticks; tick++) {
    // A command a tick; the second one of a pair takes the first along.
    if (tick >= from) {
      if (held === 0 && phase.turns()) {
        alone += 1;
        phase.sent(1);
        sent += 1;
      } else if (++held === 2) {
        phase.sent(2);
        sent += 2;
        end = sent;
        held = 0;
      }
    }
    if (taken < sent) taken += 1;
    if (tick % 2 !== 0) continue;
    phase.acknowledged(taken);
    first = (taken - end) % 2 !== 0;
  }
  return { alone, first };
}

describe("the phase of pairs", () => {
  it("is turned once where patches acknowledge the second of a pair, and left alone otherwise", () => {
    const plays = [play(1, 600), play(2, 600)];
    expect(plays.map(({ first }) => first)).toEqual([true, true]);
    expect(plays.map(({ alone }) => alone).sort()).toEqual([0, 1]);
  });

  it("is left alone by a few patches that tell otherwise", () => {
    const phase = createPairPhase();
    phase.sent(2);
    for (let i = 0; i < 14; i++) phase.acknowledged(2);
    phase.acknowledged(1);
    for (let i = 0; i < 14; i++) phase.acknowledged(2);
    expect(phase.turns()).toBe(false);
    phase.acknowledged(2);
    expect(phase.turns()).toBe(true);
    expect(phase.turns()).toBe(false);
  });

  it("waits for what a turn has changed before it thinks of another", () => {
    const phase = createPairPhase();
    phase.sent(2);
    for (let i = 0; i < 15; i++) phase.acknowledged(2);
    expect(phase.turns()).toBe(true);
    phase.sent(1);
    phase.sent(2);
    for (let i = 0; i < 60; i++) phase.acknowledged(5);
    expect(phase.turns()).toBe(false);
  });

  it("is not thought of before anything is acknowledged, and begins anew with a connection", () => {
    const phase = createPairPhase();
    for (let i = 0; i < 100; i++) phase.acknowledged(0);
    expect(phase.turns()).toBe(false);
    phase.sent(2);
    for (let i = 0; i < 15; i++) phase.acknowledged(2);
    phase.reset();
    expect(phase.turns()).toBe(false);
  });
});
