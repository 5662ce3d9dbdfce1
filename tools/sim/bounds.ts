import { WEAPONS } from "../../shared/content/index.ts";
import { azureRate, type Totals } from "./totals.ts";

/** Something that a run has to keep to, and whether it has. */
export interface Bound {
  readonly claim: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** Part 0..1 of the decided team matches that one side may win: more would mean that the side decides. */
const SIDE = { least: 0.45, most: 0.55 } as const;
/** Part 0..1 of all kills that one weapon may make: each is worth a way to its rack, none makes the others pointless. */
const WEAPON = { least: 0.05, most: 0.35 } as const;
/** Game seconds to one second of one processor. */
const LEAST_PACE = 100;
/** Part 0..1 of the matches, a draw counting half, that the stronger of two strengths wins at least. */
const LEAST_WINS = 0.65;

/** A part as players of statistics write it: 12.3 %. */
export function percent(part: number): string {
  return Number.isNaN(part) ? "-" : `${(part * 100).toFixed(1)} %`;
}

/** What holds for every run: nothing stops, nothing breaks, and it is quick. */
export function soundness({ stalls, errors }: Totals, pace: number): Bound[] {
  return [
    { claim: "no round stalls", measured: `${stalls} stalls`, holds: stalls === 0 },
    { claim: "nothing is thrown", measured: `${errors.length} exceptions`, holds: errors.length === 0 },
    {
      claim: `${LEAST_PACE} times real time on one core at least`,
      measured: `${pace.toFixed(0)} times`,
      holds: pace >= LEAST_PACE,
    },
  ];
}

/** What holds for a run between equals: neither side of a map and no weapon decides. */
export function balance({ sides, kills, killsWith }: Totals): Bound[] {
  const bounds: Bound[] = [];
  const azure = azureRate(sides);
  if (!Number.isNaN(azure)) {
    bounds.push({
      claim: `each side wins ${percent(SIDE.least)} to ${percent(SIDE.most)} of the decided team matches`,
      measured: `azure ${percent(azure)}, ember ${percent(1 - azure)}`,
      holds: azure >= SIDE.least && azure <= SIDE.most,
    });
  }
  const shares = killsWith.map((count) => count / kills);
  bounds.push({
    claim: `each weapon makes ${percent(WEAPON.least)} to ${percent(WEAPON.most)} of the kills`,
    measured: WEAPONS.map(({ id, name }) => `${name} ${percent(shares[id]!)}`).join(", "),
    holds: shares.every((share) => share >= WEAPON.least && share <= WEAPON.most),
  });
  return bounds;
}

/** What holds for a run between two strengths. */
export function mastery(strongerRate: number, stronger: string, weaker: string): Bound {
  return {
    claim: `${stronger} beats ${weaker} in ${percent(LEAST_WINS)} of the matches at least`,
    measured: percent(strongerRate),
    holds: strongerRate >= LEAST_WINS,
  };
}
