import type { Column } from "../table.ts";
import type { Figures } from "./stage.ts";

/** What is told of a moment, column by column. */
const COLUMNS: readonly (readonly [head: string, of: (figures: Figures) => string])[] = [
  ["players", ({ load }) => String(load.players)],
  ["late p50 ms", ({ server }) => server.lateMs.p50.toFixed(1)],
  ["p99", ({ server }) => server.lateMs.p99.toFixed(1)],
  ["doubled %", ({ server }) => (server.doubled * 100).toFixed(2)],
  ["lost ticks", ({ server }) => String(server.lostTicks)],
  ["step p50 ms", ({ server }) => server.stepMs.p50.toFixed(2)],
  ["p99", ({ server }) => server.stepMs.p99.toFixed(2)],
  ["patch p50 ms", ({ server }) => server.patchMs.p50.toFixed(2)],
  ["p99", ({ server }) => server.patchMs.p99.toFixed(2)],
  ["every p99 ms", ({ server }) => server.patchIntervalMs.p99.toFixed(0)],
  ["ack p50 ms", ({ server }) => server.ackNewestMs.p50.toFixed(1)],
  ["p99", ({ server }) => server.ackNewestMs.p99.toFixed(1)],
  ["CPU %", ({ server }) => (server.cpu * 100).toFixed(0)],
  ["loop ms", ({ server }) => server.loopMs.toFixed(1)],
  ["RSS MB", ({ server }) => server.rssMb.toFixed(0)],
  ["GC max ms", ({ server }) => server.gc.maxMs.toFixed(1)],
  ["GC %", ({ server }) => (server.gc.totalMs / server.seconds / 10).toFixed(1)],
  ["B/s down", ({ load }) => load.bytesDownPerSecond.toFixed(0)],
  ["B/s up", ({ load }) => load.bytesUpPerSecond.toFixed(0)],
  ["kills/min", ({ server }) => server.killsPerPlayerMinute.toFixed(1)],
  ["load late p99", ({ load }) => load.lateMs.p99.toFixed(1)],
  ["load ms/s", ({ load }) => load.cpuMsPerPlayerSecond.toFixed(2)],
];

/** The columns of a table of moments. */
export const HEADS: readonly Column[] = COLUMNS.map(([head]) => ({ head }));

/** A moment as a row of it. */
export function rowOf(figures: Figures): string[] {
  return COLUMNS.map(([, of]) => of(figures));
}

/** A load that is later than this, in ms at the 99th of a hundred inputs, is a load that measures itself. */
const LOAD_LATE_MS = 8;

/** What has to be known to believe a moment, or not. */
export function doubtsAbout({ load }: Figures): string[] {
  const doubts: string[] = [];
  if (load.lateMs.p99 > LOAD_LATE_MS)
    doubts.push(`with ${load.players} players the load itself was late: the row flatters the server`);
  if (load.lost > 0) doubts.push(`with ${load.players} players ${load.lost} connections were lost`);
  return doubts;
}
