import { expect, test } from "vitest";
import { TICK_HZ, TICK_MS } from "../../shared/content/index.ts";
import { createServerPace } from "./serverPace.ts";

/** Patches of two ticks each, which take `share` times as long as they should. */
function play(seconds: number, share = 1, from = { tick: 0, ms: 0 }, pace = createServerPace()) {
  let { tick, ms } = from;
  const end = ms + seconds * 1000;
  while (ms < end) {
    tick += 2;
    ms += 2 * TICK_MS * share;
    pace.patched(tick, ms);
  }
  return { pace, at: { tick, ms } };
}

test("a server that keeps its pace makes 60 ticks in a second of its clock", () => {
  expect(play(4).pace.ticksPerS()).toBeCloseTo(TICK_HZ, 5);
});

test("nothing is claimed before there is enough to go by", () => {
  expect(play(1).pace.ticksPerS()).toBe(0);
});

test("a server that takes half as long again for each tick shows it within three seconds, and its recovery too", () => {
  const { pace, at } = play(4);
  const slow = play(3, 1.5, at, pace);
  expect(pace.ticksPerS()).toBeCloseTo(40, 0);
  play(3, 1, slow.at, pace);
  expect(pace.ticksPerS()).toBeCloseTo(TICK_HZ, 0);
});

test("patches that come late say nothing about the server: only its own clock counts", () => {
  const { pace, at } = play(4);
  // A burst after a stall of the network: many patches at once, each with the time at which it was made.
  play(0.9, 1, at, pace);
  expect(pace.ticksPerS()).toBeCloseTo(TICK_HZ, 5);
});

test("another room, or a return after a while, begins anew", () => {
  const { pace, at } = play(4);
  pace.patched(at.tick + 20, at.ms + 5000);
  expect(pace.ticksPerS()).toBe(0);
  play(4, 1, { tick: 10, ms: 0 }, pace);
  expect(pace.ticksPerS()).toBeCloseTo(TICK_HZ, 5);
});
