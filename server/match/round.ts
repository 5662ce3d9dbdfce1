import { MODES, modeOf, seconds } from "../../shared/content/index.ts";
import { Life } from "../../shared/sim/index.ts";
import { isPlay, NOBODY, Phase } from "../../shared/state/index.ts";
import { allHaveVoted, closeBallot, elected, openBallot, type Pairing, pairingsOf } from "./ballot.ts";
import { clearDrops } from "./drops.ts";
import { clearFlights } from "./flights.ts";
import { fillRacks } from "./items.ts";
import { removeMines } from "./mines.ts";
import { createMode } from "./modes/index.ts";
import { createTally, recordsOf } from "./records.ts";
import { newMind } from "./roster.ts";
import { spawn } from "./spawns.ts";
import { standingOf } from "./standing.ts";
import { dealTeams } from "./teams.ts";
import type { MatchWorld } from "./world.ts";

/** A vote in which all have voted closes after so many ticks: time to see what it came to, and to think again. */
const VOTED_TICKS = seconds(3);

function ticksOf(world: MatchWorld, phase: Phase): number {
  const { rules } = world;
  switch (phase) {
    case Phase.warmup:
      return rules.warmupTicks;
    case Phase.countdown:
      return rules.countdownTicks;
    case Phase.live:
      return rules.liveTicks;
    case Phase.overtime:
      return rules.overtimeTicks;
    case Phase.podium:
      return rules.podiumTicks;
    case Phase.vote:
      // There is nothing to vote about where only one thing can be played.
      return pairingsOf(world.arenas, world.modes).length > 1 ? rules.voteTicks : 0;
  }
}

/** Takes away everything that flies, lies and waits. */
function sweep(world: MatchWorld): void {
  clearFlights(world);
  clearDrops(world);
  removeMines(world, () => true);
  world.deaths.length = 0;
}

/** Everybody starts anew, at a spawn and with nothing on the account. */
function resetEverybody(world: MatchWorld): void {
  world.bloodshed = false;
  for (const fighter of world.fighters.values()) {
    const { player } = fighter;
    player.kills = 0;
    player.deaths = 0;
    player.assists = 0;
    player.captures = 0;
    player.score = 0;
    player.alive = Life.out;
    fighter.tally = createTally();
  }
  for (const fighter of world.fighters.values()) spawn(world, fighter);
}

/** Begins a round on a map and in a mode: everything is made ready, and its first phase begins. */
export function startRound(world: MatchWorld, { arena, mode }: Pairing): void {
  const { state } = world;
  const { id, goal } = MODES.find(({ key }) => key === mode)!;
  if (arena !== world.arena) {
    world.arena = arena;
    for (const fighter of world.fighters.values())
      if (fighter.brain !== null) fighter.brain = newMind(world, fighter.player.slot);
  }
  world.mode = createMode(mode);
  world.parted.clear();
  closeBallot(world);
  state.round += 1;
  state.arena = arena.name;
  state.mode = id;
  state.goal = goal;
  state.zone = NOBODY;
  state.winner = NOBODY;
  while (state.packets.length > 0) state.packets.pop();
  dealTeams(world);
  for (const { state: watcher } of world.watchers.values()) if (!modeOf(id).teams) watcher.team = 0;
  enter(world, Phase.warmup);
}

/** Levels everything: on entering each phase before play, so that nothing of the last one is left. */
function level(world: MatchWorld): void {
  const { state } = world;
  state.azureScore = 0;
  state.emberScore = 0;
  sweep(world);
  fillRacks(world);
  world.mode.begin(world);
  resetEverybody(world);
}

/** What happens at the beginning of each phase. */
function begin(world: MatchWorld, phase: Phase): void {
  const { state } = world;
  switch (phase) {
    case Phase.warmup:
    case Phase.countdown:
      level(world);
      break;
    case Phase.live:
      // After a countdown everybody is in place, and only has to be let go.
      if (world.rules.countdownTicks === 0) level(world);
      else world.mode.begin(world);
      for (const { player } of world.fighters.values())
        if (player.alive === Life.held) player.alive = Life.flying;
      break;
    case Phase.overtime:
      break;
    case Phase.podium:
      state.winner = standingOf(world).leader;
      sweep(world);
      world.events.push({
        type: "stats",
        to: { all: true },
        data: { final: true, players: recordsOf(world) },
      });
      break;
    case Phase.vote:
      openBallot(world);
      break;
  }
}

/** Enters a phase, or the next one that has a length. */
function enter(world: MatchWorld, phase: Phase): void {
  const { state } = world;
  const ticks = ticksOf(world, phase);
  if (ticks === 0 && phase !== Phase.live) {
    leave(world, phase);
    return;
  }
  state.phase = phase;
  state.phaseEndsAt = state.tick + ticks;
  begin(world, phase);
}

/** Leaves a phase, whether it has been entered or skipped, for the one that follows. */
function leave(world: MatchWorld, phase: Phase): void {
  switch (phase) {
    case Phase.warmup:
      enter(world, Phase.countdown);
      break;
    case Phase.countdown:
      enter(world, Phase.live);
      break;
    case Phase.live:
      enter(world, standingOf(world).level ? Phase.overtime : Phase.podium);
      break;
    case Phase.overtime:
      enter(world, Phase.podium);
      break;
    case Phase.podium:
      enter(world, Phase.vote);
      break;
    case Phase.vote:
      // Also when the vote itself was skipped: what comes next is drawn all the same.
      if (world.state.ballot.length === 0) openBallot(world);
      startRound(world, elected(world));
      break;
  }
}

/** Whether play is decided before its time: the goal is reached, or the tie of an overtime is broken. */
function isDecided(world: MatchWorld): boolean {
  const { best, level: tie } = standingOf(world);
  return !tie && (world.state.phase === Phase.overtime || best >= world.state.goal);
}

/**
 * Stage 9 of the tick: the goal of the mode and the clock of the round. Every phase ends by the clock, whoever is there
 * and whatever they do, so that no round can stall.
 */
export function stepRound(world: MatchWorld): void {
  const { state } = world;
  if (isPlay(state.phase)) {
    world.mode.step(world);
    if (isDecided(world)) {
      enter(world, Phase.podium);
      return;
    }
  }
  if (state.phase === Phase.vote && allHaveVoted(world))
    state.phaseEndsAt = Math.min(state.phaseEndsAt, state.tick + VOTED_TICKS);
  if (state.tick >= state.phaseEndsAt) leave(world, state.phase as Phase);
}
