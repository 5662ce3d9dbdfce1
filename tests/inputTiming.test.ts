/** Both halves of the input timing together: the server measures, the client trims; over seeded lines, without a clock. */
import { describe, expect, it } from "vitest";
import { createSendClock, MOST_TRIM } from "../client/net/sendClock.ts";
import { createInputTiming, QUARTER_MS } from "../server/rooms/inputTiming.ts";
import { createPacer, INPUT_BUFFER } from "../server/rooms/pacer.ts";
import { TICK_MS } from "../shared/content/index.ts";
import { createRandom } from "../shared/math/index.ts";
import { CLEAR_SHAPE, type Reshape, reshape, roundTripMs } from "../tools/netlab/shape.ts";
import { createTraffic } from "../tools/netlab/way.ts";

/** How long the server's word takes to the client, in ms: half a patch, and the way. */
const ANSWER_MS = 16;

/** What became of the inputs of the last part of a play. */
interface Outcome {
  /** How long an input waited on the server, on average, in ms. */
  readonly meanWaitMs: number;
  /** Part of the ticks without an input. */
  readonly starved: number;
  readonly dropped: number;
  /** Largest trim of the client's clock. */
  readonly mostTrim: number;
}

/**
 * A client with 60 frames a second sends to a server, on every other tick the inputs of two (client/net/pairs.ts).
 * @param skew by how much the client's clock runs faster than the server's
 */
function play(
  change: Reshape,
  {
    seconds = 60,
    trimmed = true,
    skew = 0,
    seed = 1,
  }: { seconds?: number; trimmed?: boolean; skew?: number; seed?: number } = {},
): Outcome {
  const shape = reshape(CLEAR_SHAPE, change);
  const random = createRandom(seed);
  const traffic = createTraffic(random);
  const clock = createSendClock();
  const timing = createInputTiming(0);
  const pacer = createPacer();
  const way: number[] = [];
  const buffer: number[] = [];
  const answers: { at: number; early: number }[] = [];
  let early: number | null = null;
  let sent = 0;
  let seq = 0;
  let dropped = 0;
  let waits = 0;
  let taken = 0;
  let starved = 0;
  let mostTrim = 0;
  const measureFrom = (seconds * 1000) / 2;
  const phase = random.range(0, TICK_MS);

  const tick = (now: number): void => {
    while (way[0] !== undefined && way[0] <= now) {
      buffer.push(way[0]);
      timing.received(way.shift()!);
    }
    for (; buffer.length > INPUT_BUFFER; dropped++, seq++) buffer.shift();
    const spent = Math.min(buffer.length, pacer.spend(buffer.length));
    for (let i = 0; i < spent; i++) {
      const at = buffer.shift()!;
      seq += 1;
      if (now < measureFrom) continue;
      waits += now - at;
      taken += 1;
    }
    if (spent > 0) timing.taken(seq, now);
    else timing.missed();
    if (spent === 0 && now >= measureFrom) starved += 1;
    const report = timing.report();
    if (report !== null)
      answers.push({ at: now + ANSWER_MS + shape.down.delayMs, early: report.early * QUARTER_MS });
  };
  const frame = (now: number): void => {
    while (answers[0] !== undefined && answers[0].at <= now) early = answers.shift()!.early;
    const time = clock.advance(now * (1 + skew), trimmed ? early : null);
    mostTrim = Math.max(mostTrim, Math.abs(clock.trim));
    for (; sent * TICK_MS <= time; sent++) {
      if (sent % 2 === 0) continue;
      const at = traffic.arrival(now, 16, shape.up, roundTripMs(shape));
      way.push(at, at);
    }
  };
  let nextTick = phase;
  for (let now = 0; now < seconds * 1000; now += 1000 / 60) {
    for (; nextTick <= now; nextTick += TICK_MS) tick(nextTick);
    frame(now);
  }
  const ticks = (seconds * 1000 - measureFrom) / TICK_MS;
  return { meanWaitMs: waits / taken, starved: starved / ticks, dropped, mostTrim };
}

describe("the wait of inputs on the server", () => {
  it("is about a tick on a good link, wherever the ticks of both sides lie: half a tick each, and half a pair", () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { meanWaitMs, starved } = play({ delayMs: 5, jitterMs: 1 }, { seed });
      expect(meanWaitMs).toBeLessThan(1.5 * TICK_MS);
      expect(starved).toBeLessThan(0.01);
    }
  });

  it("is shorter than without the trimming", () => {
    const wait = (trimmed: boolean): number => {
      let sum = 0;
      for (let seed = 1; seed <= 8; seed++)
        sum += play({ delayMs: 30, jitterMs: 10 }, { seed, trimmed }).meanWaitMs;
      return sum / 8;
    };
    expect(wait(true)).toBeLessThan(wait(false) - 3);
  });

  it("grows with the jitter of the link, so that few ticks go without", () => {
    const calm = play({ delayMs: 30, jitterMs: 2 });
    const wild = play({ delayMs: 30, jitterMs: 33 });
    expect(wild.meanWaitMs).toBeGreaterThan(calm.meanWaitMs + 5);
    expect(wild.starved).toBeLessThan(0.03);
  });

  it("stays what it is when the client's clock runs wrong by one in a thousand", () => {
    for (const skew of [-0.001, 0.001]) {
      const { meanWaitMs, starved, dropped } = play({ delayMs: 20, jitterMs: 5 }, { skew, seconds: 120 });
      expect(meanWaitMs).toBeLessThan(20);
      expect(starved).toBeLessThan(0.01);
      expect(dropped).toBe(0);
    }
  });

  it("never takes more than 3 % of trimming, over any line", () => {
    for (const change of [
      { delayMs: 5 },
      { delayMs: 60, jitterMs: 40, loss: 0.05 },
      { delayMs: 14, jitterMs: 33, loss: 0.02 },
    ])
      expect(play(change).mostTrim).toBeLessThanOrEqual(MOST_TRIM);
  });
});
