import { describe, expect, it } from "vitest";
import { TICK_MS } from "../../shared/content/index.ts";
import { createInputTiming, QUARTER_MS, type TimingReport } from "./inputTiming.ts";

/**
 * Lets inputs arrive some ms before their ticks, null for a tick without one.
 * @returns the reports
 */
function play(early: readonly (number | null)[], timing = createInputTiming(0)): TimingReport[] {
  const reports: TimingReport[] = [];
  let seq = 0;
  for (const [tick, before] of early.entries()) {
    const now = 1000 + tick * TICK_MS;
    if (before === null) timing.missed();
    else {
      timing.received(now - before);
      timing.taken(++seq, now);
    }
    const report = timing.report();
    if (report !== null) reports.push(report);
  }
  return reports;
}

const times = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value);

describe("the timing of inputs", () => {
  it("is told three times a second, as the time that they wait", () => {
    const reports = play(times(60, 2 * QUARTER_MS));
    expect(reports).toEqual(times(3, { early: 2, starved: 0 }));
  });

  it("goes by the late ones, but not by a single one", () => {
    expect(play([...times(19, 30), 0])).toMatchObject([{ early: Math.round(30 / QUARTER_MS) }]);
    expect(play([...times(18, 30), 0, 0])).toMatchObject([{ early: 0 }]);
  });

  it("counts ticks without an input", () => {
    expect(play([...times(15, 5), null, null, ...times(3, 5)])).toMatchObject([{ starved: 2 }]);
  });

  it("counts on beyond 255 from 0", () => {
    const reports = play(Array.from({ length: 600 }, (_unused, tick) => (tick % 2 === 0 ? 5 : null)));
    expect(reports[reports.length - 1]!.starved).toBe(300 & 0xff);
  });

  it("does not take a player for late who has stopped sending, or has not begun", () => {
    const reports = play([...times(100, null), ...times(20, 5), ...times(200, null), ...times(40, 5)]);
    expect(reports[0]!.starved).toBe(0);
    expect(reports[reports.length - 1]!.starved).toBeLessThan(60);
  });

  it("tells nothing of a window in which nothing came", () => {
    expect(play(times(100, null))).toEqual([]);
  });

  it("is sure of inputs only that it saw come", () => {
    const timing = createInputTiming(5);
    for (let seq = 1; seq <= 5; seq++) timing.taken(seq, 1000);
    for (let seq = 6; seq <= 20; seq++) {
      timing.received(1000 + seq * TICK_MS - 25);
      timing.taken(seq, 1000 + seq * TICK_MS);
    }
    expect(timing.report()).toEqual({ early: Math.round(25 / QUARTER_MS), starved: 0 });
  });

  it("holds what its field can hold, whatever waits", () => {
    expect(play(times(20, 60_000))).toEqual([{ early: 255, starved: 0 }]);
  });
});
