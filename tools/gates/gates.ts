/**
 * Every gate of the project, one after the other: one line for each with its time, the output of those that
 * fail, and the counts of all tests on the last line.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { add, type Counts, countsOf, NONE, summary, type VitestReport } from "./counts.ts";
import { runStage } from "./runStage.ts";
import { readOnly, type Stage, stagesFor } from "./stages.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function readReport(stage: Stage): VitestReport | undefined {
  if (stage.report === undefined || !existsSync(join(ROOT, stage.report))) return undefined;
  return JSON.parse(readFileSync(join(ROOT, stage.report), "utf8")) as VitestReport;
}

/** Runs stages and prints how they went. */
async function runAll(stages: readonly Stage[], interrupted: AbortSignal): Promise<Counts> {
  let total = NONE;
  for (const stage of stages) {
    // A report of an earlier run must not be taken for this one's.
    if (stage.report !== undefined) rmSync(join(ROOT, stage.report), { force: true });
    const begin = performance.now();
    process.stdout.write(stage.name.padEnd(18));
    const { ok, output } = await runStage(stage, interrupted);
    const counts = countsOf(ok, readReport(stage));
    const tests = stage.report === undefined ? "" : `${counts.passed} passed, ${counts.failed} failed`;
    const time = `${((performance.now() - begin) / 1000).toFixed(1)} s`.padStart(8);
    console.log(`${ok ? "ok    " : "FAILED"}${time}   ${tests}`.trimEnd());
    if (!ok) console.log(`\n${output.trim()}\n`);
    total = add(total, counts);
    if (interrupted.aborted || (!ok && stage.vital)) break;
  }
  return total;
}

if (import.meta.main) {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => interruption.abort());
  try {
    const total = await runAll(stagesFor(readOnly(process.argv.slice(2))), interruption.signal);
    process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
    console.log(summary(total));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
