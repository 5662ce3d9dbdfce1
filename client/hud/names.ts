/** Proposals for a nickname, for those who have none yet. */

const FIRST = [
  "Amber",
  "Bold",
  "Calm",
  "Dusk",
  "Echo",
  "Faint",
  "Grim",
  "Hazy",
  "Iron",
  "Jade",
  "Keen",
  "Lunar",
  "Mute",
  "Neon",
  "Odd",
  "Pale",
  "Quick",
  "Rusty",
  "Silent",
  "Tidal",
];
const SECOND = [
  "Arc",
  "Badger",
  "Comet",
  "Drift",
  "Ember",
  "Falcon",
  "Gecko",
  "Heron",
  "Ion",
  "Jackal",
  "Kite",
  "Lynx",
  "Moth",
  "Newt",
  "Otter",
  "Pixel",
  "Quill",
  "Raven",
  "Spark",
  "Wren",
];

/** Two short words, at most 16 characters together. */
export function proposeName(random: () => number = Math.random): string {
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? "";
  return `${pick(FIRST)} ${pick(SECOND)}`;
}
