/**
 * `npm run bots`: players without a screen, by the hundred, who play with the game's own bot brain over real sockets; and
 * what they and the server make of it. `--help` has the options, docs/loadtest.md what the figures mean.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { HELP, OptionError, type Options, readOptions } from "./options.ts";
import { conclude, holds, type Outcome } from "./outcome.ts";
import { drawPage } from "./page.ts";
import { runLoad } from "./run.ts";
import { openTarget, type Target } from "./server.ts";
import { playersTable, singleTable, spreadTable, tableLines, verdictLines } from "./table.ts";
import { createView } from "./view.ts";

/** The end of what a server wrote is enough to see what ails it. */
const LAST_LINES = 12;

function print(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${title}\n${lines.join("\n")}`);
}

function tell(outcome: Outcome, target: Target): void {
  const { figures, verdicts, warnings, complaints, rows } = outcome;
  print("By the number of players (medians of their seconds)", tableLines(playersTable(rows)));
  print("Distributions, once all were in", tableLines(spreadTable(figures)));
  print("The whole run", tableLines(singleTable(figures)));
  const said = target
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  print("What the server wrote, the end of it", said.slice(-LAST_LINES));
  print(
    "What went wrong",
    complaints.map(([text, count]) => `  ${count} times: ${text}`),
  );
  print("Before you believe this", warnings);
  print("What had to hold", verdictLines(verdicts));
}

function write(outcome: Outcome, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "report.json"), `${JSON.stringify(outcome, null, 1)}\n`);
  writeFileSync(join(folder, "report.html"), drawPage(outcome));
  console.log(`\n${join(folder, "report.html")} has the plots, report.json beside it the figures.`);
}

/** @throws Error when nobody serves the game there */
async function expectServer({ endpoint }: Target): Promise<void> {
  const answer = await fetch(`${endpoint}/healthz`).catch(() => null);
  if (answer?.ok !== true) throw new Error(`no Crosswire server answers at ${endpoint}`);
}

async function run(options: Options, command: string): Promise<boolean> {
  const target = await openTarget(options);
  try {
    await expectServer(target);
    const { players, lean, net, workers } = options;
    console.log(
      `${players} ${lean ? "lean " : ""}players in ${Math.min(workers, players)} ` +
        `${Math.min(workers, players) === 1 ? "thread" : "threads"} against ${target.endpoint}` +
        `${net === null ? "" : `, each over ${net}`}; Ctrl+C ends it and tells what there is`,
    );
    const stop = new AbortController();
    process.once("SIGINT", () => stop.abort());
    process.once("SIGTERM", () => stop.abort());
    const view = createView(process.stdout);
    const totals = await runLoad(options, target, { stop: stop.signal, progress: view.show });
    const outcome = conclude(options, totals, command);
    tell(outcome, target);
    write(outcome, options.out);
    return holds(outcome);
  } finally {
    await target.stop();
  }
}

const args = process.argv.slice(2);
try {
  const options = readOptions(args, availableParallelism());
  if (options === null) console.log(HELP);
  else process.exitCode = (await run(options, `npm run bots -- ${args.join(" ")}`)) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof OptionError ? 2 : 1;
}
