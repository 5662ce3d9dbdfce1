import { describe, expect, it } from "vitest";
import { createRandom } from "../../shared/math/index.ts";
import { CLEAR, createTraffic, recoveryMs, type Way } from "./way.ts";

/** A game's traffic: a chunk every 16 ms. Returns how late each one comes, in ms. */
function send(way: Partial<Way>, { chunks = 1000, bytes = 100, roundTrip = 50, seed = 1 } = {}): number[] {
  const traffic = createTraffic(createRandom(seed));
  const late: number[] = [];
  for (let i = 0; i < chunks; i++) {
    late.push(traffic.arrival(i * 16, bytes, { ...CLEAR, ...way }, roundTrip) - i * 16);
  }
  return late;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe("one direction of a link", () => {
  it("does nothing by itself", () => {
    expect(new Set(send({}))).toEqual(new Set([0]));
  });

  it("delays each chunk by the delay and up to the jitter", () => {
    const late = send({ delayMs: 25, jitterMs: 10 });
    expect(Math.min(...late)).toBeGreaterThanOrEqual(25);
    expect(Math.max(...late)).toBeLessThan(35);
    expect(mean(late)).toBeCloseTo(30, 0);
  });

  it("keeps the order when the jitter is longer than the pause between two chunks", () => {
    const late = send({ jitterMs: 200 });
    const arrivals = late.map((ms, i) => ms + i * 16);
    expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
    expect(new Set(arrivals).size).toBeLessThan(arrivals.length);
  });

  it("is the same again for the same seed, and another for another", () => {
    const way = { jitterMs: 30, loss: 0.05 };
    expect(send(way, { seed: 4 })).toEqual(send(way, { seed: 4 }));
    expect(send(way, { seed: 4 })).not.toEqual(send(way, { seed: 5 }));
  });

  it("lets no more bytes through than the rate, after the first window", () => {
    // 100 chunks of 1000 bytes within 1.6 s, at 20 kB a second: 85.4 kB wait for 4.27 s.
    const late = send({ rate: 20_000 }, { chunks: 100, bytes: 1000 });
    expect(late[0]).toBe(0);
    expect(late[99]! + 99 * 16).toBeCloseTo(((100_000 - 14_600) / 20_000) * 1000, 6);
  });

  it("does not slow down what is within the rate", () => {
    expect(Math.max(...send({ rate: 20_000 }, { bytes: 200 }))).toBe(0);
  });

  it("loses the share that it is told to; each loss costs a quarter more than the round trip", () => {
    const way: Partial<Way> = { delayMs: 25, loss: 0.02 };
    const late = send(way, { chunks: 50_000 });
    const struck = late.filter((ms, i) => ms > 25 + 33 && late[i - 1] === 25);
    expect(struck.length / late.length).toBeGreaterThan(0.01);
    expect(struck.length / late.length).toBeLessThan(0.02);
    expect(Math.min(...struck)).toBeCloseTo(25 + recoveryMs(50), 6);
  });

  it("holds everything behind a lost chunk and lets it come in one burst", () => {
    const arrivals = send({ delayMs: 25, loss: 0.02 }, { chunks: 2000 }).map((ms, i) => ms + i * 16);
    const together = arrivals.filter((at, i) => at === arrivals[i + 1] || at === arrivals[i - 1]);
    expect(together.length).toBeGreaterThan(100);
  });
});
