import { TEAMS, TeamId, TICK_HZ, ZONE_TICKS } from "../../../shared/content/index.ts";
import { NOBODY } from "../../../shared/state/index.ts";
import { addTeamScore } from "../teams.ts";
import type { Fighter, MatchWorld } from "../world.ts";
import { idle, type ModeRules, scoreKill, teamSpawns } from "./mode.ts";

/** The fighters of a team inside the zone that counts. */
function inside(world: MatchWorld, team: number): Fighter[] {
  const zone = world.arena.zones[world.state.zone];
  if (zone === undefined) return [];
  return [...world.fighters.values()].filter(({ player }) => {
    const dx = player.x - zone.x;
    const dy = player.y - zone.y;
    return player.team === team && player.alive !== 0 && dx * dx + dy * dy <= zone.radius * zone.radius;
  });
}

/** Uplink: a point for each second in which only one team is in the zone. Where a map has several, it moves on. */
export function createUplink(): ModeRules {
  /** Ticks since the team that holds the zone got its last point. */
  let held = 0;

  const moveOn = (world: MatchWorld): void => {
    const { state, arena } = world;
    if (arena.zones.length < 2 || state.tick < state.zoneMovesAt) return;
    state.zone = (state.zone + 1) % arena.zones.length;
    state.zoneMovesAt = state.tick + ZONE_TICKS;
    world.events.push({
      type: "goal",
      to: { all: true },
      data: { what: "zoneMoved", team: TeamId.none, by: NOBODY },
    });
  };

  return {
    begin(world) {
      const { state, arena } = world;
      held = 0;
      state.zone = arena.zones.length === 0 ? NOBODY : 0;
      state.zoneHolder = TeamId.none;
      state.zoneContested = false;
      state.zoneMovesAt = arena.zones.length < 2 ? 0 : state.tick + ZONE_TICKS;
    },
    step(world) {
      const { state } = world;
      moveOn(world);
      const present = TEAMS.map((team) => ({ team: team.id, fighters: inside(world, team.id) })).filter(
        ({ fighters }) => fighters.length > 0,
      );
      const holder = present.length === 1 ? present[0]! : null;
      state.zoneContested = present.length > 1;
      if (state.zoneHolder !== (holder?.team ?? TeamId.none)) {
        state.zoneHolder = holder?.team ?? TeamId.none;
        held = 0;
        if (holder !== null)
          world.events.push({
            type: "goal",
            to: { all: true },
            data: { what: "zoneHeld", team: holder.team, by: holder.fighters[0]!.player.slot },
          });
      }
      if (holder === null || ++held < TICK_HZ) return;
      held = 0;
      addTeamScore(state, holder.team, 1);
      for (const { player } of holder.fighters) {
        player.captures += 1;
        player.score += 1;
      }
    },
    killed: scoreKill,
    fell: idle,
    spawns: teamSpawns,
    guarded(world, team) {
      const zone = world.arena.zones[world.state.zone];
      return zone !== undefined && team !== TeamId.none && world.state.zoneHolder === team ? [zone] : [];
    },
  };
}
