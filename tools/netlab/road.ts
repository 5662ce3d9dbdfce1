/**
 * A real TCP path: client and server in two network namespaces of this machine, and a road between them on which packets
 * are late or lost (road.py). Here the kernel's own TCP finds out about the loss and mends it, as on the internet.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createRandom } from "../../shared/math/index.ts";
import { haunt } from "./haunt.ts";
import { CLEAR_SHAPE, type Reshape, reshape, type Shape } from "./shape.ts";
import type { Way } from "./way.ts";

const SCRIPT = fileURLToPath(new URL("road.py", import.meta.url));
/** Debian's own; it needs nothing but the standard library. */
export const PYTHON = "/usr/bin/python3";

/** Addresses at both ends of the road and of the clear way beside it; they exist in the two namespaces only. */
const ADDRESSES = {
  client: "10.77.0.1",
  server: "10.77.0.2",
  clearClient: "10.78.0.1",
  clearServer: "10.78.0.2",
};

/** A road that is open. */
export interface Road {
  /** Address of the server over the road, and by the clear way beside it. */
  readonly host: string;
  readonly clearHost: string;
  /** TCP's congestion control on it, such as `cubic`. */
  readonly congestion: string;
  /** What a command has to begin with to run at the server's end. */
  readonly enter: readonly string[];
  /** Changes what it does from now on. A lost chunk is a lost packet here, and a cut an outage: all packets are lost. */
  shape(change: Reshape): void;
  /** Holds all packets for a while. */
  stall(ms: number): void;
  close(): Promise<void>;
}

/** JSON knows no Infinity. */
function plain({ rate, queue, ...way }: Way): object {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return { ...way, rate: finite(rate), queue: finite(queue) };
}

/**
 * Opens a road. The process has to be root in a network namespace of its own (`runInNamespace`), since its end of the
 * road appears there.
 */
export async function openRoad(change: Reshape = {}, seed = 1): Promise<Road> {
  const { client, server, clearClient, clearServer } = ADDRESSES;
  let shape = reshape(CLEAR_SHAPE, change);
  const carrier: ChildProcess = spawn(PYTHON, [SCRIPT, `${seed}`, client, server, clearClient, clearServer], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(carrier, "exit");
  const [said] = await Promise.race([
    once(carrier.stdout!, "data"),
    ended.then(([code]) => Promise.reject(new Error(`the road ended with ${code}`))),
  ]);
  execFileSync("ip", ["address", "add", clearClient, "peer", clearServer, "dev", "near"]);
  execFileSync("ip", ["link", "set", "near", "up"]);

  const tell = (order: object): void => {
    carrier.stdin!.write(`${JSON.stringify(order)}\n`);
  };
  const pave = ({ up, down }: Shape): void => tell({ up: plain(up), down: plain(down) });
  const stall = (ms: number): void => tell({ stallMs: ms });
  const befall = { stall, cut: (ms: number): void => tell({ outageMs: ms }) };
  const random = createRandom(seed);
  pave(shape);
  let calm = haunt(shape, befall, random);

  return {
    host: server,
    clearHost: clearServer,
    congestion: String(said).trim(),
    enter: ["nsenter", "--net", "--target", `${carrier.pid}`],
    shape(next) {
      shape = reshape(shape, next);
      pave(shape);
      calm();
      calm = haunt(shape, befall, random);
    },
    stall,
    async close() {
      calm();
      carrier.stdin!.end();
      await ended;
      // The other namespace, and what lies in it, may take a moment to go; another road may be opened before.
      spawnSync("ip", ["link", "delete", "near"], { stdio: "ignore" });
    },
  };
}
