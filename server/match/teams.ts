import { modeOf, TEAMS, TeamId } from "../../shared/content/index.ts";
import type { ArenaState } from "../../shared/state/index.ts";
import type { Fighter, MatchWorld } from "./world.ts";

/** Whether two players are of one team. Nobody is, in a mode without teams. */
export function areMates(a: { team: number }, b: { team: number }): boolean {
  return a.team !== TeamId.none && a.team === b.team;
}

/** The score of a team. */
export function teamScore(state: ArenaState, team: number): number {
  return team === TeamId.azure ? state.azureScore : state.emberScore;
}

/** Adds to the score of a team; those without one have none. */
export function addTeamScore(state: ArenaState, team: number, points: number): void {
  if (team === TeamId.azure) state.azureScore += points;
  if (team === TeamId.ember) state.emberScore += points;
}

/** Part of the damage that one fighter's weapons do to another, by the rules of the mode. */
export function damageFactor(world: MatchWorld, shooter: Fighter, target: Fighter): number {
  const { selfDamage, teamDamage } = modeOf(world.state.mode);
  if (shooter === target) return selfDamage;
  return areMates(shooter.player, target.player) ? teamDamage : 1;
}

/** How many drones a team has. */
export interface Strength {
  readonly team: number;
  people: number;
  all: number;
}

/** Both teams, in their order. */
export function strengths(world: MatchWorld): [Strength, Strength] {
  const count = (team: number): Strength => {
    const strength = { team, people: 0, all: 0 };
    for (const { player } of world.fighters.values()) {
      if (player.team !== team) continue;
      strength.all += 1;
      if (!player.bot) strength.people += 1;
    }
    return strength;
  };
  return [count(TEAMS[0]!.id), count(TEAMS[1]!.id)];
}

/**
 * The team that somebody new is to join: people go where fewer people are, bots where fewer drones are.
 * A level choice goes to the team that is behind, then to the first.
 */
export function teamForNew(world: MatchWorld, bot: boolean): TeamId {
  if (!modeOf(world.state.mode).teams) return TeamId.none;
  const [azure, ember] = strengths(world);
  const { azureScore, emberScore } = world.state;
  const bySize = bot ? azure.all - ember.all : azure.people - ember.people || azure.all - ember.all;
  return (bySize || azureScore - emberScore) <= 0 ? TeamId.azure : TeamId.ember;
}

/** The team that can best spare a bot: the larger one, or the leading one; none in a mode without teams. */
export function largerTeam(world: MatchWorld): TeamId {
  if (!modeOf(world.state.mode).teams) return TeamId.none;
  const [azure, ember] = strengths(world);
  const { azureScore, emberScore } = world.state;
  return (azure.all - ember.all || azureScore - emberScore) > 0 ? TeamId.azure : TeamId.ember;
}

/** Puts everybody into teams of one size for a new round: by their last scores, the best and the worst together. */
export function dealTeams(world: MatchWorld): void {
  const { teams } = modeOf(world.state.mode);
  const ranked = [...world.fighters.values()].sort(
    (a, b) => Number(a.player.bot) - Number(b.player.bot) || b.player.score - a.player.score,
  );
  ranked.forEach(({ player }, place) => {
    // 1 2 2 1 1 2 2 1: the first pick of one team is made up for by the next two of the other.
    const first = ((place + 1) >> 1) % 2 === 0;
    player.team = teams ? (first ? TeamId.azure : TeamId.ember) : TeamId.none;
  });
}
