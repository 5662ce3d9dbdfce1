import { modeOf, TEAMS } from "../../shared/content/index.ts";
import { NOBODY } from "../../shared/state/index.ts";
import { teamScore } from "./teams.ts";
import type { MatchWorld } from "./world.ts";

/** Who is ahead in a round. */
export interface Standing {
  /** The best score of a player or of a team. */
  readonly best: number;
  /** Slot or team of who has it; `NOBODY` when several have, or there is nobody. */
  readonly leader: number;
  /** Whether several share the best score. */
  readonly level: boolean;
}

/** Looks who is ahead: a team in a team mode, else a player. */
export function standingOf(world: MatchWorld): Standing {
  const sides = modeOf(world.state.mode).teams
    ? TEAMS.map((team) => ({ id: team.id as number, score: teamScore(world.state, team.id) }))
    : [...world.fighters.values()].map(({ player }) => ({ id: player.slot, score: player.score }));
  let best = Number.NEGATIVE_INFINITY;
  let leader = NOBODY;
  let sharers = 0;
  for (const { id, score } of sides) {
    if (score < best) continue;
    sharers = score === best ? sharers + 1 : 1;
    best = score;
    leader = id;
  }
  return { best, leader: sharers === 1 ? leader : NOBODY, level: sharers > 1 };
}
