import { modeOf, TeamId } from "../../shared/content/index.ts";
import { isPlay, Phase, PlayerState } from "../../shared/state/index.ts";
import { type Brain, createBrain, traitsFor } from "./bots/index.ts";
import { removeFlightsOf } from "./flights.ts";
import { removeMines } from "./mines.ts";
import { createTally } from "./records.ts";
import { bench, spawn } from "./spawns.ts";
import { largerTeam, strengths, teamForNew } from "./teams.ts";
import type { Fighter, MatchWorld } from "./world.ts";

/** Names of bots: short, and plainly not a person's. */
const BOT_NAMES = [
  "Ansel",
  "Bolt",
  "Cinder",
  "Dash",
  "Echo",
  "Flint",
  "Gauge",
  "Hex",
  "Ion",
  "Jolt",
  "Kilo",
  "Lumen",
];

/** The lowest slot that nobody sits in. */
function freeSlot(world: MatchWorld): number {
  const taken = new Set<number>();
  for (const { player } of world.fighters.values()) taken.add(player.slot);
  let slot = 0;
  while (taken.has(slot)) slot++;
  return slot;
}

/** A mind for the bot of a slot, on the map of this round. */
export function newMind(world: MatchWorld, slot: number): Brain {
  const { botSkill, botSkills = [botSkill] } = world.rules;
  const skill = botSkills[slot % botSkills.length] ?? botSkill;
  return createBrain(world.arena, traitsFor(skill), world.random.int(0x7fffffff));
}

function seat(world: MatchWorld, id: string, player: PlayerState): Fighter {
  const fighter: Fighter = {
    id,
    player,
    brain: player.bot ? newMind(world, player.slot) : null,
    seq: 0,
    aliveSince: world.state.tick,
    protectedUntil: 0,
    wounds: new Map(),
    tally: createTally(),
  };
  world.fighters.set(id, fighter);
  return fighter;
}

/**
 * What somebody who comes late into a free-for-all begins with: as much as the last of those who are there, so that they
 * are neither out of the running nor ahead of anybody. In a team mode the team's score is theirs.
 */
function lateScore(world: MatchWorld): number {
  if (!isPlay(world.state.phase) || modeOf(world.state.mode).teams) return 0;
  let least = Number.POSITIVE_INFINITY;
  for (const { player } of world.fighters.values()) least = Math.min(least, player.score);
  return least === Number.POSITIVE_INFINITY ? 0 : Math.max(0, least);
}

/** Seats a new player, who is in play at once, with what they had in this round if they gave it up before. */
export function addFighter(world: MatchWorld, id: string, name: string, bot: boolean): Fighter {
  const player = new PlayerState();
  const before = world.parted.get(id);
  world.parted.delete(id);
  player.slot = freeSlot(world);
  player.name = name;
  player.bot = bot;
  player.team = teamForNew(world, bot);
  player.score = lateScore(world);
  player.x = 0;
  player.y = 0;
  player.vx = 0;
  player.vy = 0;
  player.aim = 0;
  const fighter = seat(world, id, player);
  if (before !== undefined) {
    const { kills, deaths, assists, captures, score, tally } = before;
    Object.assign(player, { kills, deaths, assists, captures, score });
    fighter.tally = tally;
  }
  world.state.players.set(id, player);
  spawn(world, fighter);
  // To watch for a moment is no way out of a fight: who comes back waits as the dead do.
  if (before !== undefined && isPlay(world.state.phase)) bench(world, fighter);
  return fighter;
}

/** Takes over a player that the state already holds, as after a reload of the server's code. */
export function adoptFighter(world: MatchWorld, id: string, player: PlayerState): void {
  seat(world, id, player);
}

/** Takes a player out of the match for good. */
export function removeFighter(world: MatchWorld, id: string): void {
  const fighter = world.fighters.get(id);
  if (fighter === undefined) return;
  world.mode.fell(world, fighter);
  removeMines(world, ({ owner }) => owner === fighter);
  // Whoever sits down in this slot next has not fired it.
  removeFlightsOf(world, fighter);
  world.fighters.delete(id);
  world.state.players.delete(id);
}

/** Seats one more bot, under a name that nobody has. */
function addBot(world: MatchWorld): void {
  const used = new Set([...world.fighters.values()].map((fighter) => fighter.player.name));
  const name = BOT_NAMES.find((candidate) => !used.has(candidate)) ?? `Bot ${world.fighters.size}`;
  let number = 0;
  while (world.fighters.has(`bot-${number}`)) number++;
  addFighter(world, `bot-${number}`, name, true);
}

/** Sends a bot away: one of the team that can best spare it, with the lowest score. Returns false when there is none. */
function dismissBot(world: MatchWorld): boolean {
  const team = largerTeam(world);
  const cost = ({ player }: Fighter): number => (player.team === team ? 0 : 1_000_000) + player.score;
  let last: Fighter | null = null;
  for (const fighter of world.fighters.values()) {
    if (fighter.player.bot && (last === null || cost(fighter) < cost(last))) last = fighter;
  }
  if (last !== null) removeFighter(world, last.id);
  return last !== null;
}

/** Bots come and go so that the room is as full as the rules want it. Part of stage 1. */
export function fillWithBots(world: MatchWorld): void {
  const missing = world.rules.fill - world.fighters.size;
  for (let i = 0; i < missing; i++) addBot(world);
  for (let i = missing; i < 0; i++) if (!dismissBot(world)) return;
}

/**
 * Evens out teams that differ by two or more, as when people leave. A bot goes first, and nobody in the middle of a life;
 * whoever came last goes. Part of stage 1.
 */
export function evenTeams(world: MatchWorld): void {
  const { mode, phase } = world.state;
  // After play nobody changes sides any more: the next round deals the teams anew.
  if (!modeOf(mode).teams || phase === Phase.podium || phase === Phase.vote) return;
  const [azure, ember] = strengths(world);
  if (Math.abs(azure.all - ember.all) < 2) return;
  const [larger, smaller] = azure.all > ember.all ? [azure, ember] : [ember, azure];
  let chosen: Fighter | null = null;
  for (const fighter of world.fighters.values()) {
    const { player } = fighter;
    if (player.team !== larger.team || (player.alive !== 0 && isPlay(world.state.phase))) continue;
    if (chosen === null || player.bot || !chosen.player.bot) chosen = fighter;
  }
  if (chosen === null) return;
  const { player } = chosen;
  player.team = smaller.team;
  removeMines(world, ({ owner }) => owner.player === player);
  world.events.push({ type: "moved", to: { only: chosen.id }, data: { team: smaller.team } });
  // Before play everybody is where their team begins.
  if (player.alive !== 0 && smaller.team !== TeamId.none) spawn(world, chosen);
}
