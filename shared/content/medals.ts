import { seconds } from "./time.ts";

/** Distinctions of a round, in the order in which they are listed. */
export const MEDALS = [
  { key: "firstBlood", name: "First blood", what: "The first kill of the round." },
  { key: "double", name: "Double", what: "Two kills within four seconds." },
  { key: "streak", name: "Streak", what: "Five kills in one life." },
  { key: "comeback", name: "Comeback", what: "A kill after three deaths without one." },
  { key: "longShot", name: "Long shot", what: "A kill from far away." },
  { key: "defender", name: "Defender", what: "A kill close to what your team holds." },
] as const;
export type MedalKey = (typeof MEDALS)[number]["key"];

/** What earns them. Lengths in px, times in ticks. */
export const MEDAL_RULES = {
  doubleTicks: seconds(4),
  streakKills: 5,
  comebackDeaths: 3,
  longShotFrom: 560,
  defenderWithin: 260,
} as const;
