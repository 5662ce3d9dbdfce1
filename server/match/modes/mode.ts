import type { SpawnSpot, Spot } from "../../../shared/arena/index.ts";
import { TeamId } from "../../../shared/content/index.ts";
import type { Fighter, MatchWorld } from "../world.ts";

/**
 * What makes one mode differ from another; made anew for each round, so it may remember things of the round.
 * What it tells the players is in the state (scores, zone, packets); what it is called is in shared/content.
 */
export interface ModeRules {
  /** Sets up what the round is about; at its beginning, and again when play begins. */
  begin(world: MatchWorld): void;
  /** Stage 9 of the tick, in play only: looks after the goal. */
  step(world: MatchWorld): void;
  /** Somebody destroyed an enemy. */
  killed(world: MatchWorld, killer: Fighter): void;
  /** Somebody is out of play: destroyed, gone or watching from now on. */
  fell(world: MatchWorld, fighter: Fighter): void;
  /** Where a fighter may appear; at least one place. */
  spawns(world: MatchWorld, fighter: Fighter): readonly SpawnSpot[];
  /** The places that a team holds: a kill close to one is a defence. */
  guarded(world: MatchWorld, team: number): readonly Spot[];
}

/** A point for the killer, as in every mode. */
export function scoreKill(_world: MatchWorld, killer: Fighter): void {
  killer.player.score += 1;
}

/** Nothing to do. */
export function idle(): void {}

/** No place is held. */
export function nowhere(): readonly Spot[] {
  return [];
}

function spotsOf(world: MatchWorld, ...teams: readonly number[]): readonly SpawnSpot[] {
  const spots = world.arena.spawns.filter((spot) => teams.includes(spot.team));
  return spots.length > 0 ? spots : world.arena.spawns;
}

/** The spawns that belong to nobody. */
export function openSpawns(world: MatchWorld): readonly SpawnSpot[] {
  return spotsOf(world, TeamId.none);
}

/** The spawns of a fighter's team. */
export function teamSpawns(world: MatchWorld, fighter: Fighter): readonly SpawnSpot[] {
  return spotsOf(world, fighter.player.team);
}

/** The spawns of a fighter's team and those that belong to nobody. */
export function mixedSpawns(world: MatchWorld, fighter: Fighter): readonly SpawnSpot[] {
  return spotsOf(world, TeamId.none, fighter.player.team);
}
