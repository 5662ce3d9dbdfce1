/**
 * `npm run test:wire`: every case of RFC 6455 against a running server, then clients that others wrote. Prints what was
 * tried by section and ends with 1 if anything failed. `--minute` lets each client play a minute.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { summarize, type WireReport } from "./report.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const REPORT = `${ROOT}artifacts/test/wire-report.json`;

const args = process.argv.slice(2);
if (args.some((arg) => arg !== "--minute")) {
  console.error(`npm run test:wire understands --minute, not: ${args.join(" ")}`);
  process.exit(2);
}

// A report of an earlier run must not be taken for this one's.
rmSync(REPORT, { force: true });
const { stdout, stderr } = spawnSync(
  process.execPath,
  [
    ...["node_modules/vitest/vitest.mjs", "run", "--project", "wire"],
    ...["--reporter=json", `--outputFile=${REPORT}`],
  ],
  {
    cwd: ROOT,
    encoding: "utf8",
    env: args.length > 0 ? { ...process.env, WIRE_SECONDS: "60" } : process.env,
  },
);
if (!existsSync(REPORT)) {
  console.error(`${stdout}${stderr}\nThe tests left no report.`);
  process.exit(1);
}
const { lines, ok } = summarize(JSON.parse(readFileSync(REPORT, "utf8")) as WireReport);
console.log(lines.join("\n"));
process.exitCode = ok ? 0 : 1;
