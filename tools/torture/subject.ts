import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type ProcessOptions, type RunningServer, startServer } from "../headless/index.ts";
import type { Census, Depth, Question, Vitals } from "./census.ts";

/** A server under torture: the product as it is, with a hook for its heap preloaded beside it. */
export interface Subject extends RunningServer {
  vitals(): Promise<Vitals>;
  /**
   * Collects garbage and counts what is left; the more is counted, the longer the server is held up.
   * The first count of objects is their zero and must be taken before anybody joins.
   */
  census(depth: CountingDepth): Promise<Census>;
  /** Takes a census each second until one satisfies, and returns the last one either way. */
  censusUntil(content: (census: Census) => boolean, seconds: number, depth: CountingDepth): Promise<Census>;
}

type CountingDepth = Exclude<Depth, "vitals">;

const HOOK = fileURLToPath(new URL("./gcHook.ts", import.meta.url));

/** Milliseconds that an answer of the hook may take: beyond this the server hangs. */
const ANSWER_MS = 20_000;

/**
 * Starts a server with the hook.
 * @param settings environment variables of the server; those that it does not know are ignored by it
 * @param process another script in place of the server's, and what the command begins with
 */
export async function startSubject(
  settings: Readonly<Record<string, string>>,
  process: Pick<ProcessOptions, "script" | "launcher"> = {},
): Promise<Subject> {
  const nodeFlags = ["--expose-gc", "--import", HOOK];
  const server = await startServer(settings, { ...process, nodeFlags, ipc: true });
  const { process: child } = server;
  let asked = 0;

  const ask = async <T>(depth: Depth): Promise<T> => {
    if (child.exitCode !== null)
      throw new Error(`the server ended with ${child.exitCode}:\n${server.output()}`);
    const id = ++asked;
    child.send({ id, depth } satisfies Question);
    const signal = AbortSignal.timeout(ANSWER_MS);
    for (;;) {
      const [message] = (await once(child, "message", { signal })) as [{ id: number; answer: T }];
      if (message.id === id) return message.answer;
    }
  };
  const census: Subject["census"] = (depth) => ask<Census>(depth);

  return {
    ...server,
    vitals: () => ask<Vitals>("vitals"),
    census,
    async censusUntil(content, seconds, depth) {
      const deadline = performance.now() + seconds * 1000;
      for (;;) {
        const found = await census(depth);
        if (content(found) || performance.now() > deadline) return found;
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    },
  };
}
