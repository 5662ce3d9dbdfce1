import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import serverFlags from "../setup/serverFlags.json" with { type: "json" };

/** A server process of its own, as players get it. */
export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** What it wrote so far, both streams. */
  output(): string;
  /** Ends it and waits for its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

/** How the process itself is started; players get it without any of this. */
export interface ProcessOptions {
  /** Flags of Node before the script. */
  readonly nodeFlags?: readonly string[];
  /** Opens an IPC channel to it. */
  readonly ipc?: boolean;
  /** Another script in place of the server's, which prints a link as well. */
  readonly script?: string;
  /** What the command begins with, such as one that enters a namespace. */
  readonly launcher?: readonly string[];
}

/** A server of a test plays the same match each time, lets players stand still, and ends as soon as it is told to. */
const FOR_TESTS = {
  PORT: "0",
  HOST: "127.0.0.1",
  LOG_LEVEL: "warn",
  SEED: "7",
  IDLE_SECONDS: "0",
  // One map and one mode, played from the first moment on.
  ARENA: "foundry",
  MODES: "ffa",
  SEATS: "12",
  FILL: "6",
  WARMUP_SECONDS: "0",
  COUNTDOWN_SECONDS: "0",
  OVERTIME_SECONDS: "0",
  VOTE_SECONDS: "0",
  DRAIN_SECONDS: "0",
};

/** Servers that this process has started; a test or a probe that breaks takes them along. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Starts a server on a free port of this machine and waits until it serves.
 * @param settings environment variables of the server (README), over those of `FOR_TESTS`
 */
export async function startServer(
  settings: Readonly<Record<string, string>> = {},
  { nodeFlags = [], ipc = false, script = MAIN, launcher = [] }: ProcessOptions = {},
): Promise<RunningServer> {
  const [command, ...args] = [...launcher, process.execPath, ...serverFlags, ...nodeFlags, script];
  const child = spawn(command!, args, {
    env: { ...process.env, ...FOR_TESTS, ...settings },
    stdio: ["ignore", "pipe", "pipe", ...(ipc ? (["ipc"] as const) : [])],
  });
  let output = "";
  running.add(child);
  const exited = once(child, "exit").finally(() => running.delete(child));
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      const link = /https?:\/\/[^:\s]+:(\d+)/.exec(output);
      if (link?.[1] !== undefined) resolve(Number(link[1]));
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  });
  return {
    endpoint: `${settings.TLS_CERT === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    port,
    process: child,
    output: () => output,
    async stop(signal = "SIGTERM") {
      if (child.exitCode === null) child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}
