import { capacity } from "./capacity/index.ts";
import { client } from "./client/index.ts";
import { memory } from "./memory/index.ts";
import { micro } from "./micro/index.ts";
import type { Section } from "./section.ts";
import { sight } from "./sight.ts";
import { sim } from "./sim/index.ts";
import { transport } from "./transport/index.ts";
import { wire } from "./wire/index.ts";
import { wrappers } from "./wrappers/index.ts";

/** A section whose figures are of no interest to the caller. */
export type AnySection = Section<unknown>;

/** Forgets of what type the figures are; a report that is read back is that of its own section. */
function any<F>(section: Section<F>): AnySection {
  return {
    ...section,
    account: (figures) => section.account(figures as F),
    breaks: (figures) => section.breaks?.(figures as F) ?? [],
  };
}

/** All that is measured, in the order of the page. */
export const SECTIONS: readonly AnySection[] = [
  ...[any(capacity), any(wire), any(transport), any(memory)],
  ...[any(sim), any(sight), any(micro), any(client), any(wrappers)],
];
