import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startServer } from "../../headless/index.ts";
import { pinnedTo } from "../machine.ts";
import type { Answered, Asked, LoadFigures, LoadOrder, MeterOrder, ServerFigures } from "./orders.ts";

const METER = fileURLToPath(new URL("./meter.ts", import.meta.url));
const LOAD = fileURLToPath(new URL("./load.ts", import.meta.url));

/** A load that waits for helpers on its own core is late, as a server is. */
const LOAD_FLAGS = ["--single-threaded-gc"];

/** The cores that the server and its load are kept to. */
const CORES = { server: 0, load: 1 } as const;

/** ms that an answer may take: a server far beyond its knee gathers its figures slowly. */
const PATIENCE_MS = 60_000;

/** What a room of so many seats is played on: a map on the small side for so many, so that they are always in a fight. */
const ARENAS: Readonly<Record<number, string>> = { 8: "courtyard", 16: "foundry", 32: "yards" };

/** Room sizes that can be measured. */
export const ROOM_SIZES = Object.keys(ARENAS).map(Number);

/** Both sides of one moment. */
export interface Figures {
  readonly server: ServerFigures;
  readonly load: LoadFigures;
}

/** A server under load. */
export interface Stage {
  /** Brings players in, or sends whole rooms home, until there are so many. */
  fill(players: number): Promise<void>;
  /** Measures for some seconds. @param profileTo a file for the server's CPU profile */
  measure(seconds: number, profileTo?: string): Promise<Figures>;
  close(): Promise<void>;
}

/**
 * A real-time class of Linux; root may. The main thread alone has it: V8's helpers, which compile and mark on the same core,
 * would else keep it waiting until they are done, as no scheduler of a server does.
 */
const FIRST_OF_ALL = ["chrt", "--reset-on-fork", "--rr", "5"] as const;

/** Whether they go before whatever else wants their cores. */
export const FIRST =
  spawnSync(FIRST_OF_ALL[0], [...FIRST_OF_ALL.slice(1), "true"], { stdio: "ignore" }).status === 0;

function onCore(core: number, first: boolean): string[] {
  return [...(first ? FIRST_OF_ALL : []), ...pinnedTo(core)];
}

/** Asks a process over IPC and waits for its answer. */
function askerOf<O>(child: ChildProcess, name: string): <T>(order: O) => Promise<T> {
  let asked = 0;
  return async <T>(order: O) => {
    const id = ++asked;
    child.send({ id, order } satisfies Asked<O>);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the ${name} ended with ${child.exitCode}`);
      const [message] = (await once(child, "message", { signal })) as [Answered];
      if (message.id === id) return message.answer as T;
    }
  };
}

/** How the server under load is started. */
export interface StageOptions {
  /** Flags of Node. */
  readonly nodeFlags?: readonly string[];
  /** Whether server and load go before all else, where they may. Nothing else of the server's own core does then: no profiler. */
  readonly first?: boolean;
}

export async function openStage(
  roomSize: number,
  { nodeFlags = [], first = FIRST }: StageOptions = {},
): Promise<Stage> {
  const server = await startServer(
    {
      ARENA: ARENAS[roomSize]!,
      SEATS: String(roomSize),
      FILL: "0",
      ROUND_SECONDS: "3600",
      JOIN_RATE: "0",
      REQUEST_RATE: "0",
      CONNECTIONS_PER_ADDRESS: "100000",
      SEED: "",
    },
    { nodeFlags: [...nodeFlags, "--import", METER], ipc: true, launcher: onCore(CORES.server, first) },
  );
  const [command, ...args] = [
    ...onCore(CORES.load, first),
    process.execPath,
    ...LOAD_FLAGS,
    LOAD,
    server.endpoint,
  ];
  const load = spawn(command!, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const askMeter = askerOf<MeterOrder>(server.process, "server");
  const askLoad = askerOf<LoadOrder>(load, "load");
  let present = 0;
  return {
    async fill(players) {
      await askLoad({ what: "players", change: players - present });
      present = players;
    },
    async measure(seconds, profileTo = "") {
      await askMeter({ what: "begin", profile: profileTo !== "" });
      await askLoad({ what: "begin" });
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      const ofLoad = await askLoad<LoadFigures>({ what: "figures" });
      return { load: ofLoad, server: await askMeter<ServerFigures>({ what: "figures", profileTo }) };
    },
    async close() {
      load.kill();
      await server.stop("SIGKILL");
    },
  };
}
