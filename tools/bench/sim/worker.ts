/** Measures one match of bots in a process of its own. */
import { loadArena } from "../../../server/arenas.ts";
import {
  type CommandSource,
  createMatch,
  DEFAULT_RULES,
  type Match,
  NO_REWIND,
  STAGES,
  type Stage,
} from "../../../server/match/index.ts";
import { installQuickFields } from "../../../server/ops/index.ts";
import { type ModeKey, seconds, TICK_HZ } from "../../../shared/content/index.ts";
import { ArenaState } from "../../../shared/state/index.ts";
import { answerOnce } from "../apart.ts";
import { quantile } from "../spread.ts";

/** Which match is played, and for how long. */
export interface Task {
  readonly arena: string;
  readonly mode: ModeKey;
  readonly bots: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly seed: number;
}

/** What it took. */
export interface Pace {
  readonly pace: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly mostMs: number;
  readonly shares: Record<Stage, number>;
}

/** Nobody plays but bots. */
const NO_PEOPLE: CommandSource = { take() {} };

function createGame({ arena, mode, bots, seed }: Task, lap?: (stage: Stage) => void): Match {
  return createMatch({
    arena: loadArena(arena),
    modes: [mode],
    seed,
    rules: {
      ...DEFAULT_RULES,
      fill: bots,
      liveTicks: seconds(3600),
      // Nothing but play: a round that reaches its goal is followed by the next one.
      ...{ warmupTicks: 0, countdownTicks: 0, podiumTicks: 0, voteTicks: 0 },
    },
    ...(lap === undefined ? {} : { lap }),
  });
}

/** The whole tick: its pace, and how long single ones take. */
function paceOf(task: Task): Omit<Pace, "shares"> {
  const match = createGame(task);
  for (let i = 0; i < seconds(task.warmUpSeconds); i++) match.step(NO_PEOPLE, NO_REWIND);
  const steps = new Float64Array(seconds(task.seconds));
  const before = process.cpuUsage();
  for (let i = 0; i < steps.length; i++) {
    const began = performance.now();
    match.step(NO_PEOPLE, NO_REWIND);
    steps[i] = performance.now() - began;
  }
  const { user, system } = process.cpuUsage(before);
  steps.sort();
  return {
    pace: steps.length / TICK_HZ / ((user + system) / 1e6),
    p50Ms: quantile(steps, 0.5),
    p99Ms: quantile(steps, 0.99),
    mostMs: steps.at(-1)!,
  };
}

/** The same match once more with a clock at each stage, which costs a little itself. */
function sharesOf(task: Task): Record<Stage, number> {
  const spent = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  let last = 0;
  const match = createGame(task, (stage) => {
    const now = performance.now();
    spent[stage] += now - last;
    last = now;
  });
  const step = (): void => {
    last = performance.now();
    match.step(NO_PEOPLE, NO_REWIND);
  };
  for (let i = 0; i < seconds(task.warmUpSeconds); i++) step();
  for (const stage of STAGES) spent[stage] = 0;
  for (let i = 0; i < seconds(task.seconds); i++) step();
  const all = STAGES.reduce((sum, stage) => sum + spent[stage], 0);
  for (const stage of STAGES) spent[stage] /= all;
  return spent;
}

// As in the server.
installQuickFields(ArenaState);
answerOnce<Task>((task) => ({ ...paceOf(task), shares: sharesOf(task) }));
