import { once } from "node:events";
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

/** What a thread is asked; it answers with a report either way. */
export type Ask = "report" | "leave";

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

/** Starts a thread for each hand of joins. A thread that dies takes the run with it. */
export function startCrew(hands: readonly Join[][], task: Omit<Task, "joins">): Crew {
  const workers = hands.map(
    (joins, i) =>
      new Worker(new URL("worker.ts", import.meta.url), {
        workerData: { ...task, joins, seed: task.seed + i } satisfies Task,
      }),
  );
  const broken = Promise.race(
    workers.map(async (worker) => {
      const [error] = (await once(worker, "error")) as [Error];
      throw error;
    }),
  );
  // Whoever asks next hears of it.
  broken.catch(() => {});
  return {
    async ask(what) {
      const answers = workers.map(async (worker) => {
        const answer = once(worker, "message");
        worker.postMessage(what);
        return (await answer)[0] as Report;
      });
      return Promise.race([broken, Promise.all(answers)]);
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
