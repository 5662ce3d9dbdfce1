/** What the server's own ways around its framework save: each job as upstream does it, and as the server does. */
import { measureApart } from "../apart.ts";
import type { Effort, Section } from "../section.ts";
import { ratioOf, type Spread, spreadOf, spreadText } from "../spread.ts";
import type { Task, Took } from "./worker.ts";

/** One job, in us of processor time a call. */
interface Row {
  readonly name: string;
  readonly stockUs: Spread;
  readonly oursUs: Spread;
  readonly ratio: Spread;
}

export interface WrapperFigures {
  readonly rows: readonly Row[];
}

const WORKER = new URL("worker.ts", import.meta.url);

async function measure({ quick }: Effort): Promise<WrapperFigures> {
  const task: Task = quick ? { rounds: 1, calls: 1000 } : { rounds: 9, calls: 20_000 };
  const { rows } = await measureApart<{ rows: Took[] }>({ script: WORKER, core: 0 }, task);
  return {
    rows: rows.map(({ name, stockUs, oursUs }) => ({
      name,
      stockUs: spreadOf(stockUs),
      oursUs: spreadOf(oursUs),
      ratio: ratioOf(oursUs, stockUs),
    })),
  };
}

export const wrappers: Section<WrapperFigures> = {
  name: "wrappers",
  title: "Ways around the framework",
  about:
    "Where the server does what Colyseus or ws would do in a dearer way (server/ops, docs/tempo.md): the same job both ways, in " +
    "turn, in one process. Sockets are real, and their other end is read in the same process, which both ways pay for.",
  measure,
  account: ({ rows }) => ({
    tables: [
      {
        title: "us of processor time a call",
        columns: [{ head: "what", words: true }, { head: "upstream" }, { head: "ours" }, { head: "ratio" }],
        rows: rows.map(({ name, stockUs, oursUs, ratio }) => [
          name,
          spreadText(stockUs),
          spreadText(oursUs),
          spreadText(ratio),
        ]),
      },
    ],
    pictures: [],
  }),
};
