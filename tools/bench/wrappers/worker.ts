/** Measures the subjects in a process of its own, in turn. */
import { answerOnce } from "../apart.ts";
import { openSubjects } from "./subjects.ts";

/** How often both are measured, and calls at a time. */
export interface Task {
  readonly rounds: number;
  readonly calls: number;
}

/** Processor time of a call in us, round by round. */
export interface Took {
  readonly name: string;
  readonly stockUs: readonly number[];
  readonly oursUs: readonly number[];
}

/** Calls after which the event loop gets its turn: the other end of a socket has to read. */
const AT_A_TIME = 100;

async function timeOf(job: () => void, calls: number, settle?: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < calls; i++) {
    job();
    if (settle !== undefined && i % AT_A_TIME === 0) await settle();
  }
  await settle?.();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

async function measure({ rounds, calls }: Task): Promise<{ rows: Took[] }> {
  const rows: Took[] = [];
  for (const { name, stock, ours, settle } of await openSubjects()) {
    const stockUs: number[] = [];
    const oursUs: number[] = [];
    await timeOf(stock, calls, settle);
    await timeOf(ours, calls, settle);
    for (let round = 0; round < rounds; round++) {
      stockUs.push(await timeOf(stock, calls, settle));
      oursUs.push(await timeOf(ours, calls, settle));
    }
    rows.push({ name, stockUs, oursUs });
  }
  return { rows };
}

answerOnce<Task>(measure);
