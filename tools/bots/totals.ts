import { createHistogram, type Histogram } from "./histogram.ts";
import type { Counts, Report } from "./ledger.ts";
import { MEASURED } from "./ledger.ts";
import { createMemoryCourse } from "./memory.ts";
import { type Figures, SPREAD_NAMES, type SpreadName, STATS, scaleOf } from "./metrics.ts";
import type { Range, ServerSecond } from "./scrape.ts";
import { createSeries, type Row } from "./series.ts";

/** What one second of a run brought. */
export interface Second {
  /** Seconds since the start. */
  readonly t: number;
  readonly reports: readonly Report[];
  /** Null where the server does not tell. */
  readonly server: ServerSecond | null;
  /** Resident memory of this program. */
  readonly generatorBytes: number;
  /** What the last full garbage collection of its main thread left; null when there was none since the last second. */
  readonly heldBytes: number | null;
  /** Whether all players are in: what comes before is in the rows and the counts, but in no distribution and no slope. */
  readonly settled: boolean;
}

/** Part of the settled time that memory is given to find its level before its growth is looked at. */
const WARM_UP_PART = 0.25;

/** What is summed up when rows are merged, and of what the worst is kept; of all else the mean. */
const SUMMED = new Set(["errors", "disconnects", "refused", "returns"]);
const isWorst = (name: string): boolean => name.endsWith(".p99") || name === "loop" || name === "busy";

const MB = 1_000_000;

/** All that a run comes to; takes the same memory however long the run is. */
export interface Totals {
  add(second: Second): void;
  /** Whether memory has found its level, so that its growth is looked at. */
  readonly isWarm: boolean;
  /** What all threads hold between two seconds, and what they have counted since the one before. */
  weigh(moment: Pick<Second, "t" | "reports" | "heldBytes">): void;
  /** What was still counted as everybody left; of no second, for a crowd at the door is not what was measured. */
  close(reports: readonly Report[]): void;
  readonly rows: readonly Row[];
  readonly counts: Readonly<Counts>;
  /** What was complained of, and how often. */
  readonly complaints: ReadonlyMap<string, number>;
  /** What the last second was like. */
  readonly last: Row | null;
  figures(): Figures;
}

function recordRanges(into: Histogram, ranges: readonly Range[]): void {
  for (const { uptoMs, count } of ranges) into.record(uptoMs * 1000, count);
}

function sum(reports: readonly Report[], of: (report: Report) => number): number {
  return reports.reduce((total, report) => total + of(report), 0);
}

/** @param settledS seconds that players are to play together */
export function createTotals(settledS: number): Totals {
  const all = Object.fromEntries(SPREAD_NAMES.map((name) => [name, createHistogram()])) as Record<
    SpreadName,
    Histogram
  >;
  const scratch = createHistogram();
  const counts: Record<string, number> = {};
  const complaints = new Map<string, number>();
  const series = createSeries((name, earlier, later) => {
    if (name === "t") return later;
    if (SUMMED.has(name)) return earlier + later;
    return isWorst(name) ? Math.max(earlier, later) : (earlier + later) / 2;
  });
  const memory = createMemoryCourse();
  let last: Row | null = null;
  let playerSeconds = 0;
  let settledPlayerSeconds = 0;
  let ownCpuMs = 0;
  let mostPlayers = 0;
  let cpuSum = 0;
  let cpuSeconds = 0;
  let steps = 0;
  let doubled = 0;
  let busiest = 0;
  let settledFrom: number | null = null;
  let isWarm = false;

  /** Puts the second's part of a distribution into its row, and once all are in, into that of the run. */
  const spread = (row: Record<string, number>, name: SpreadName, fill: (into: Histogram) => void): void => {
    fill(scratch);
    const summary = scratch.summary(scaleOf(name));
    const tally = scratch.take();
    if (summary === null) return;
    row[`${name}.p50`] = summary.p50;
    row[`${name}.p99`] = summary.p99;
    // Joins are what the time before is about.
    if (settledFrom !== null || name === "join") all[name].add(tally);
  };
  const addServer = (row: Record<string, number>, server: ServerSecond): void => {
    spread(row, "tick", (into) => recordRanges(into, server.ticks));
    spread(row, "late", (into) => recordRanges(into, server.late));
    Object.assign(row, { cpu: server.cpu * 100, rss: server.rssBytes / MB, heap: server.heapBytes / MB });
    Object.assign(row, { rooms: server.rooms, loop: server.loopMs });
    if (settledFrom === null) return;
    cpuSum += server.cpu * 100;
    cpuSeconds += 1;
    steps += server.ticks.reduce((total, { count }) => total + count, 0);
    doubled += server.doubled;
  };
  const count = (reports: readonly Report[]): void => {
    for (const { counts: counted, complaints: told } of reports) {
      for (const [name, amount] of Object.entries(counted)) counts[name] = (counts[name] ?? 0) + amount;
      for (const [text, times] of told) complaints.set(text, (complaints.get(text) ?? 0) + times);
    }
  };
  const addReports = (row: Record<string, number>, reports: readonly Report[], playing: number): void => {
    for (const name of MEASURED)
      spread(row, name, (into) => {
        for (const report of reports) into.add(report.spreads[name]);
      });
    count(reports);
    for (const name of SUMMED) row[name] = sum(reports, (report) => report.counts[name as keyof Counts]);
    row.busy = Math.max(0, ...reports.map(({ busy }) => busy * 100));
    if (playing === 0) return;
    row.down = sum(reports, (report) => report.counts.bytesDown) / playing;
    row.up = sum(reports, (report) => report.counts.bytesUp) / playing;
    row.corrections = (sum(reports, (report) => report.counts.corrections) * 60) / playing;
  };
  const addHeld = ({ t, reports, heldBytes }: Pick<Second, "t" | "reports" | "heldBytes">): void =>
    memory.held(t, [heldBytes, ...reports.map((report) => report.heldBytes)], isWarm);

  return {
    add(second) {
      const { t, reports, server, generatorBytes, settled } = second;
      const playing = sum(reports, (report) => report.playing);
      if (settled) settledFrom ??= t;
      mostPlayers = Math.max(mostPlayers, playing);
      playerSeconds += playing;
      const row: Record<string, number> = { t, players: playing, generatorRss: generatorBytes / MB };
      addReports(row, reports, playing);
      if (server !== null) addServer(row, server);
      isWarm = settledFrom !== null && t - settledFrom >= settledS * WARM_UP_PART;
      memory.add(second, isWarm);
      addHeld(second);
      if (memory.heldBytes !== null) row.generatorHeld = memory.heldBytes / MB;
      if (settledFrom !== null) {
        busiest = Math.max(busiest, row.busy ?? 0);
        settledPlayerSeconds += playing;
        ownCpuMs += sum(reports, (report) => report.cpuMs);
      }
      last = row;
      series.add(row);
    },
    get isWarm() {
      return isWarm;
    },
    weigh(moment) {
      count(moment.reports);
      addHeld(moment);
    },
    close: count,
    get rows() {
      return series.rows;
    },
    get counts() {
      return counts as unknown as Counts;
    },
    complaints,
    get last() {
      return last;
    },
    figures() {
      const figures: Record<string, number> = {};
      for (const name of SPREAD_NAMES) {
        const summary = all[name].summary(scaleOf(name));
        if (summary !== null) for (const stat of STATS) figures[`${name}.${stat}`] = summary[stat];
      }
      const of = (name: keyof Counts): number => counts[name] ?? 0;
      for (const name of ["joins", "returns", "errors", "refused", "disconnects"] as const)
        figures[name] = of(name);
      figures.players = mostPlayers;
      figures["generator.busy"] = busiest;
      if (of("inputs") > 0) figures.acked = (100 * of("acked")) / of("inputs");
      if (playerSeconds > 0) {
        figures.corrections = (of("corrections") * 60) / playerSeconds;
        figures.kills = (of("kills") * 60) / playerSeconds;
      }
      if (settledPlayerSeconds > 0) figures["generator.cpu"] = ownCpuMs / settledPlayerSeconds;
      if (cpuSeconds > 0) figures.cpu = cpuSum / cpuSeconds;
      if (steps > 0) figures.doubled = (100 * doubled) / steps;
      return Object.assign(figures, memory.figures());
    },
  };
}
