import { cpus } from "node:os";
import { judge, type Verdict } from "./limits.ts";
import type { Figures } from "./metrics.ts";
import type { Options } from "./options.ts";
import type { Row } from "./series.ts";
import type { Totals } from "./totals.ts";

/** A run as it is written down. */
export interface Outcome {
  /** When it ended, ISO 8601. */
  readonly at: string;
  readonly command: string;
  readonly machine: { readonly processor: string; readonly cores: number; readonly node: string };
  readonly figures: Figures;
  readonly verdicts: readonly Verdict[];
  /** What makes the figures less than they seem. */
  readonly warnings: readonly string[];
  /** What went wrong, and how often. */
  readonly complaints: readonly (readonly [string, number])[];
  /** The course of the run. */
  readonly rows: readonly Row[];
}

/** From here on what the players measure says as much of this program as of the server. */
const BUSY_PERCENT = 85;
const DELAY_MS = 10;

/** What has to be said of a run before its figures are believed. */
export function warningsFor(
  figures: Figures,
  { url, workers, players }: Pick<Options, "url" | "workers" | "players">,
): string[] {
  const warnings: string[] = [];
  const {
    "generator.busy": busy = 0,
    "generator.p99": delay = 0,
    refused = 0,
    joins = 0,
    players: most = 0,
  } = figures;
  if (busy > BUSY_PERCENT || delay > DELAY_MS)
    warnings.push(
      `This side was the bottleneck: its busiest thread was busy ${busy.toFixed(0)} % of a second, and let its players ` +
        `wait ${delay.toFixed(1)} ms (p99). What the players measured is no better than that: use more cores ` +
        `(--workers, now ${workers}), another machine, fewer players or --lean.`,
    );
  if (refused > 0)
    warnings.push(
      `The server refused ${refused} joins for their number: its limits count by address, and all players here have the ` +
        `same one. ${url === null ? "" : "Raise CONNECTIONS_PER_ADDRESS, JOIN_RATE and REQUEST_RATE there, or "}` +
        `${url === null ? "Lower" : "lower"} --ramp.`,
    );
  if (joins > 0 && most < players)
    warnings.push(`There were never more than ${most} players at once, of ${players} that were asked for.`);
  if (joins === 0) warnings.push("Nobody got in: there is nothing that these figures could tell.");
  return warnings;
}

/** Sums a run up. */
export function conclude(options: Options, totals: Totals, command: string): Outcome {
  const figures = totals.figures();
  return {
    at: new Date().toISOString(),
    command,
    machine: {
      processor: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      node: process.version,
    },
    figures,
    verdicts: judge(options.limits, figures),
    warnings: warningsFor(figures, options),
    complaints: [...totals.complaints].sort((a, b) => b[1] - a[1]),
    rows: totals.rows,
  };
}

/** Whether all held that had to, and somebody was there to tell. */
export function holds({ verdicts, figures }: Outcome): boolean {
  return verdicts.every((verdict) => verdict.holds) && (figures.joins ?? 0) > 0;
}
