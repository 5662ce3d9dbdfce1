import type { Chart } from "./plot/index.ts";
import type { Column } from "./table.ts";

/** How a section is asked to measure. */
export interface Effort {
  /** Seconds instead of minutes: enough to see that everything still runs, too little to believe the speeds. */
  readonly quick: boolean;
  /** Writes a line on what goes on. */
  readonly say: (line: string) => void;
}

/** Rows of figures under a head, with what they mean. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below it. */
  readonly notes?: readonly string[];
}

/** A picture for the docs. */
export interface Picture {
  /** Name of its file, without the ending. */
  readonly name: string;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  readonly chart: Chart;
}

/** What figures look like, on the terminal and on the page. */
export interface Account {
  readonly tables: readonly Table[];
  readonly pictures: readonly Picture[];
}

/** One thing that is measured. `F` is what comes of it, as JSON. */
export interface Section<F> {
  readonly name: string;
  readonly title: string;
  /** What is measured and how, for the page: whole sentences, no figures. */
  readonly about: string;
  measure(effort: Effort): Promise<F>;
  account(figures: F): Account;
  /** Limits that the figures do not keep, one sentence each; a run with any of them ends with code 1. */
  breaks?(figures: F): readonly string[];
}

/**
 * Measures some things: in turn, so that they do not disturb each other, or all at once when nobody believes the speeds.
 */
export async function inTurn<T, R>(
  { quick }: Effort,
  things: readonly T[],
  measure: (thing: T) => Promise<R>,
): Promise<R[]> {
  if (quick) return Promise.all(things.map(measure));
  const results: R[] = [];
  for (const thing of things) results.push(await measure(thing));
  return results;
}
