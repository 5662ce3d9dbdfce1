import type { Quantiles } from "./orders.ts";

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The middle, the 99th of a hundred and the largest of some numbers; zeros for none. Sorts them in place. */
export function quantilesOf(values: Float64Array): Quantiles {
  if (values.length === 0) return { p50: 0, p99: 0, max: 0 };
  values.sort();
  const at = (share: number): number => rounded(values[Math.floor((values.length - 1) * share)]!);
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

/** Keeps up to so many numbers without allocating. */
export interface Samples {
  add(value: number): void;
  clear(): void;
  count(): number;
  total(): number;
  quantiles(): Quantiles;
}

export function createSamples(capacity: number): Samples {
  const values = new Float64Array(capacity);
  let count = 0;
  return {
    add(value) {
      if (count < capacity) values[count++] = value;
    },
    clear() {
      count = 0;
    },
    count: () => count,
    total: () => values.subarray(0, count).reduce((sum, value) => sum + value, 0),
    quantiles: () => quantilesOf(values.slice(0, count)),
  };
}
