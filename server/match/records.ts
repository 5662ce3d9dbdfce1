import { MEDALS, type MedalKey, WEAPONS } from "../../shared/content/index.ts";
import type { PlayerRecord } from "../../shared/protocol.ts";
import type { Fighter, MatchWorld } from "./world.ts";

/** What a fighter has done in a round besides what travels all the time. Lists of weapons are indexed by id. */
export interface Tally {
  damage: number;
  /** Kills of the present life, and the most of any. */
  lifeKills: number;
  streak: number;
  /** Deaths since the last kill. */
  deathsInRow: number;
  /** Tick of the last kill; -Infinity before the first. */
  killedAt: number;
  readonly shots: number[];
  readonly hits: number[];
  readonly killsWith: number[];
  /** By place in the table of medals. */
  readonly medals: number[];
}

export function createTally(): Tally {
  return {
    damage: 0,
    lifeKills: 0,
    streak: 0,
    deathsInRow: 0,
    killedAt: Number.NEGATIVE_INFINITY,
    shots: WEAPONS.map(() => 0),
    hits: WEAPONS.map(() => 0),
    killsWith: WEAPONS.map(() => 0),
    medals: MEDALS.map(() => 0),
  };
}

/** Hands out a medal and tells everybody. */
export function award(world: MatchWorld, fighter: Fighter, key: MedalKey): void {
  const medal = MEDALS.findIndex((candidate) => candidate.key === key);
  fighter.tally.medals[medal]! += 1;
  world.events.push({ type: "medal", to: { all: true }, data: { slot: fighter.player.slot, medal } });
}

/** What everybody who is in play has done in this round. */
export function recordsOf(world: MatchWorld): PlayerRecord[] {
  return [...world.fighters.values()].map(({ player, tally }) => ({
    slot: player.slot,
    name: player.name,
    bot: player.bot,
    team: player.team,
    score: player.score,
    kills: player.kills,
    deaths: player.deaths,
    assists: player.assists,
    captures: player.captures,
    damage: tally.damage,
    streak: tally.streak,
    shots: [...tally.shots],
    hits: [...tally.hits],
    killsWith: [...tally.killsWith],
    medals: [...tally.medals],
  }));
}
