import { describe, expect, it } from "vitest";
import { createMissedTicks } from "./missedTicks.ts";

const HZ = 60;
const TICK_MS = 1000 / HZ;

/** Runs a room's timer as Colyseus does, late by so much at each turn, and sums up what is reported as lost. */
function run(delaysMs: readonly number[]): number {
  const missed = createMissedTicks(HZ);
  let now = 0;
  let backlog = 0;
  let lost = 0;
  for (const delay of delaysMs) {
    now += TICK_MS + delay;
    backlog += TICK_MS + delay;
    let ran = 0;
    for (; backlog >= TICK_MS && ran < 5; ran++) {
      backlog -= TICK_MS;
      lost += missed(now);
    }
    if (ran === 5) backlog = 0;
  }
  return lost;
}

const calm = (turns: number): number[] => new Array<number>(turns).fill(0);

describe("ticks that a room has lost", () => {
  it("are none while it keeps time, or makes up for a little delay", () => {
    expect(run(calm(600))).toBe(0);
    expect(run([...calm(60), 50, ...calm(60), 30, 30, ...calm(60)])).toBe(0);
  });

  it("are what a long stop takes beyond the five that are made up for", () => {
    // 200 ms are 12 ticks besides the one that was due; the one at the border may fall to either side.
    const lost = run([...calm(60), 200, ...calm(60)]);
    expect(lost).toBeGreaterThanOrEqual(7);
    expect(lost).toBeLessThanOrEqual(8);
  });

  it("add up over several stops", () => {
    const stops = Array.from({ length: 5 }, () => [...calm(60), 200]).flat();
    expect(run([...stops, ...calm(60)])).toBeGreaterThanOrEqual(35);
  });
});
