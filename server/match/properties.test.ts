import { describe, expect, test } from "vitest";
import { type Arena, isSolid } from "../../shared/arena/index.ts";
import {
  DRONE,
  DROP,
  type MineWeapon,
  type ModeKey,
  modeOf,
  TEAMS,
  TILE,
  WeaponId,
  weaponOf,
} from "../../shared/content/index.ts";
import { createRandom, type Random } from "../../shared/math/index.ts";
import { BODY_FIELDS, type Command, Life } from "../../shared/sim/index.ts";
import { isPlay, NOBODY, type PlayerState } from "../../shared/state/index.ts";
import { loadArena } from "../../tests/fixtures/arenas.ts";
import { createHammer } from "../../tests/fixtures/drones.ts";
import type { MatchEvent } from "./events.ts";
import { type CommandSource, createMatch, type Match } from "./match.ts";
import { DEFAULT_RULES } from "./rules.ts";
import { NO_REWIND } from "./world.ts";

/** Ticks of each match: a few short rounds. */
const TICKS = 6000;
const FILL = 6;
/** People who come and go. */
const PEOPLE = ["ada", "ben", "cem", "dan", "eva"];
const RULES = {
  ...DEFAULT_RULES,
  fill: FILL,
  ...{
    warmupTicks: 60,
    countdownTicks: 30,
    liveTicks: 1500,
    overtimeTicks: 300,
    podiumTicks: 60,
    voteTicks: 60,
  },
};
const MINE = weaponOf(WeaponId.mine) as MineWeapon;

type Check = (match: Match, players: readonly PlayerState[]) => string | null;

const checkDrones: Check = ({ arena }, players) => {
  for (const player of players) {
    for (const field of BODY_FIELDS) if (!Number.isFinite(player[field])) return `${field} is no number`;
    const { health, plating, alive, x, y } = player;
    if (!Number.isInteger(health) || health < 0 || health > DRONE.health) return `health is ${health}`;
    if (!Number.isInteger(plating) || plating < 0 || plating > DRONE.plating.most)
      return `plating ${plating}`;
    if ((alive === Life.out) !== (health === 0)) return `alive ${alive} with health ${health}`;
    if (alive !== Life.out && isSolid(arena, Math.floor(x / TILE), Math.floor(y / TILE))) return "in a wall";
    if (player.overclocked !== player.overclock > 0) return "overclock shown wrongly";
  }
  return null;
};

const checkSeats: Check = ({ state }, players) => {
  const slots = new Set(players.map(({ slot }) => slot));
  if (slots.size !== players.length) return "a slot is taken twice";
  if (players.some(({ bot }) => bot) && players.length > FILL) return "too many bots";
  if (players.length < FILL) return "too few players";
  for (const id of state.spectators.keys()) if (state.players.has(id)) return `${id} plays and watches`;
  const { teams } = modeOf(state.mode);
  for (const { team } of players) if (TEAMS.some(({ id }) => id === team) !== teams) return `team ${team}`;
  return null;
};

const checkThings: Check = ({ state }, players) => {
  const slots = new Set(players.map(({ slot }) => slot));
  const laid = new Map<number, number>();
  for (const { owner } of state.mines.values()) laid.set(owner, (laid.get(owner) ?? 0) + 1);
  for (const [owner, count] of laid) {
    if (!slots.has(owner)) return "a mine of nobody";
    if (count > MINE.most) return `${count} mines of one`;
  }
  for (const { owner } of state.bolts.values()) if (!slots.has(owner)) return "a bolt of nobody";
  if (state.drops.size > DROP.most) return `${state.drops.size} drops`;
  for (const { readyAt } of state.racks) if (readyAt !== 0 && readyAt < state.tick) return "a late rack";
  if (state.phaseEndsAt < state.tick) return "a phase that should be over";
  return null;
};

const checkGoals: Check = ({ state, arena }, players) => {
  const mode = modeOf(state.mode).key;
  if (state.packets.length !== (mode === "courier" ? TEAMS.length : 0)) return "a wrong number of packets";
  let carried = 0;
  for (const packet of state.packets) {
    if (packet.carrier === NOBODY) continue;
    carried += 1;
    const carrier = players.find(({ slot }) => slot === packet.carrier);
    if (carrier === undefined || carrier.laden !== 1 || carrier.alive === Life.out) return "a lost packet";
    if (carrier.team === packet.team || packet.home) return "a packet in wrong hands";
  }
  if (players.filter(({ laden }) => laden === 1).length !== carried) return "somebody carries nothing";
  if ((mode === "uplink") !== state.zone < arena.zones.length) return `zone ${state.zone}`;
  if (state.zoneContested && state.zoneHolder !== 0) return "a contested zone is held";
  return null;
};

/** What can be seen of the evening out of teams: it never lets a chance pass. */
function checkTeams(
  before: readonly [team: number, alive: number][],
  players: readonly PlayerState[],
): string | null {
  const difference = (teams: readonly number[]): number =>
    teams.filter((team) => team === 1).length - teams.filter((team) => team === 2).length;
  const was = difference(before.map(([team]) => team));
  const is = difference(players.map(({ team }) => team));
  const larger = was > 0 ? 1 : 2;
  const couldChange = before.some(([team, alive]) => team === larger && alive === Life.out);
  if (before.length !== players.length || Math.abs(was) < 2 || !couldChange) return null;
  return Math.abs(is) < Math.abs(was) ? null : `teams differ by ${is}`;
}

/** Counts the kills of each team in this round by what is told, to compare with the score. */
function countKills(events: readonly MatchEvent[], players: readonly PlayerState[], kills: number[]): void {
  for (const event of events) {
    if (event.type !== "kill" || event.data.killer === event.data.victim) continue;
    const killer = players.find(({ slot }) => slot === event.data.killer);
    if (killer !== undefined) kills[killer.team]! += 1;
  }
}

/** Somebody comes, goes, watches, loses the connection or votes. */
function stir(match: Match, random: Random): void {
  if (random.int(150) !== 0) return;
  const id = random.pick(PEOPLE);
  const deed = random.int(8);
  if (deed < 3) match.join(id, id);
  else if (deed === 3) match.leave(id);
  else if (deed === 4) match.spectate(id);
  else if (deed === 5) match.play(id);
  else if (deed === 6) match.cover(id);
  else match.handBack(id);
  match.vote(random.pick(PEOPLE), random.int(3));
  match.watch(random.pick(PEOPLE), random.int(8));
}

/** Complaints about a match, with what happened in it. */
function play(arenas: readonly Arena[], mode: ModeKey, seed: number) {
  const random = createRandom(seed);
  const match = createMatch({ arena: arenas[0]!, arenas, modes: [mode], rules: RULES, seed });
  const hammers = new Map<string, () => Command>(PEOPLE.map((id) => [id, createHammer(random)]));
  let seq = 0;
  const take: CommandSource["take"] = (id, sink) => {
    // Sometimes late, sometimes two at once.
    for (let i = random.int(20) === 0 ? random.int(3) : 1; i > 0; i--) sink(hammers.get(id)!(), ++seq, 0);
  };
  const complaints: string[] = [];
  const seen = new Map<string, number>();
  let kills = [0, 0, 0];
  let { round } = match.state;
  for (let tick = 1; tick <= TICKS; tick++) {
    stir(match, random);
    const before = [...match.state.players.values()].map(({ team, alive }): [number, number] => [
      team,
      alive,
    ]);
    const { phase } = match.state;
    const events = match.step({ take }, NO_REWIND);
    const { state } = match;
    const players = [...state.players.values()];
    for (const { type } of events) seen.set(type, (seen.get(type) ?? 0) + 1);
    countKills(events, players, kills);
    if (state.round !== round) {
      round = state.round;
      kills = [0, 0, 0];
    }
    const found = [
      ...[checkDrones, checkSeats, checkThings, checkGoals].map((check) => check(match, players)),
      mode !== "ffa" && isPlay(phase) && isPlay(state.phase) ? checkTeams(before, players) : null,
      mode === "tdm" && (state.azureScore !== kills[1] || state.emberScore !== kills[2])
        ? `${state.azureScore}:${state.emberScore} after ${kills[1]}:${kills[2]} kills`
        : null,
    ];
    for (const what of found)
      if (what !== null && complaints.length < 5) complaints.push(`tick ${tick}: ${what}`);
  }
  return { complaints, seen, rounds: match.state.round };
}

describe("a match of bots and of people who come, go, watch and hammer on their keys", () => {
  const arenas = [loadArena("courtyard"), loadArena("gates")];

  test.each(["ffa", "tdm", "uplink", "courier"] as const)(
    "keeps to its rules at every tick: %s",
    { timeout: 60_000 },
    (mode) => {
      const { complaints, seen, rounds } = play(arenas, mode, 9);
      expect(complaints).toEqual([]);
      expect(rounds).toBeGreaterThanOrEqual(3);
      for (const type of ["kill", "hit", "taken", "stats"]) expect(seen.get(type), type).toBeGreaterThan(0);
    },
  );
});
