import { type Figures, SINGLES, SPREAD_NAMES, STATS, type Unit, unitOf } from "./metrics.ts";

/** A limit that cannot be understood; the message says what is allowed. */
export class LimitError extends Error {
  override name = "LimitError";
}

const COMPARISONS = {
  "<": (value: number, bound: number) => value < bound,
  "<=": (value: number, bound: number) => value <= bound,
  ">": (value: number, bound: number) => value > bound,
  ">=": (value: number, bound: number) => value >= bound,
  "=": (value: number, bound: number) => value === bound,
} as const;
type Comparison = keyof typeof COMPARISONS;

/** What has to hold when a run is over. */
export interface Limit {
  /** As it was given. */
  readonly text: string;
  readonly metric: string;
  readonly comparison: Comparison;
  /** In the unit of the metric. */
  readonly bound: number;
}

/** How a limit went. */
export interface Verdict {
  readonly limit: Limit;
  /** Null when it was not measured, which no limit survives. */
  readonly value: number | null;
  readonly holds: boolean;
}

/** How many of a metric's own unit each unit is that may be written for it. */
const UNITS: Readonly<Record<Unit, Readonly<Record<string, number>>>> = {
  ms: { ms: 1, us: 0.001, s: 1000 },
  "ms/s": { "ms/s": 1 },
  "B/s": { "B/s": 1, "kB/s": 1000, "MB/s": 1_000_000 },
  MB: { MB: 1, kB: 0.001, GB: 1000 },
  "kB/min": { "kB/min": 1, "MB/min": 1000, "B/min": 0.001 },
  "%": { "%": 1 },
  "/min": { "/min": 1 },
  "": {},
};

const FORM = /^\s*([A-Za-z0-9.]+)\s*(<=|>=|<|>|=)\s*(-?\d+(?:\.\d+)?)\s*([A-Za-z/%]*)\s*$/;

function knownMetrics(): string {
  return `${SPREAD_NAMES.join(", ")}, each with one of .${STATS.join(" .")}; and ${Object.keys(SINGLES).join(", ")}`;
}

/**
 * Reads a limit such as `rtt.p99<80ms`; a number alone is in the metric's own unit.
 * @throws LimitError that says what is allowed
 */
export function parseLimit(text: string): Limit {
  const [, metric, comparison, number, written] = FORM.exec(text) ?? [];
  if (metric === undefined || comparison === undefined || number === undefined || written === undefined)
    throw new LimitError(`--assert takes a metric, one of < <= > >= = and a number, not "${text}"`);
  const unit = unitOf(metric);
  if (unit === null) throw new LimitError(`there is no metric "${metric}"; there are ${knownMetrics()}`);
  const factor = written === "" ? 1 : UNITS[unit][written];
  if (factor === undefined) {
    const allowed = Object.keys(UNITS[unit]).join(", ");
    const own = unit === "" ? "has no unit" : `is given in ${allowed}`;
    throw new LimitError(`${metric} ${own}, not in "${written}" (in "${text}")`);
  }
  return { text: text.trim(), metric, comparison: comparison as Comparison, bound: Number(number) * factor };
}

/** What a run has to hold when nothing else is said of it: nothing may go wrong. */
export function withDefaults(limits: readonly Limit[], mayBreak: boolean): Limit[] {
  const wanted = mayBreak ? ["errors=0"] : ["errors=0", "disconnects=0"];
  const missing = wanted.map(parseLimit).filter(({ metric }) => limits.every((own) => own.metric !== metric));
  return [...limits, ...missing];
}

/** Holds limits against what a run came to. */
export function judge(limits: readonly Limit[], figures: Figures): Verdict[] {
  return limits.map((limit) => {
    const value = figures[limit.metric] ?? null;
    return { limit, value, holds: value !== null && COMPARISONS[limit.comparison](value, limit.bound) };
  });
}
