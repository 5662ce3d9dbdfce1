/** Names of what the game is made of: in English they are those of the content itself. */
import { ITEMS, MEDALS, MODES, TEAMS, WEAPONS } from "../../../shared/content/index.ts";
import type { Words } from "../message.ts";

/** A message for each row of a table, under the area and the row's key. */
function wordsOf<A extends string, R extends { readonly key: string }>(
  area: A,
  rows: readonly R[],
  textOf: (row: R) => string,
): Readonly<Record<`${A}.${R["key"]}`, string>> {
  const entries = rows.map((row) => [`${area}.${row.key}`, textOf(row)]);
  return Object.fromEntries(entries) as Record<`${A}.${R["key"]}`, string>;
}

/** Titles and ideas as their maps have them, so that other languages can have others. */
const ARENAS = {
  "arena.courtyard": "Courtyard",
  "arena.foundry": "Foundry",
  "arena.gallery": "Gallery",
  "arena.gates": "Three Gates",
  "arena.yards": "Four Yards",
  "idea.courtyard": "A ring around a walled court: run the ring, or cross the middle and be seen by all.",
  "idea.foundry": "Low machines all over the hall: cover at every step, and no line of fire goes far.",
  "idea.gallery": "One long lane for the rail, and ways around it on either side for all who have none.",
  "idea.gates": "Two halls and three gates between them: guess through which one they come.",
  "idea.yards":
    "Two yards of containers, two of rooms, and a hub in the middle that every road leads through.",
} as const satisfies Words;

export const CONTENT = {
  ...wordsOf("weapon", WEAPONS, ({ name }) => name),
  /** What a weapon is good for. */
  ...wordsOf("about", WEAPONS, ({ idea }) => idea),
  ...wordsOf("item", ITEMS, ({ name }) => name),
  ...wordsOf("mode", MODES, ({ name }) => name),
  ...wordsOf("brief", MODES, ({ brief }) => brief),
  /** What the goal of a mode counts, after a number. */
  ...wordsOf("unit", MODES, ({ unit }) => unit),
  ...wordsOf("team", TEAMS, ({ name }) => name),
  ...wordsOf("medal", MEDALS, ({ name }) => name),
  /** What earns a medal. */
  ...wordsOf("deed", MEDALS, ({ what }) => what),
  ...ARENAS,
} as const;
