import { type EventEmitter, once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ProfileName } from "../netlab/netlab.ts";
import type { Report } from "./ledger.ts";

/** A player who is to come in so many ms after the start. */
export interface Join {
  readonly index: number;
  readonly afterMs: number;
}

/** What one thread has to do. */
export interface Task {
  readonly endpoint: string;
  readonly host: string;
  readonly port: number;
  readonly net: ProfileName | null;
  readonly joins: readonly Join[];
  readonly lean: boolean;
  readonly churnPerMin: number;
  readonly skill: number;
  readonly frameMs: number;
  readonly seed: number;
}

/** What a thread is asked; it answers with a report either way. Before it is weighed, it collects its garbage. */
export type Ask = "report" | "weigh" | "leave";

/** All threads that play. */
export interface Crew {
  ask(what: Ask): Promise<Report[]>;
  end(): Promise<void>;
}

/**
 * When each player of each thread comes in: one after the other at an even pace, taking turns.
 * @returns the joins of each thread
 */
export function dealJoins(players: number, perSecond: number, workers: number): Join[][] {
  const hands: Join[][] = Array.from({ length: Math.min(workers, players) }, () => []);
  for (let index = 0; index < players; index++)
    hands[index % hands.length]!.push({ index, afterMs: (index * 1000) / perSecond });
  return hands;
}

/** What of a thread is used here. */
export interface Thread extends EventEmitter {
  postMessage(what: Ask): void;
  terminate(): Promise<unknown>;
}

/** Leads threads that run. One that dies takes the run with it. */
export function leadCrew(threads: readonly Thread[]): Crew {
  let broken: Error | null = null;
  for (const thread of threads)
    thread.on("error", (error: Error) => {
      broken ??= error;
    });
  return {
    async ask(what) {
      // One that died between two questions; of one that dies before it answers, `once` tells.
      if (broken !== null) throw broken;
      const answers = threads.map(async (thread) => {
        const answer = once(thread, "message");
        thread.postMessage(what);
        return (await answer)[0] as Report;
      });
      return Promise.all(answers);
    },
    async end() {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

/** Starts a thread for each hand of joins. */
export function startCrew(hands: readonly Join[][], task: Omit<Task, "joins">): Crew {
  const script = new URL("worker.ts", import.meta.url);
  return leadCrew(
    hands.map(
      (joins, i) =>
        new Worker(script, { workerData: { ...task, joins, seed: task.seed + i } satisfies Task }),
    ),
  );
}
