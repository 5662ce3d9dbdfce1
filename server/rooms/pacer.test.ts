import { describe, expect, it } from "vitest";
import { createPacer, INPUT_BUFFER } from "./pacer.ts";

/** Plays arrivals (inputs per tick) against a pacer and a buffer of the real size. */
function play(arrivals: readonly number[]): { spent: number[]; waiting: number[]; dropped: number } {
  const pacer = createPacer();
  const spent: number[] = [];
  const waiting: number[] = [];
  let buffer = 0;
  let dropped = 0;
  for (const arrived of arrivals) {
    buffer += arrived;
    dropped += Math.max(0, buffer - INPUT_BUFFER);
    buffer = Math.min(INPUT_BUFFER, buffer);
    const now = Math.min(buffer, pacer.spend(buffer));
    buffer -= now;
    spent.push(now);
    waiting.push(buffer);
  }
  return { spent, waiting, dropped };
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const times = (count: number, value: number): number[] => new Array<number>(count).fill(value);

describe("pacing of inputs", () => {
  it("spends one a tick when one a tick arrives", () => {
    expect(play(times(600, 1)).spent).toEqual(times(600, 1));
  });

  it("gives a flood no more than a fortieth above time", () => {
    const { spent } = play(times(600, 3));
    expect(sum(spent)).toBeLessThanOrEqual(600 * 1.025);
  });

  it("spends all that a stall held up, within a second, and loses nothing that fits the buffer", () => {
    const { spent, waiting, dropped } = play([...times(60, 1), ...times(20, 0), 21, ...times(120, 1)]);
    expect(dropped).toBe(0);
    expect(Math.max(...spent)).toBe(2);
    expect(waiting[60 + 20 + 60]).toBeLessThanOrEqual(1);
    expect(sum(spent)).toBeGreaterThanOrEqual(60 + 21 + 120 - 1);
  });

  it("begins to catch up on a stall with the very input that ends it", () => {
    const { spent, waiting } = play([...times(60, 1), ...times(20, 0), 21, ...times(120, 1)]);
    expect(spent[60 + 20]).toBe(2);
    // One extra a tick: after as many ticks as were missed nothing waits.
    expect(waiting[60 + 20 + 20]).toBeLessThanOrEqual(1);
  });

  it("catches up at once on a stall whose inputs come in two pieces", () => {
    const pieces = [...times(60, 1), ...times(20, 0), 4, ...times(4, 1), 17, ...times(60, 1)];
    const { waiting } = play(pieces);
    expect(waiting[60 + 20 + 5 + 20]).toBeLessThanOrEqual(1);
  });

  it("keeps an input in reserve after a pause that is only jitter", () => {
    const { spent } = play([...times(60, 1), ...times(5, 0), 3, ...times(10, 1)]);
    expect(Math.max(...spent)).toBe(1);
  });

  it("never spends more than time has passed, plus the allowance", () => {
    const { spent } = play([...times(300, 0), ...times(300, 3)]);
    expect(sum(spent)).toBeLessThanOrEqual(300 + INPUT_BUFFER + 600 / 40);
  });

  it("leaves the clumps of a slow screen as they are", () => {
    const clumps = Array.from({ length: 600 }, (_unused, tick) => (tick % 4 === 0 ? 4 : 0));
    expect(Math.max(...play(clumps).spent.slice(8))).toBe(1);
  });

  it("drains a buffer that fills because the client's clock runs fast", () => {
    const fast = Array.from({ length: 6000 }, (_unused, tick) => (tick % 100 === 0 ? 2 : 1));
    expect(Math.max(...play(fast).waiting)).toBeLessThanOrEqual(4);
  });

  it("starts anew for a new connection", () => {
    const pacer = createPacer();
    for (let i = 0; i < 100; i++) pacer.spend(0);
    pacer.reset();
    let spent = 0;
    for (let i = 0; i < 40; i++) spent += pacer.spend(INPUT_BUFFER);
    expect(spent).toBeLessThanOrEqual(41);
  });

  it("lets players catch up on ticks that the server itself has lost", () => {
    const pacer = createPacer();
    let waiting = 7;
    pacer.grant(7);
    let spent = 0;
    for (let tick = 0; tick < 60; tick++) {
      const now = pacer.spend(waiting + 1);
      waiting += 1 - now;
      spent += now;
    }
    expect(waiting).toBeLessThanOrEqual(1);
    expect(spent).toBeLessThanOrEqual(60 + 7);
  });
});
