import { expect, test } from "vitest";
import { TICK_MS } from "../../shared/content/index.ts";
import { BOUNDS_MS, createStepMeter } from "./stepMeter.ts";

const countAt = (counts: Float64Array, bound: number): number => counts[BOUNDS_MS.indexOf(bound)]!;
const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);

test("each step is counted by how long it took", () => {
  const meter = createStepMeter();
  const room = meter.open();
  for (const [beganAt, took] of [
    [0, 0.2],
    [TICK_MS, 0.25],
    [2 * TICK_MS, 9],
    [4 * TICK_MS, 5000],
  ] as const) {
    room.begin(beganAt);
    room.end(beganAt + took);
  }
  expect(countAt(meter.took.counts, 0.25)).toBe(2);
  expect(countAt(meter.took.counts, 10)).toBe(1);
  expect(meter.took.counts.at(-1)).toBe(1);
  expect(total(meter.took.counts)).toBe(4);
  expect(meter.took.sumMs).toBeCloseTo(5009.45);
});

test("a step is late by what it began more than a tick after the one before; the first of a room follows none", () => {
  const meter = createStepMeter();
  const [one, other] = [meter.open(), meter.open()];
  one.begin(0);
  other.begin(5);
  expect(total(meter.late.counts)).toBe(0);
  one.begin(TICK_MS);
  other.begin(5 + TICK_MS + 7.5);
  expect(countAt(meter.late.counts, BOUNDS_MS[0]!)).toBe(1);
  expect(countAt(meter.late.counts, 8)).toBe(1);
});

test("steps that make up for missed ones are doubled, and not late", () => {
  const meter = createStepMeter();
  const room = meter.open();
  for (const now of [0, 2 * TICK_MS, 2 * TICK_MS + 0.3, 3 * TICK_MS]) room.begin(now);
  expect(meter.doubled).toBe(1);
  expect(countAt(meter.late.counts, 17)).toBe(1);
  expect(total(meter.late.counts)).toBe(3);
});
