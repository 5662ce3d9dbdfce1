import { expect, test } from "vitest";
import { runStage } from "./runStage.ts";

const never = new AbortController().signal;
/** A stage that runs a piece of JavaScript. */
const stage = (code: string, limitS = 20) => ({ script: ["-e", code], limitS });

test("a stage passes when it exits with 0, and its output is kept", async () => {
  expect(await runStage(stage("console.log('out'); console.error('err')"), never)).toMatchObject({
    ok: true,
  });
  const { ok, output } = await runStage(stage("console.log('out'); process.exit(3)"), never);
  expect([ok, output]).toEqual([false, "out\n"]);
});

test("a stage that hangs is stopped at its limit, and says so", async () => {
  const { ok, output } = await runStage(stage("for (;;) {}", 0.3), never);
  expect(ok).toBe(false);
  expect(output).toContain("longer than 0.3 s");
});

test("a stage is stopped when the run is interrupted", async () => {
  const { ok, output } = await runStage(stage("setInterval(() => {}, 1000)"), AbortSignal.timeout(300));
  expect(ok).toBe(false);
  expect(output).toContain("interrupted");
});

test("what a stage leaves running ends with it", async () => {
  // It holds the stage's output open, so the stage is over only when it is.
  const leave = `
    const { spawn } = require("node:child_process");
    spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" }).unref();
    process.exit(0);`;
  expect((await runStage(stage(leave), never)).ok).toBe(true);
});
