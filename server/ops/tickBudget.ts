/** Notices a room whose steps take longer than a tick, again and again, and says which stage took how long. */

/** What is reported of an overrun; all times in ms. */
export interface TickProfile {
  /** Steps over budget, and steps looked at. */
  readonly overruns: number;
  readonly ticks: number;
  readonly worstMs: number;
  /** Mean time of each stage over the steps that were over budget. */
  readonly stages: Readonly<Record<string, number>>;
}

export interface TickBudget<S extends string> {
  /** The step begins. */
  begin(): void;
  /** The time since the beginning or the last lap went into this stage. */
  lap(stage: S): void;
  /** The step is over. */
  end(): void;
}

export interface TickBudgetOptions<S extends string> {
  readonly stages: readonly S[];
  /** What a step may take, in ms: the length of a tick. */
  readonly budgetMs: number;
  /** A clock in ms. */
  readonly now: () => number;
  readonly onOverrun: (profile: TickProfile) => void;
}

/** Steps that are judged together: 2 s. */
const WINDOW = 120;

/** Overruns in a window that are more than a hiccup: a tenth. A single pause of the garbage collector is none. */
const TOO_MANY = 12;

/** Windows without a word after a report: one line in 10 s says it all. */
const QUIET_WINDOWS = 5;

const rounded = (ms: number): number => Math.round(ms * 100) / 100;

/** Counts from now on. Allocates nothing but the report. */
export function createTickBudget<S extends string>(options: TickBudgetOptions<S>): TickBudget<S> {
  const { stages, budgetMs, now, onOverrun } = options;
  const index = new Map<S, number>(stages.map((stage, i) => [stage, i]));
  const step = new Float64Array(stages.length);
  const over = new Float64Array(stages.length);
  let beganAt = 0;
  let lappedAt = 0;
  let ticks = 0;
  let overruns = 0;
  let worstMs = 0;
  let quiet = 0;

  const report = (): void => {
    const means = stages.map((stage, i) => [stage, rounded(over[i]! / overruns)] as const);
    onOverrun({ overruns, ticks, worstMs: rounded(worstMs), stages: Object.fromEntries(means) });
  };

  const judge = (): void => {
    if (quiet > 0) quiet -= 1;
    else if (overruns >= TOO_MANY) {
      report();
      quiet = QUIET_WINDOWS;
    }
    over.fill(0);
    ticks = 0;
    overruns = 0;
    worstMs = 0;
  };

  return {
    begin() {
      step.fill(0);
      beganAt = now();
      lappedAt = beganAt;
    },
    lap(stage) {
      const at = now();
      step[index.get(stage)!]! += at - lappedAt;
      lappedAt = at;
    },
    end() {
      const took = now() - beganAt;
      ticks += 1;
      worstMs = Math.max(worstMs, took);
      if (took > budgetMs) {
        overruns += 1;
        for (let i = 0; i < step.length; i++) over[i]! += step[i]!;
      }
      if (ticks === WINDOW) judge();
    },
  };
}
