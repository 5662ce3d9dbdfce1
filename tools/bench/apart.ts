import { type ChildProcess, spawn } from "node:child_process";
import { pinnedTo } from "./machine.ts";

/** Processes that are still measuring; whoever ends the bench ends them too. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** How a process of the bench is started. */
export interface Apart {
  /** Script beside the caller: `new URL("worker.ts", import.meta.url)`. */
  readonly script: URL;
  /** Core that it is kept to, where that is possible. */
  readonly core: number;
  readonly nodeFlags?: readonly string[];
  readonly arguments?: readonly string[];
}

/** A process of the bench with a core of its own and a channel to it. */
export function startApart({ script, core, nodeFlags = [], arguments: rest = [] }: Apart): ChildProcess {
  const [command, ...args] = [...pinnedTo(core), process.execPath, ...nodeFlags, script.pathname, ...rest];
  const child = spawn(command!, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Tells the parent something, in a process that it started. */
export function tell(told: object): void {
  process.send?.({ told });
}

/** What a process tells next; rejects when it ends before. */
export function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      child.off("message", heard);
      child.off("exit", ended);
    };
    const heard = (message: unknown): void => {
      // What Colyseus brings along tells every parent about itself, in case it is a process manager.
      if (typeof message !== "object" || message === null || !("told" in message)) return;
      settle();
      resolve(message.told as T);
    };
    const ended = (code: number | null): void => {
      settle();
      reject(new Error(`${child.spawnargs.at(-1)} ended with ${code} before it had measured`));
    };
    child.on("message", heard);
    child.on("exit", ended);
  });
}

/** Lets a process measure one thing: it is sent what to do, answers with the figures and ends. */
export async function measureApart<T>(apart: Apart, task: object): Promise<T> {
  const child = startApart(apart);
  child.send(task);
  const figures = await nextMessage<T>(child);
  child.kill();
  return figures;
}

/** The other end of `measureApart`: for a script that measures one thing. */
export function answerOnce<T extends object>(measure: (task: T) => object | Promise<object>): void {
  process.once("message", (task) => {
    void Promise.resolve(measure(task as T)).then(tell);
  });
}
