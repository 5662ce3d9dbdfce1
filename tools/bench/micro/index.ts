/** What single steps of the hot paths take, by tinybench. */
import { measureApart } from "../apart.ts";
import type { Effort, Section } from "../section.ts";
import { short } from "../spread.ts";
import type { Task, Took } from "./worker.ts";

export interface MicroFigures {
  readonly rows: readonly Took[];
}

function measure({ quick }: Effort): Promise<MicroFigures> {
  const task: Task = { ms: quick ? 20 : 1000 };
  return measureApart<MicroFigures>({ script: new URL("worker.ts", import.meta.url), core: 0 }, task);
}

export const micro: Section<MicroFigures> = {
  name: "micro",
  title: "Single steps",
  about:
    "What the hot paths are made of, each by itself and warm, measured by tinybench in a match of sixteen bots on the largest map.",
  measure,
  account: ({ rows }) => ({
    tables: [
      {
        title: "us a call",
        columns: [
          { head: "what", words: true },
          { head: "median" },
          { head: "p99" },
          { head: "calls a second" },
          { head: "calls measured" },
        ],
        rows: rows.map(({ name, medianUs, p99Us, perSecond, calls }) => [
          name,
          short(medianUs),
          short(p99Us),
          perSecond.toLocaleString("en", { maximumSignificantDigits: 3 }),
          calls.toLocaleString("en"),
        ]),
      },
    ],
    pictures: [],
  }),
};
