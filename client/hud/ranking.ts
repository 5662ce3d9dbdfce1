/** Who is before whom. */
import type { Drone, World } from "../net/index.ts";
import type { Person } from "./feed.ts";
import { personOf } from "./person.ts";

/** What a place depends on. */
export interface Standing {
  readonly score: number;
  readonly kills: number;
  readonly deaths: number;
}

/** Negative when `a` ranks before `b`: more points first, then more kills, then fewer deaths. */
export function compareStandings(a: Standing, b: Standing): number {
  return b.score - a.score || b.kills - a.kills || a.deaths - b.deaths;
}

/** The place of one among all, from 1; equals share a place. Allocates nothing. */
export function placeOf(one: Standing, all: readonly Standing[]): number {
  let place = 1;
  for (const other of all) if (compareStandings(other, one) < 0) place += 1;
  return place;
}

/** The one to beat, or to stay ahead of. */
export interface Rival {
  readonly who: Person;
  readonly score: number;
}

/** The best of all but one; null when that one is alone. */
export function rivalOf(world: Pick<World, "drones">, one: Drone | null): Rival | null {
  let best: Drone | null = null;
  for (const drone of world.drones) {
    if (drone !== one && (best === null || compareStandings(drone, best) < 0)) best = drone;
  }
  return best === null ? null : { who: personOf(world, best.slot), score: best.score };
}
