import { describe, expect, it } from "vitest";
import { createTickBudget, type TickProfile } from "./tickBudget.ts";

function setUp() {
  let time = 0;
  const reports: TickProfile[] = [];
  const budget = createTickBudget({
    stages: ["moves", "shots"],
    budgetMs: 16,
    now: () => time,
    onOverrun: (profile) => reports.push(profile),
  });
  const step = (moves: number, shots: number): void => {
    budget.begin();
    time += moves;
    budget.lap("moves");
    time += shots;
    budget.lap("shots");
    budget.end();
  };
  return { reports, step };
}

describe("the tick budget", () => {
  it("says nothing of steps within it, nor of a hiccup now and then", () => {
    const { reports, step } = setUp();
    for (let i = 0; i < 1200; i++) step(i % 20 === 0 ? 300 : 2, 1);
    expect(reports).toEqual([]);
  });

  it("reports steps that are too long again and again, with the stage that took so long", () => {
    const { reports, step } = setUp();
    for (let i = 0; i < 120; i++) step(2, i % 2 === 0 ? 30 : 0);
    expect(reports).toEqual([{ overruns: 60, ticks: 120, worstMs: 32, stages: { moves: 2, shots: 30 } }]);
  });

  it("does not repeat itself more often than every 10 s", () => {
    const { reports, step } = setUp();
    for (let i = 0; i < 60 * 31; i++) step(20, 20);
    expect(reports.length).toBe(3);
  });

  it("begins anew after a step that never ended because it threw", () => {
    const { reports, step } = setUp();
    for (let i = 0; i < 120; i++) step(1, 1);
    for (let i = 0; i < 120; i++) step(17, 1);
    expect(reports[0]?.stages).toEqual({ moves: 17, shots: 1 });
  });
});
