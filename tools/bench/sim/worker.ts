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
  /** Of the steps during which the system took the core away from nobody in this process; and what part the others are, 0..1. */
  readonly calmP99Ms: number;
  readonly calmMostMs: number;
  readonly disturbed: number;
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

/** How often the system has taken the core away from a thread of this process. */
function timesTaken(): number {
  return process.resourceUsage().involuntaryContextSwitches;
}

/** The whole tick: its pace, and then how long single ones take. */
function paceOf(task: Task): Omit<Pace, "shares"> {
  const match = createGame(task);
  const step = (): void => void match.step(NO_PEOPLE, NO_REWIND);
  for (let i = 0; i < seconds(task.warmUpSeconds); i++) step();
  const count = seconds(task.seconds);
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) step();
  const { user, system } = process.cpuUsage(before);
  const steps = new Float64Array(count);
  const calm: number[] = [];
  for (let i = 0; i < count; i++) {
    const taken = timesTaken();
    const began = performance.now();
    step();
    steps[i] = performance.now() - began;
    if (timesTaken() === taken) calm.push(steps[i]!);
  }
  const calmSteps = Float64Array.from(calm).sort();
  steps.sort();
  return {
    pace: count / TICK_HZ / ((user + system) / 1e6),
    p50Ms: quantile(steps, 0.5),
    p99Ms: quantile(steps, 0.99),
    calmP99Ms: quantile(calmSteps, 0.99),
    calmMostMs: calmSteps.at(-1) ?? 0,
    disturbed: 1 - calm.length / count,
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
