import { Int32Histogram } from "hdr-histogram-js";

/** The largest value that is told apart: a minute in microseconds. What is more counts as this. */
const MOST = 60_000_000;

/** Values are told apart to two digits: 1 %. */
const DIGITS = 2;

/** How often which value was seen: pairs of a value and a count. Travels between threads. */
export type Tally = Uint32Array;

/** What the reports say of a histogram. */
export interface Summary {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/**
 * Counts whole numbers from 0 up, in 11 kB however many there are: a soak of hours takes no more memory than a minute.
 * The counting is HdrHistogram's.
 */
export interface Histogram {
  /** @param count how often it was seen */
  record(value: number, count?: number): void;
  add(tally: Tally): void;
  /** All that was recorded so far; begins anew. */
  take(): Tally;
  /** Null while there is nothing. Everything is divided by `scale`. */
  summary(scale: number): Summary | null;
}

export function createHistogram(): Histogram {
  const counts = new Int32Histogram(1, MOST, DIGITS);
  const record = (value: number, count = 1): void => {
    counts.recordValueWithCount(Math.min(MOST, Math.max(0, Math.round(value))), count);
  };
  return {
    record,
    add(tally) {
      for (let i = 0; i < tally.length; i += 2) record(tally[i]!, tally[i + 1]);
    },
    take() {
      const pairs: number[] = [];
      for (let i = 0; i < counts.countsArrayLength; i++) {
        const count = counts.getCountAtIndex(i);
        if (count > 0) pairs.push(counts.valueFromIndex(i), count);
      }
      counts.reset();
      return Uint32Array.from(pairs);
    },
    summary(scale) {
      if (counts.totalCount === 0) return null;
      const at = (percent: number): number => counts.getValueAtPercentile(percent) / scale;
      return {
        count: counts.totalCount,
        mean: counts.mean / scale,
        p50: at(50),
        p90: at(90),
        p99: at(99),
        p999: at(99.9),
        max: counts.maxValue / scale,
      };
    },
  };
}
