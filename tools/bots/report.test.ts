import { describe, expect, it, test } from "vitest";
import { parseLimit } from "./limits.ts";
import { holds, type Outcome, warningsFor } from "./outcome.ts";
import { drawPage } from "./page.ts";
import { axisTicks, drawPlot } from "./plot.ts";
import { playersTable, spreadTable, tableLines, verdictLines } from "./table.ts";
import { createTotals, type Second } from "./totals.ts";
import { createView, duration, statusLine, statusLines } from "./view.ts";

/** A second of some players, of whose round trips and bytes each is as said; on a server whose steps took 0.5 ms. */
function second(t: number, players: number, rttMs: number, settled = true, errors = 0): Second {
  const rtt = Uint32Array.of(rttMs * 1000, players);
  const none = new Uint32Array();
  return {
    t,
    settled,
    // The system's view swings; what collections leave grows by 1 kB a second, and the main thread collects every other second.
    generatorBytes: t % 2 === 0 ? 500e6 : 100e6,
    heldBytes: t % 2 === 0 ? 20e6 : null,
    reports: [
      {
        spreads: { rtt, ack: none, patch: none, join: none, down: none, up: none, generator: none },
        counts: {
          ...{ joins: t === 1 ? players : 0, returns: 0, errors, refused: 0, disconnects: 0 },
          ...{ inputs: 60 * players, lost: 0, acked: 57 * players, corrections: players, kills: 0 },
          ...{ bytesDown: 3000 * players, bytesUp: 600 * players },
        },
        playing: players,
        entered: players,
        pending: 3 * players,
        busy: 0.5,
        cpuMs: 2 * players,
        heldBytes: 30e6 + t * 1000,
        complaints: errors > 0 ? [["no seat: <none>", errors]] : [],
      },
    ],
    server: {
      ticks: [{ uptoMs: 0.5, count: 60 }],
      late: [{ uptoMs: 1, count: 59 }],
      ...{ doubled: 3, cpu: 0.4, rssBytes: 150e6 + t * 1000, heapBytes: 60e6, rooms: 4, players, loopMs: 11 },
    },
  };
}

function totalsOf(seconds: readonly Second[]) {
  const totals = createTotals(seconds.length);
  for (const each of seconds) totals.add(each);
  return totals;
}

const RUN = [
  second(1, 10, 40, false),
  second(2, 20, 50, false, 2),
  ...Array.from({ length: 8 }, (_, i) => second(3 + i, 20, 5)),
];

describe("what a run comes to", () => {
  const totals = totalsOf(RUN);
  const figures = totals.figures();

  it("has in its distributions only what was seen once all were in, and in its counts everything", () => {
    expect(figures["rtt.max"]).toBeCloseTo(5, 1);
    expect(figures).toMatchObject({
      joins: 10,
      errors: 2,
      "generator.cpu": 2,
      players: 20,
      acked: 95,
      corrections: 60,
      cpu: 40,
    });
    expect(figures["tick.p99"]).toBeCloseTo(0.5, 2);
    expect(figures.doubled).toBeCloseTo(5);
    expect(totals.complaints.get("no seat: <none>")).toBe(2);
  });

  it("has the growth of the server's memory by the minute", () => {
    expect(figures["memory.slope"]).toBeCloseTo(60, 6);
  });

  it("has the growth of what this side holds, whatever garbage lies about", () => {
    expect(figures["generator.slope"]).toBeCloseTo(60, 6);
    expect(figures["generator.held"]).toBeCloseTo(50.01, 6);
    expect(figures["generator.memory"]).toBe(500);
    expect(totals.rows.map((row) => row.generatorHeld)).toEqual([
      undefined,
      ...Array.from({ length: 9 }, (_, i) => expect.closeTo(50.002 + i / 1000, 6)),
    ]);
  });

  it("knows no growth from one collection, and knows it from the last look as well", () => {
    const quiet = RUN.map((each) => ({
      ...each,
      heldBytes: null,
      reports: each.reports.map((report) => ({ ...report, heldBytes: null })),
    }));
    const run = totalsOf(quiet);
    const [report] = quiet[0]!.reports;
    const weigh = (t: number, bytes: number): void =>
      run.weigh({ t, reports: [{ ...report!, heldBytes: bytes }], heldBytes: 20e6 });
    expect(run.figures()["generator.held"]).toBeUndefined();
    weigh(10, 30e6);
    expect(run.figures()["generator.held"]).toBe(50);
    expect(run.figures()["generator.slope"]).toBeUndefined();
    weigh(70, 31e6);
    expect(run.figures()["generator.slope"]).toBeCloseTo(1000, 6);
  });

  it("has a row for each second, with the bytes of a player", () => {
    expect(totals.rows).toHaveLength(10);
    expect(totals.rows[1]).toMatchObject({ t: 2, players: 20, errors: 2, down: 3000, up: 600, cpu: 40 });
  });

  it("has nothing of a server that does not tell", () => {
    const silent = totalsOf(RUN.map((each) => ({ ...each, server: null }))).figures();
    expect(Object.keys(silent).filter((name) => /^(tick|late|cpu|memory|doubled)/.test(name))).toEqual([]);
  });

  it("goes by the number of players", () => {
    const { head, rows } = playersTable(totals.rows);
    expect(rows.map(([players]) => players)).toEqual(["10-12", "19-20"]);
    const at = head.indexOf("rtt.p50");
    expect(rows[0]![at]).toMatch(/^40/);
    expect(rows[1]![at]).toMatch(/^5/);
    expect(rows[1]!.at(-1)).toBe("2");
  });

  it("is overwritten on a terminal, and elsewhere told every five seconds", () => {
    const written = (isTTY: boolean): string => {
      const parts: string[] = [];
      const out = { isTTY, columns: 80, write: (part: string) => parts.push(part) > 0 };
      const view = createView(out as unknown as NodeJS.WriteStream);
      for (let seconds = 1; seconds <= 11; seconds++)
        view.show({ seconds, ofSeconds: 70, stage: "play", totals });
      return parts.join("");
    };
    expect(written(false).trimEnd().split("\n")).toHaveLength(3);
    expect(written(false)).not.toContain("\x1b");
    const block = statusLines({ seconds: 1, ofSeconds: 70, stage: "play", totals }).length;
    expect(written(true).split(`\x1b[${block}A`)).toHaveLength(11);
    expect(
      Math.max(
        ...written(true)
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThan(95);
  });

  it("is shown on one line and in a block as it goes", () => {
    const progress = { seconds: 10, ofSeconds: 70, stage: "play", totals } as const;
    expect(statusLine(progress)).toContain("0:10 of 1:10  20 players");
    expect(statusLine(progress)).toContain("2 errors");
    expect(statusLines(progress)[2]).toContain("CPU 40 %");
  });
});

test("a length of time reads as a clock does", () => {
  expect([0, 65, 3725].map(duration)).toEqual(["0:00", "1:05", "1:02:05"]);
});

test("tables stand in columns", () => {
  const lines = tableLines({
    head: ["a", "b"],
    rows: [
      ["one", "1.0"],
      ["three", "10.5"],
    ],
  });
  expect(lines).toEqual(["a         b", "one     1.0", "three  10.5"]);
  expect(spreadTable({ "rtt.p50": 1 }).rows).toHaveLength(1);
});

describe("a verdict", () => {
  const verdict = (value: number | null, holding: boolean) => ({
    limit: parseLimit("rtt.p99<80ms"),
    value,
    holds: holding,
  });
  const outcome = (verdicts: Outcome["verdicts"], figures: Outcome["figures"]): Outcome => ({
    ...{
      at: "2026-01-01",
      command: "npm run bots -- --players <5>",
      verdicts,
      figures,
      rows: totalsOf(RUN).rows,
    },
    machine: { processor: "A & B", cores: 2, node: "v24" },
    warnings: ["slow <down>"],
    complaints: [["no seat: <none>", 2]],
  });

  it("says what was measured", () => {
    expect(verdictLines([verdict(12.3456, true), verdict(null, false)])).toEqual([
      "  holds  rtt.p99<80ms, measured 12.35",
      "  FAILS  rtt.p99<80ms, not measured",
    ]);
  });

  it("is that of all limits, and nothing holds where nobody got in", () => {
    expect(holds(outcome([verdict(1, true)], { joins: 5 }))).toBe(true);
    expect(holds(outcome([verdict(1, true), verdict(90, false)], { joins: 5 }))).toBe(false);
    expect(holds(outcome([verdict(1, true)], { joins: 0 }))).toBe(false);
  });

  it("stands on a page of its own, which asks nobody for anything and repeats no markup", () => {
    const page = drawPage(outcome([verdict(12, true)], totalsOf(RUN).figures()));
    expect(page).not.toMatch(/<(script|link|img|iframe)|@import|url\(|https?:/);
    expect(page).toContain("npm run bots -- --players &#60;5&#62;");
    expect(page).not.toMatch(/<none>|<down>|<5>/);
    expect(page.match(/<svg/g)).toHaveLength(11);
    expect(page).not.toContain("NaN");
  });

  it("comes with a warning where this side was the bottleneck, or the server counted by address", () => {
    const run = { url: new URL("http://localhost"), workers: 1, players: 5 };
    const quiet = { joins: 5, players: 5 };
    expect(warningsFor({ ...quiet, "generator.busy": 50, "generator.p99": 2 }, run)).toEqual([]);
    expect(warningsFor({ joins: 5, players: 3 }, run)[0]).toContain("never more than 3 players");
    expect(warningsFor({ joins: 5, "generator.busy": 97 }, run)[0]).toContain("busy 97 %");
    expect(warningsFor({ joins: 5, "generator.p99": 30 }, run)[0]).toContain("wait 30.0 ms");
    expect(warningsFor({ joins: 5, refused: 7 }, run)[0]).toContain("CONNECTIONS_PER_ADDRESS");
    expect(warningsFor({}, run)[0]).toContain("Nobody got in");
  });
});

describe("a plot", () => {
  it("has round numbers on its axes, up to at least what it shows", () => {
    expect(axisTicks(0)).toEqual([0, 1]);
    expect(axisTicks(7)).toEqual([0, 2, 4, 6, 8]);
    expect(axisTicks(100)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(axisTicks(0.3)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it("leaves a gap where nothing was measured", () => {
    const lines = [{ name: "rtt.p50", label: "p50", colour: "red" }];
    const drawn = drawPlot({ title: "RTT", unit: "ms", lines }, [
      { t: 1, "rtt.p50": 5 },
      { t: 2, "rtt.p50": 6 },
      { t: 3 },
      { t: 4, "rtt.p50": 7 },
    ]);
    expect(/<path d="([^"]*)"/.exec(drawn)![1]).toMatch(/^M[\d.,]+L[\d.,]+M[\d.,]+$/);
  });
});
