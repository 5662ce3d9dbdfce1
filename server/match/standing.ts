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

/** Scratch of a count: a tick allocates nothing for it. */
const standing = { best: 0, leader: NOBODY as number, level: false };

/** Counts one side in: a player or a team. */
function count(id: number, score: number): void {
  if (score < standing.best) return;
  standing.level = score === standing.best;
  standing.best = score;
  standing.leader = standing.level ? NOBODY : id;
}

/** Looks who is ahead: a team in a team mode, else a player. Overwritten by the next call. */
export function standingOf(world: MatchWorld): Standing {
  standing.best = Number.NEGATIVE_INFINITY;
  standing.leader = NOBODY;
  standing.level = false;
  if (modeOf(world.state.mode).teams) for (const { id } of TEAMS) count(id, teamScore(world.state, id));
  else for (const { player } of world.fighters.values()) count(player.slot, player.score);
  return standing;
}
