import { dealJoins, startCrew } from "./crew.ts";
import { collectGarbage, watchHeld } from "./held.ts";
import type { Options } from "./options.ts";
import { createScraper } from "./scrape.ts";
import type { Target } from "./server.ts";
import { createTotals, type Totals } from "./totals.ts";

/** Seconds after the last join was due that players are given at least to be in and warm. */
const SETTLE_S = 3;

/** Seconds without anybody new after which those who are in play without the others. */
const PATIENCE_S = 10;

/** Where a run stands. */
export interface Progress {
  readonly seconds: number;
  /** Seconds that it takes in all. */
  readonly ofSeconds: number;
  readonly stage: "ramp" | "play";
  readonly totals: Totals;
}

/** Lets the players loose and watches what comes of it, second by second. */
export interface RunHooks {
  /** After each second. */
  readonly progress: (progress: Progress) => void;
  /** Ends the run early; what was seen until then counts. */
  readonly stop: AbortSignal;
}

const until = (at: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      stop.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, Math.max(0, at - performance.now()));
    stop.addEventListener("abort", over);
  });

/** @returns all that was seen */
export async function runLoad(options: Options, target: Target, hooks: RunHooks): Promise<Totals> {
  const { players, rampPerS, minutes, net, lean, churnPerMin, skill, fps, seed } = options;
  const url = new URL(target.endpoint);
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const rampS = players / rampPerS + SETTLE_S;
  const totals = createTotals(minutes * 60);
  const scraper = target.metrics === null ? null : createScraper(target.metrics);
  await scraper?.look();
  const crew = startCrew(dealJoins(players, rampPerS, options.workers), {
    ...{ endpoint: target.endpoint, host: url.hostname, port },
    ...{ net, lean, churnPerMin, skill, seed, frameMs: 1000 / fps },
  });
  const held = watchHeld();
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  let entered = 0;
  let enteredAt = 0;
  /** When all were in, or those who are to come; seconds from the start. */
  let settledAt: number | null = null;
  const endsAt = (): number => Math.ceil((settledAt ?? rampS) + minutes * 60);
  const look = async (): Promise<void> => {
    const reports = await crew.ask("report");
    const t = seconds();
    const server = (await scraper?.look()) ?? null;
    const { rss: generatorBytes } = process.memoryUsage();
    const now = reports.reduce((sum, report) => sum + report.entered, 0);
    if (now > entered) enteredAt = t;
    entered = now;
    if (t >= rampS && (entered === players || t - enteredAt > PATIENCE_S)) settledAt ??= t;
    const settled = settledAt !== null;
    totals.add({ t, reports, server, generatorBytes, heldBytes: held.take(), settled });
    hooks.progress({ seconds: t, ofSeconds: endsAt(), stage: settled ? "play" : "ramp", totals });
  };
  /**
   * All threads collect their garbage, which holds the players up for a moment: V8 does so by itself every few seconds or not for
   * minutes, and growth is not known from less than two collections.
   */
  const weigh = async (): Promise<void> => {
    const reports = await crew.ask("weigh");
    collectGarbage();
    totals.weigh({ t: seconds(), reports, heldBytes: held.take() });
  };
  let hasWeighed = false;
  const isOver = (second: number): boolean => settledAt !== null && second > endsAt();
  try {
    for (let second = 1; !isOver(second) && !hooks.stop.aborted; second++) {
      await until(began + second * 1000, hooks.stop);
      await look();
      if (totals.isWarm && !hasWeighed) {
        hasWeighed = true;
        await weigh();
      }
      // What took longer than its second costs seconds, not the pace.
      second = Math.max(second, Math.floor(seconds()));
    }
    await weigh();
    totals.close(await crew.ask("leave"));
  } finally {
    await crew.end();
  }
  return totals;
}
