import type { Arena } from "../../shared/arena/index.ts";
import { MODES, type ModeKey, seconds } from "../../shared/content/index.ts";
import { hash32 } from "../../shared/math/index.ts";

/** One match to be played: plain data, so that a worker or a page can be told of it. */
export interface Fixture {
  readonly index: number;
  readonly arena: string;
  readonly mode: ModeKey;
  readonly seed: number;
  readonly players: number;
  /** Ticks for which play lasts at most, overtime not counted. */
  readonly liveTicks: number;
  /** Strengths of the bots 0..1, dealt out to their slots in turn. */
  readonly skills: readonly number[];
}

/** A map and a mode that it is made for. */
export interface Pairing {
  readonly arena: Arena;
  readonly mode: ModeKey;
}

/** What the matches of a run have in common. */
export interface Season {
  readonly matches: number;
  readonly seed: number;
  readonly liveS: number;
}

/** All modes on all maps that are made for them; the modes change faster, so that a short run meets each of both. */
export function pairingsOf(arenas: readonly Arena[], modes: readonly ModeKey[]): Pairing[] {
  const made = arenas.map((arena) => modes.filter((mode) => arena.modes.includes(mode)));
  const pairings: Pairing[] = [];
  for (let turn = 0; turn < modes.length; turn++) {
    arenas.forEach((arena, i) => {
      // Shifted from map to map: else the first matches would all be of one mode.
      const own = made[i]!;
      if (turn < own.length) pairings.push({ arena, mode: own[(turn + i) % own.length]! });
    });
  }
  return pairings;
}

/** As many drones as a map is made for, halfway between few and many; even, so that teams are of one size. */
export function usualPlayers({ players }: Arena): number {
  return Math.ceil((players.min + players.max) / 4) * 2;
}

/** A season in which everybody is of one strength: the pairings in turn. */
export function leagueFixtures(season: Season, pairings: readonly Pairing[], skill: number): Fixture[] {
  return Array.from({ length: season.matches }, (_, index) => {
    const { arena, mode } = pairings[index % pairings.length]!;
    return {
      index,
      arena: arena.name,
      mode,
      seed: hash32(season.seed, index),
      players: usualPlayers(arena),
      liveTicks: seconds(season.liveS),
      skills: [skill],
    };
  });
}

/** Drones of a team match between two strengths. */
const TEAM_MATCH = 8;

/**
 * A season in which two strengths play each other: duels on maps that are small enough for two, and team matches on all,
 * in turn. Neither has the first seat, or a side of the map, more often than the other.
 */
export function versusFixtures(
  season: Season,
  arenas: readonly Arena[],
  skills: readonly [number, number],
): Fixture[] {
  const [teams, everybody] = [MODES.filter((mode) => mode.teams), MODES.filter((mode) => !mode.teams)];
  const duelModes = everybody.map(({ key }) => key);
  const teamModes = teams.map(({ key }) => key).slice(0, 1);
  const duels = pairingsOf(arenas, duelModes).filter(({ arena }) => arena.players.min <= 2);
  const matches = pairingsOf(arenas, teamModes);
  return Array.from({ length: season.matches }, (_, index) => {
    const isDuel = duels.length > 0 && index % 2 === 0;
    const turn = index >> 1;
    const pairings = isDuel ? duels : matches;
    const { arena, mode } = pairings[(turn >> 1) % pairings.length]!;
    return {
      index,
      arena: arena.name,
      mode,
      seed: hash32(season.seed, index),
      players: isDuel ? 2 : TEAM_MATCH,
      liveTicks: seconds(season.liveS),
      skills: turn % 2 === 0 ? skills : [skills[1], skills[0]],
    };
  });
}
