import { expect, test } from "vitest";
import { createSeries, type Merge } from "./series.ts";
import { createSlope } from "./slope.ts";

const merge: Merge = (name, earlier, later) =>
  name === "worst" ? Math.max(earlier, later) : name === "count" ? earlier + later : later;

test("a course of any length keeps a bounded number of rows, and loses neither peaks nor counts", () => {
  const series = createSeries(merge, 16);
  for (let i = 0; i < 1000; i++) series.add({ t: i, worst: i === 137 ? 99 : 1, count: 1 });
  expect(series.rows.length).toBeLessThanOrEqual(16);
  expect(series.rows.length).toBeGreaterThan(6);
  expect(Math.max(...series.rows.map(({ worst }) => worst!))).toBe(99);
  expect(series.rows.reduce((sum, { count }) => sum + count!, 0)).toBe(1000);
  expect(series.rows.at(-1)!.t).toBe(999);
  const times = series.rows.map(({ t }) => t!);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test("what only one of two rows knows is kept", () => {
  const series = createSeries(merge, 2);
  series.add({ worst: 1 });
  series.add({ t: 5 });
  expect(series.rows).toEqual([{ worst: 1, t: 5 }]);
});

test("a slope is that of the line through the points, however large they are", () => {
  const slope = createSlope();
  expect(slope.value()).toBeNull();
  for (let x = 0; x < 100; x++) slope.add(x, 1e12 + 3 * x + (x % 2 === 0 ? 5 : -5));
  expect(slope.value()).toBeCloseTo(3, 1);
});
