import { expect, test } from "vitest";
import { createRandom } from "../../shared/math/index.ts";
import { createHistogram } from "./histogram.ts";

test("parts that were counted apart and put together say what one that saw all says", () => {
  const random = createRandom(5);
  const [all, whole, ...parts] = Array.from({ length: 5 }, createHistogram);
  const values: number[] = [];
  for (let i = 0; i < 3000; i++) {
    const value = Math.round(Math.exp(random.range(0, 14)));
    values.push(value);
    all!.record(value);
    parts[i % parts.length]!.record(value);
  }
  for (const part of parts) whole!.add(part.take());
  values.sort((a, b) => a - b);
  const { count, p50, p99, mean } = whole!.summary(1)!;
  expect(count).toBe(3000);
  for (const [found, rank] of [
    [p50, 1500],
    [p99, 2970],
  ] as const)
    expect(Math.abs(found / values[rank - 1]! - 1)).toBeLessThan(0.02);
  expect(Math.abs(mean / (values.reduce((sum, value) => sum + value) / 3000) - 1)).toBeLessThan(0.02);
  expect(whole!.summary(1)!.p999).toBe(all!.summary(1)!.p999);
});

test("taking begins anew, and nothing recorded has no summary", () => {
  const histogram = createHistogram();
  expect(histogram.summary(1)).toBeNull();
  histogram.record(2000, 3);
  expect(histogram.take()).toEqual(Uint32Array.of(2000, 3));
  expect(histogram.summary(1)).toBeNull();
  expect(histogram.take()).toHaveLength(0);
});

test("values are scaled, rounded, and held within what can be told apart", () => {
  const histogram = createHistogram();
  histogram.record(1499.6);
  expect(histogram.summary(1000)!.max).toBeCloseTo(1.5, 1);
  histogram.record(-3);
  histogram.record(1e12);
  expect(histogram.summary(1)!.max).toBeGreaterThan(59_000_000);
  expect(histogram.summary(1)!.count).toBe(3);
});
