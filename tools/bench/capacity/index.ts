/** How many players one core carries: rooms are added until steps come late by more than a tick. */
import { TICK_MS } from "../../../shared/content/index.ts";
import type { Section, Table } from "../section.ts";
import { type CapacityFigures, measureCapacity, type OfSize } from "./measure.ts";
import { doubtsAbout, HEADS, rowOf } from "./rows.ts";

function kneeText({ held, failed }: OfSize): string {
  if (failed === null) return `The knee was not looked for beyond ${held} players.`;
  return `The knee: ${held} players stay within a tick at the 99th of a hundred steps, ${failed} do not.`;
}

function halfText({ half }: OfSize): string[] {
  if (half === null) return [];
  const { ackNewestMs, ackAllMs, lateMs } = half.server;
  return [
    `At half of that (${half.load.players}): late p99 ${lateMs.p99.toFixed(1)} ms; from an input to the patch that acknowledges ` +
      `it p50 ${ackNewestMs.p50.toFixed(1)}, p99 ${ackNewestMs.p99.toFixed(1)} ms for the newest of each patch, ` +
      `p50 ${ackAllMs.p50.toFixed(1)}, p99 ${ackAllMs.p99.toFixed(1)} ms for all.`,
  ];
}

function tableOf(size: OfSize): Table {
  const all = size.half === null ? size.rows : [...size.rows, size.half];
  return {
    title: `Rooms of ${size.roomSize}`,
    columns: HEADS,
    rows: size.rows.map(rowOf),
    notes: [kneeText(size), ...halfText(size), ...all.flatMap(doubtsAbout)],
  };
}

export const capacity: Section<CapacityFigures> = {
  name: "capacity",
  title: "Players on one core",
  about:
    "The server on one core, lean players on another that take their seats by matchmaking, move, aim and shoot sixty times a " +
    "second and only count what comes; 60 ticks and 30 patches a second, sight on. `late` is how long after its deadline a " +
    "step begins, `doubled` the steps that follow another within a quarter of a tick, `ack` the time from the receipt of the " +
    "newest input that a patch acknowledges to that patch, `loop` a fixed piece of work on the server's core: where it takes " +
    "longer, the machine gives less. docs/tempo.md tells how the server keeps time.",
  measure: measureCapacity,
  account: ({ first, sizes }) => ({
    tables: sizes.map((size, i) => {
      const table = tableOf(size);
      const aside = "Server and load went before whatever else ran on the machine.";
      return first && i === 0 ? { ...table, notes: [...(table.notes ?? []), aside] } : table;
    }),
    pictures: [
      {
        name: "capacity-lateness",
        alt: "Lateness of steps in ms at the 99th of a hundred, over the players on the core, for rooms of three sizes",
        chart: {
          kind: "lines",
          title: "How late steps begin, 99th of a hundred",
          xLabel: "players on one core",
          yLabel: "ms",
          curves: sizes.map(({ roomSize, rows }) => ({
            name: `rooms of ${roomSize}`,
            points: rows.map(({ load, server }) => [load.players, server.lateMs.p99] as const),
          })),
          bound: { y: TICK_MS, name: "a tick" },
        },
      },
    ],
  }),
};
