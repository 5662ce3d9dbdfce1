import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { PYTHON } from "./road.ts";

/** What is asked of a machine before it is to carry a road. */
export interface Machine {
  readonly platform: string;
  /** User id; undefined where there is none. */
  readonly uid: number | undefined;
  exists(path: string): boolean;
  /** Whether a command runs and succeeds. */
  succeeds(command: string, ...args: string[]): boolean;
}

/** This machine. */
export const THIS_MACHINE: Machine = {
  platform: process.platform,
  uid: process.getuid?.(),
  exists: existsSync,
  succeeds: (command, ...args) => spawnSync(command, args, { stdio: "ignore" }).status === 0,
};

/** Commands that a road needs, with the Debian package of each. */
const COMMANDS = [
  { command: "ip", probe: ["-V"], package: "iproute2" },
  { command: "nsenter", probe: ["--version"], package: "util-linux" },
  { command: "unshare", probe: ["--version"], package: "util-linux" },
  { command: PYTHON, probe: ["--version"], package: "python3" },
] as const;

/**
 * Why a machine cannot carry a road, in words for whoever wanted one; null when it can.
 * What the kernel allows is tried out: a container may be root and have no right to make a namespace.
 */
export function obstacleToRoads(machine: Machine = THIS_MACHINE): string | null {
  if (machine.platform !== "linux") return `network namespaces are Linux's, and this is ${machine.platform}`;
  if (machine.uid !== 0) return "only root may make network namespaces";
  if (!machine.exists("/dev/net/tun")) return "there is no /dev/net/tun";
  const missing = COMMANDS.find(({ command, probe }) => !machine.succeeds(command, ...probe));
  if (missing !== undefined) return `${missing.command} is missing (Debian: ${missing.package})`;
  if (!machine.succeeds("unshare", "--net", "ip", "tuntap", "add", "dev", "road", "mode", "tun"))
    return "the kernel lets nobody make a namespace with a TUN device here";
  return null;
}

/** Set for the copy of a program that runs in a network namespace of its own. */
const INSIDE = "CROSSWIRE_NAMESPACE";

/** Whether this process may open a road: `runInNamespace` has started it. */
export function isInNamespace(): boolean {
  return process.env[INSIDE] === "1";
}

/** Runs this program again, with the same arguments, in a new network namespace. Returns its exit code. */
export function runInNamespace(): number {
  // A new namespace has no loopback that is up.
  const begin = ["--net", "sh", "-c", 'ip link set lo up && exec "$0" "$@"'];
  const { status } = spawnSync("unshare", [...begin, process.execPath, ...process.argv.slice(1)], {
    stdio: "inherit",
    env: { ...process.env, [INSIDE]: "1" },
  });
  return status ?? 1;
}
