/** How fast the match is without a network: bots on one core, and which stage of the tick takes what part of it. */
import { STAGES, type Stage } from "../../../server/match/index.ts";
import { measureApart } from "../apart.ts";
import type { Effort, Section } from "../section.ts";
import { type Spread, short, spreadOf, spreadText } from "../spread.ts";
import type { Pace, Task } from "./worker.ts";

const BOTS = 16;
/** The smallest and the largest of the maps that sixteen play on, and the mode that takes the most thought. */
const GAMES = [
  { arena: "foundry", mode: "ffa" },
  { arena: "yards", mode: "ffa" },
  { arena: "yards", mode: "courier" },
] as const;

/** One game at one strength of bots. */
interface Row {
  readonly arena: string;
  readonly mode: string;
  /** Times real time, by the processor's clock: what a core could do that had nothing else to do. */
  readonly pace: Spread;
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
  readonly calmP99Ms: Spread;
  readonly calmMostMs: Spread;
  readonly disturbed: Spread;
  /** Part of the tick, 0..1. */
  readonly shares: Readonly<Record<Stage, number>>;
}

export interface SimFigures {
  readonly bots: number;
  readonly seconds: number;
  readonly rows: readonly Row[];
}

/**
 * Seconds of game before anything is measured: a second of the processor, in which V8 compiles what it finds to be hot. A room
 * of a server plays for hours.
 */
const WARM_UP_S = 300;

/** Times real time that a core has to do at least, and milliseconds that 99 of 100 steps may take at most. */
const BOUNDS = { pace: 100, p99Ms: 1 };

const WORKER = new URL("worker.ts", import.meta.url);

async function measure({ quick, say }: Effort): Promise<SimFigures> {
  const runs = quick ? 1 : 3;
  const seconds = quick ? 5 : 240;
  const paces = GAMES.map((): Pace[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [i, game] of GAMES.entries()) {
      const task: Task = {
        ...game,
        bots: BOTS,
        seconds,
        warmUpSeconds: quick ? 2 : WARM_UP_S,
        seed: 5 + run,
      };
      paces[i]!.push(await measureApart<Pace>({ script: WORKER, core: 0 }, task));
    }
    say(`run ${run + 1} of ${runs}`);
  }
  const rows = GAMES.map(({ arena, mode }, i): Row => {
    const own = paces[i]!;
    const spread = (of: (pace: Pace) => number): Spread => spreadOf(own.map(of));
    return {
      arena,
      mode,
      pace: spread(({ pace }) => pace),
      p50Ms: spread(({ p50Ms }) => p50Ms),
      p99Ms: spread(({ p99Ms }) => p99Ms),
      calmP99Ms: spread(({ calmP99Ms }) => calmP99Ms),
      calmMostMs: spread(({ calmMostMs }) => calmMostMs),
      disturbed: spread(({ disturbed }) => disturbed),
      shares: Object.fromEntries(
        STAGES.map((stage) => [stage, spreadOf(own.map(({ shares }) => shares[stage])).median]),
      ) as Record<Stage, number>,
    };
  });
  return { bots: BOTS, seconds, rows };
}

export const sim: Section<SimFigures> = {
  name: "sim",
  title: "The match without a network",
  about:
    "The whole game, host-free: sixteen bots that see, hear, think, move and shoot on one core, as fast as it can. The pace is " +
    "game time by processor time, V8's own threads included, after five minutes of game in which it compiles. Half of a tick and more is the bots' own thinking, which people bring along themselves.",
  measure,
  account: ({ bots, seconds, rows }) => ({
    tables: [
      {
        title: `${bots} bots, ${seconds} s of game`,
        columns: [
          { head: "map", words: true },
          { head: "mode", words: true },
          { head: "times real time" },
          { head: "step p50 ms" },
          { head: "step p99 ms" },
          { head: "of the calm ones" },
          { head: "longest calm ms" },
          { head: "disturbed" },
        ],
        rows: rows.map(({ arena, mode, pace, p50Ms, p99Ms, calmP99Ms, calmMostMs, disturbed }) => [
          arena,
          mode,
          spreadText(pace),
          short(p50Ms.median),
          spreadText(p99Ms),
          spreadText(calmP99Ms),
          short(calmMostMs.median),
          `${(disturbed.median * 100).toFixed(2)} %`,
        ]),
        notes: [
          `Wanted are ${BOUNDS.pace} times real time at least, and ${BOUNDS.p99Ms} ms at most for 99 of 100 steps.`,
          "Steps are timed by the clock on the wall. Disturbed are those during which the system gave the core to somebody else, as it " +
            "says itself; calm are all others.",
        ],
      },
      {
        title: "Part of the tick",
        columns: [
          { head: "map", words: true },
          { head: "mode", words: true },
          ...STAGES.map((stage) => ({ head: stage })),
        ],
        rows: rows.map(({ arena, mode, shares }) => [
          arena,
          mode,
          ...STAGES.map((stage) => `${(shares[stage] * 100).toFixed(1)} %`),
        ]),
      },
    ],
    pictures: [
      {
        name: "sim-stages",
        alt: "Microseconds of a tick by stage, on each map",
        chart: {
          kind: "bars",
          title: `A tick with ${bots} bots, by stage`,
          unit: "us",
          parts: STAGES,
          bars: rows.map(({ arena, mode, pace, shares }) => ({
            name: `${arena}, ${mode}`,
            values: STAGES.map((stage) => ((1e6 / 60) * shares[stage]) / pace.median),
          })),
        },
      },
    ],
  }),
};
