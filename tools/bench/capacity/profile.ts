import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What is read of a `.cpuprofile` of V8. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: CallFrame;
    readonly children?: number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}
interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

/** V8's own word for waiting, and the call that ends a profile. */
const NOT_BUSY = new Set(["(idle)", "post"]);

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Where a function lives: a package, a folder of ours, or a part of Node and V8. */
function homeOf({ url, functionName }: CallFrame): string {
  if (url === "") return functionName;
  if (url.startsWith("node:")) return "node";
  const path = url.replace("file://", "").replace(ROOT, "");
  const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);
  return packaged?.[1] ?? path.split("/").slice(0, 2).join("/");
}

function nameOf(frame: CallFrame): string {
  const file = frame.url.split("/").slice(-2).join("/");
  return `${frame.functionName || "(anonymous)"} ${file === "" ? "" : `${file}:${frame.lineNumber + 1}`}`;
}

function printTop(title: string, times: ReadonlyMap<string, number>, busy: number, most: number): void {
  console.log(`\n  ${title}`);
  const rows = [...times].sort((a, b) => b[1] - a[1]).slice(0, most);
  for (const [name, us] of rows) console.log(`  ${((100 * us) / busy).toFixed(1).padStart(5)} %  ${name}`);
}

type Times = Map<string, number>;

function add(times: Times, name: string, us: number): void {
  times.set(name, (times.get(name) ?? 0) + us);
}

/**
 * Prints where the time of a CPU profile went: by where the functions live, one by one, and with all that they call. Idle
 * time is left out, and what the kernel does with sockets that are read is not in a profile.
 */
export function printProfile(file: string): void {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, "utf8")) as Profile;
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const callers = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const homes: Times = new Map();
  const alone: Times = new Map();
  const together: Times = new Map();
  let busy = 0;
  samples.forEach((id, i) => {
    const frame = frames.get(id)!;
    if (NOT_BUSY.has(frame.functionName)) return;
    const us = timeDeltas[i]!;
    busy += us;
    add(homes, homeOf(frame), us);
    add(alone, nameOf(frame), us);
    const stack = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = callers.get(at))
      stack.add(nameOf(frames.get(at)!));
    for (const name of stack) add(together, name, us);
  });
  printTop("busy time by home", homes, busy, 16);
  printTop("busy time by function, alone", alone, busy, 40);
  printTop("busy time by function, with what it calls", together, busy, 70);
}
