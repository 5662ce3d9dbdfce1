import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import { fileURLToPath } from "node:url";
import { spreadOf } from "./spread.ts";

/** Where and with what figures came about. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly system: string;
  readonly node: string;
  readonly v8: string;
  /** Packages whose speed or size is measured, and their versions. */
  readonly packages: Readonly<Record<string, string>>;
  /** Whether processes that are compared were kept to a core of their own. */
  readonly pinned: boolean;
  /** Milliseconds of processor time that a fixed piece of work takes here; the middle of some. */
  readonly calibrationMs: number;
}

const PACKAGES = [
  "@colyseus/core",
  "@colyseus/schema",
  "@colyseus/ws-transport",
  "ws",
  "socket.io",
  "msgpackr",
];

const MODULES = fileURLToPath(new URL("../../node_modules/", import.meta.url));

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(`${MODULES}${name}/package.json`, "utf8")) as {
    version: string;
  };
  return version;
}

/** What a pinned command begins with; nothing where there is no second core or no taskset. */
export function pinnedTo(core: number): readonly string[] {
  return canPin() ? ["taskset", "-c", String(core)] : [];
}

/**
 * Keeps this very process and all of its threads to a core, where that is possible.
 * @returns lets it run anywhere again
 */
export function stayOn(core: number): () => void {
  const move = (cores: string): void => {
    if (canPin()) spawnSync("taskset", ["-acp", cores, String(process.pid)], { stdio: "ignore" });
  };
  move(String(core));
  return () => move(`0-${cpus().length - 1}`);
}

let pins: boolean | null = null;

/** Whether server and clients can have a core each. */
export function canPin(): boolean {
  pins ??=
    availableParallelism() >= 2 &&
    spawnSync("taskset", ["-c", "0", "true"], { stdio: "ignore" }).status === 0;
  return pins;
}

const WORK = 40_000;
const TURNS = 100;
let sink = 0;

/** Short, so that it is compiled after a few turns and not in the midst of one, for which V8 may take its time. */
function work(from: number): number {
  let x = from;
  for (let i = 0; i < WORK; i++) x = (Math.imul(x, 1_664_525) + 1_013_904_223 + (x >>> 13)) | 0;
  return x;
}

/** Processor time in ms of a fixed loop of integer arithmetic: what a core is worth at this moment. */
export function calibrate(): number {
  const before = process.cpuUsage();
  for (let turn = 0; turn < TURNS; turn++) sink = work(sink);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What the loops came to; keeps them from being optimized away. */
export function calibrated(): number {
  return sink;
}

/** Looks at the machine. */
export function lookAtMachine(): Machine {
  calibrate();
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    v8: process.versions.v8,
    packages: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
    pinned: canPin(),
    calibrationMs: spreadOf(Array.from({ length: 9 }, calibrate)).median,
  };
}
