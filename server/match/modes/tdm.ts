import { addTeamScore } from "../teams.ts";
import { idle, type ModeRules, mixedSpawns, nowhere, scoreKill } from "./mode.ts";

/** Team deathmatch: kills count for the team. Teams begin apart, and after that appear wherever it is quiet. */
export function createTeamDeathmatch(): ModeRules {
  return {
    begin: idle,
    step: idle,
    killed(world, killer) {
      scoreKill(world, killer);
      addTeamScore(world.state, killer.player.team, 1);
    },
    fell: idle,
    spawns: mixedSpawns,
    guarded: nowhere,
  };
}
