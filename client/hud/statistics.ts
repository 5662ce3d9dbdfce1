/** What the record of a round says about a player. */
import { MEDALS } from "../../shared/content/index.ts";
import type { PlayerRecord } from "../../shared/protocol.ts";

type Shooting = Pick<PlayerRecord, "shots" | "hits">;

const sum = (list: readonly number[]): number => list.reduce((total, n) => total + n, 0);

/** Part of `shots` that hit, 0..1; null when nothing was fired. A ray that pierces may meet more than one. */
function share(hits: number, shots: number): number | null {
  return shots === 0 ? null : Math.min(1, hits / shots);
}

/** Accuracy with all weapons together, 0..1; null when nothing was fired. */
export function accuracyOf(record: Shooting): number | null {
  return share(sum(record.hits), sum(record.shots));
}

/** The weapon that did most for somebody. */
export interface BestWeapon {
  /** Weapon id. */
  readonly weapon: number;
  readonly kills: number;
  /** 0..1; null when it was never fired, as by one who took over a seat. */
  readonly accuracy: number | null;
}

/** The weapon with the most kills, among equals that with the most hits; null when none has hit anything. */
export function bestWeaponOf(record: Shooting & Pick<PlayerRecord, "killsWith">): BestWeapon | null {
  const { shots, hits, killsWith } = record;
  let best: number | null = null;
  for (let weapon = 0; weapon < hits.length; weapon++) {
    if (hits[weapon] === 0 && (killsWith[weapon] ?? 0) === 0) continue;
    const kills = killsWith[weapon] ?? 0;
    const most = best === null ? -1 : (killsWith[best] ?? 0);
    if (kills > most || (kills === most && hits[weapon]! > (best === null ? -1 : hits[best]!))) best = weapon;
  }
  if (best === null) return null;
  return {
    weapon: best,
    kills: killsWith[best] ?? 0,
    accuracy: share(hits[best] ?? 0, shots[best] ?? 0),
  };
}

/** Medals that were earned: the place of each in the table of medals, and how many of it. */
export function medalsOf(record: Pick<PlayerRecord, "medals">): readonly { medal: number; count: number }[] {
  return MEDALS.map((_, medal) => ({ medal, count: record.medals[medal] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
}
