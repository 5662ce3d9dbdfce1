import type { Spot } from "../../../shared/arena/index.ts";
import { areMates } from "../teams.ts";
import type { Fighter } from "../world.ts";
import type { Surroundings } from "./perception.ts";

/** Something to do for the goal of the mode: a place to be at. */
export interface Errand {
  readonly place: Spot;
  /** px around the place within which a bot moves about when it is there; 0 for the very place. */
  readonly radius: number;
  /** Flown on with an enemy in sight, shooting on the way. */
  readonly pressing: boolean;
  /** A fight does not lead out of the radius. */
  readonly holds: boolean;
  /** Goes round enemies that it knows of. */
  readonly stealthy: boolean;
  /** Dashes where the way is straight. */
  readonly hurried: boolean;
  /** 0..1: how little is fetched on the way; with 1 nothing but what is needed at once. */
  readonly weight: number;
}

/** Goes somewhere and fights whoever comes. */
export function goTo(place: Spot, changes: Partial<Omit<Errand, "place">> = {}): Errand {
  const plain = { radius: 0, pressing: false, holds: false, stealthy: false, hurried: false, weight: 0.5 };
  return { place, ...plain, ...changes };
}

/** What somebody makes of the goal, 0..1; people are taken to be middling. */
export function zealOf(fighter: Fighter): number {
  return fighter.brain?.temper.zeal ?? 0.5;
}

/** Everybody of a fighter's team who is in play, itself included: mates know where they are. */
export function teamOf(world: Surroundings, self: Fighter): Fighter[] {
  const team: Fighter[] = [];
  for (const fighter of world.fighters.values()) {
    if (fighter.player.alive === 0) continue;
    if (fighter === self || areMates(fighter.player, self.player)) team.push(fighter);
  }
  return team;
}

/** Place of a fighter among its team by a cost, 0 for the least; of equals the lower slot goes first. */
export function rankIn(
  team: readonly Fighter[],
  self: Fighter,
  costOf: (fighter: Fighter) => number,
): number {
  const own = costOf(self);
  let rank = 0;
  for (const mate of team) {
    if (mate === self) continue;
    const cost = costOf(mate);
    if (cost < own || (cost === own && mate.player.slot < self.player.slot)) rank += 1;
  }
  return rank;
}
