import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Stage } from "./stages.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** How a stage went, and everything it printed. */
export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

/** Ends a process and all that it started, as far as they stayed in its group. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch (error) {
    // Nobody is left: that is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/**
 * Runs a stage to its end, or to its time limit, or until `interrupted`. Whatever it leaves running, such as the
 * server of a test that failed, is ended with it: it would slow the next stage down, or outlive the run.
 */
export function runStage(
  { script, limitS }: Pick<Stage, "script" | "limitS">,
  interrupted: AbortSignal,
): Promise<Outcome> {
  const child = spawn(process.execPath, script, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: process.stdout.isTTY ? { FORCE_COLOR: "1", ...process.env } : { NO_COLOR: "1", ...process.env },
    detached: process.platform !== "win32",
  });
  const output: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => output.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => output.push(text));

  const stop = (why: string) => {
    output.push(`\n${why}\n`);
    endGroup(child.pid);
  };
  const limit = setTimeout(() => stop(`stopped: it took longer than ${limitS} s`), limitS * 1000);
  const interrupt = () => stop("interrupted");
  interrupted.addEventListener("abort", interrupt);

  return new Promise((resolve) => {
    child.once("error", (error) => output.push(`${error.message}\n`));
    child.once("exit", () => endGroup(child.pid));
    child.once("close", (code) => {
      clearTimeout(limit);
      interrupted.removeEventListener("abort", interrupt);
      resolve({ ok: code === 0, output: output.join("") });
    });
  });
}
