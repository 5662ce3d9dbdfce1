import { Worker } from "node:worker_threads";
import type { Fixture } from "./fixtures.ts";
import type { Outcome } from "./play.ts";

function work(fixtures: readonly Fixture[]): Promise<Outcome[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("worker.ts", import.meta.url), { workerData: fixtures });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a worker ended with ${code} before its work was done`)));
  });
}

/** Plays matches on some workers at once; what comes out does not depend on how many they are. */
export async function playAll(fixtures: readonly Fixture[], workers: number): Promise<Outcome[]> {
  const count = Math.min(workers, fixtures.length);
  const parts = Array.from({ length: count }, (_, i) => fixtures.filter(({ index }) => index % count === i));
  const outcomes = await Promise.all(parts.map(work));
  return outcomes.flat().sort((a, b) => a.fixture.index - b.fixture.index);
}
