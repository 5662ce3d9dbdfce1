/**
 * From a fresh clone to a working set of packages, with nothing but Node and npm on the machine.
 * Plain JavaScript without dependencies: it runs before anything is installed, on whatever Node is there.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Top of the repository. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Oldest Node that can carry out the installation, as major and minor. */
const LEAST_NODE = Object.freeze({ major: 20, minor: 19 });

/** Node of the lock file: everything after the installation runs on it. */
const PINNED_NODE = join(ROOT, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");

/**
 * Flags of Node for a server. A process of the game is made for one core: V8's helpers would collect garbage on the same one, and
 * whoever steps the rooms waits for them; and what dies young needs half the room that V8 gives it (docs/tempo.md).
 * @type {readonly string[]}
 */
export const SERVER_FLAGS = JSON.parse(readFileSync(new URL("serverFlags.json", import.meta.url), "utf8"));

const STAMP = join(ROOT, "node_modules/.installed-for");

/** How often a script looks whether its caller is still there; a stop is felt as immediate below that. */
const CALLER_CHECK_MS = 200;

/**
 * Whether a Node version such as "20.19.0" is new enough to begin with.
 * @param {string} version
 */
export function isNodeRecent(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > LEAST_NODE.major || (major === LEAST_NODE.major && minor >= LEAST_NODE.minor);
}

/**
 * What the installed packages depend on, in one short text: when it changes, they are installed anew.
 * The platform is part of it, because node_modules that came from another machine hold the wrong binaries.
 * @param {string} manifest text of package.json
 * @param {string} lock text of package-lock.json
 * @param {string} platform such as "linux-x64"
 */
export function packagesFingerprint(manifest, lock, platform) {
  const hash = createHash("sha256");
  for (const part of [manifest, lock, platform]) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}

/**
 * The command line that starts npm, preferably the very npm (and its Node) that called this script.
 * @param {Record<string, string | undefined>} env
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(env) {
  const { npm_execpath: cli, npm_node_execpath: node } = env;
  if (cli?.endsWith("npm-cli.js") && node !== undefined) return { command: node, args: [cli] };
  return { command: "npm", args: [] };
}

/**
 * The exit code that tells a caller how a process ended; a signal counts as 128 + its number, as shells do.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCodeOf(code, signal) {
  if (signal !== null) return 128 + constants.signals[signal];
  return code ?? 1;
}

/**
 * Calls back once when npm has gone. A signal to npm ends npm and its shell, but the shell tells nobody below it.
 * @param {() => void} onGone
 * @returns {() => void} the way to stop watching
 */
function watchNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const caller = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === caller) return;
    clearInterval(timer);
    onGone();
  }, CALLER_CHECK_MS);
  return () => clearInterval(timer);
}

/**
 * Runs a process to its end and passes SIGINT, SIGTERM and SIGHUP on to it, so that it never outlives its caller.
 * Each is passed on as often as it comes, for a second one may mean "now": that npm and the terminal send the same
 * one twice is for the process to tell apart.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean }} [options] `quiet` keeps the output back instead of showing it
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
function run(command, args, { quiet = false } = {}) {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    shell: process.platform === "win32" && command === "npm",
  });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout?.on("data", (chunk) => output.push(chunk));
  child.stderr?.on("data", (chunk) => output.push(chunk));

  let stopping = false;
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    stopping = true;
    // Ctrl+C in a terminal has already reached every process of the group, the child among them.
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    child.kill(signal);
  };
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  for (const signal of signals) process.on(signal, passOn);
  // npm that goes because of the same signal says nothing new.
  const stopWatching = watchNpm(() => {
    if (!stopping) passOn("SIGTERM");
  });

  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      for (const name of signals) process.off(name, passOn);
      stopWatching();
      resolve({ exitCode: exitCodeOf(code, signal), output: Buffer.concat(output).toString() });
    });
  });
}

/** @returns {string} */
function currentFingerprint() {
  const read = (/** @type {string} */ name) => readFileSync(join(ROOT, name), "utf8");
  return packagesFingerprint(
    read("package.json"),
    read("package-lock.json"),
    `${process.platform}-${process.arch}`,
  );
}

function isInstalled() {
  return existsSync(PINNED_NODE) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === currentFingerprint();
}

/**
 * Says what stands in the way and ends the process.
 * @param {string} message
 * @param {number} [exitCode]
 * @returns {never}
 */
function stop(message, exitCode = 1) {
  console.error(message);
  process.exit(exitCode);
}

/**
 * Checks Node, and installs what the lock file names when that has not happened yet.
 * Prints one line while it installs, npm's own words only when they are needed, and nothing when all is there.
 */
export async function prepare() {
  if (!isNodeRecent(process.versions.node)) {
    stop(
      `Crosswire needs Node ${LEAST_NODE.major}.${LEAST_NODE.minor} or newer; this is ${process.versions.node}. ` +
        "Get a current one from https://nodejs.org.",
    );
  }
  if (isInstalled()) return;
  const begin = Date.now();
  process.stdout.write("packages     installing ... ");
  const npm = npmCommand(process.env);
  // `npm install` and not `npm ci`: the latter may refuse a lock file that lacks packages of other platforms.
  // Without saving: starting the game never edits a file under version control.
  const wanted = ["install", "--no-save", "--no-audit", "--no-fund", "--include=dev"];
  const { exitCode, output } = await run(npm.command, [...npm.args, ...wanted], { quiet: true });
  if (exitCode !== 0) {
    console.log("failed");
    stop(`${output}\nnpm could not install the packages; the lines above say why.`, exitCode);
  }
  if (!existsSync(PINNED_NODE)) {
    console.log("failed");
    stop(
      `${output}\nThe packages are there, but not the Node that comes with them: its install script did not run.\n` +
        "Allow it (npm config set ignore-scripts false) and try again.",
    );
  }
  writeFileSync(STAMP, currentFingerprint());
  console.log(`done in ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}

/**
 * Runs a script on the pinned Node, in the foreground, and gives its exit code.
 * @param {string[]} args path of the script from the top of the repository, and its arguments
 */
export async function runPinned(args) {
  return (await run(PINNED_NODE, args)).exitCode;
}
