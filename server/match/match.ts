import type { Arena } from "../../shared/arena/index.ts";
import { type ModeKey, modeOf } from "../../shared/content/index.ts";
import { createRandom } from "../../shared/math/index.ts";
import type { PlayerRecord } from "../../shared/protocol.ts";
import { type Command, type StepResult, stepBody } from "../../shared/sim/index.ts";
import {
  ArenaState,
  type BoltState,
  type MineState,
  type PlayerState,
  roundAim,
} from "../../shared/state/index.ts";
import { countVotes, pairingsOf } from "./ballot.ts";
import { endProtection, stepShots } from "./combat.ts";
import { stepDrops } from "./drops.ts";
import type { MatchEvent } from "./events.ts";
import { placeOf, stepFlights } from "./flights.ts";
import { rackItems, stepItems } from "./items.ts";
import { noticesMine, stepMines } from "./mines.ts";
import { createMode } from "./modes/index.ts";
import { recordsOf } from "./records.ts";
import { addFighter, adoptFighter, evenTeams, fillWithBots, newMind, removeFighter } from "./roster.ts";
import { startRound, stepRound } from "./round.ts";
import type { MatchRules } from "./rules.ts";
import { stepSpawns } from "./spawns.ts";
import {
  adoptWatcher,
  removeWatcher,
  startWatching,
  stepWatchers,
  stopWatching,
  watch,
  watchedBy,
} from "./watchers.ts";
import type { Fighter, MatchWorld, Rewind } from "./world.ts";

/**
 * Receives one command of a player. `seq` is its number, counted by its sender; `agoMs` says how far in the past
 * its sender saw the others, 0 for now.
 */
export type CommandSink = (command: Command, seq: number, agoMs: number) => void;

/** Where the commands of people come from. */
export interface CommandSource {
  /** Hands over the commands that a player may spend on this tick: usually one, none while they are late. */
  take(id: string, sink: CommandSink): void;
}

/** Stages of a tick whose time can be told apart. */
export const STAGES = ["bots", "moves", "shots", "bolts", "items", "spawns", "round"] as const;
export type Stage = (typeof STAGES)[number];

/** One match: a world that is advanced a tick at a time. Knows no socket and no clock. */
export interface Match {
  readonly state: ArenaState;
  /** The map of this round. */
  readonly arena: Arena;
  /** Seats a person. Does nothing when the id is seated already, with a drone or as a spectator. */
  join(id: string, name: string): void;
  /** Removes a person; a bot comes for them on the next tick when the room would be too empty. */
  leave(id: string): void;
  /** A bot flies the drone of somebody whose connection is lost, with their score, until they are back. */
  cover(id: string): void;
  handBack(id: string): void;
  /** A person gives up the drone and watches, or takes one again. What was reached in this round is kept. */
  spectate(id: string): void;
  play(id: string): void;
  /** A spectator looks over the shoulder of the player in a slot; ignored when that may not be. */
  watch(id: string, slot: number): void;
  /** Somebody votes for a choice of the ballot, by its index; ignored when there is no such choice. */
  vote(id: string, choice: number): void;
  /** What everybody has done in this round. */
  records(): PlayerRecord[];
  /**
   * The mines that a player or spectator may notice: the own side's, and others from near.
   * @param out cleared and filled
   */
  noticedMines(id: string, out: Set<MineState>): Set<MineState>;
  /** The player through whose eyes somebody sees: the own one, or the one who is watched; null for none. */
  eyeOf(id: string): PlayerState | null;
  /** Calls back with everything that flies, and where it is by now. */
  forEachFlight(see: (flight: BoltState, place: { readonly x: number; readonly y: number }) => void): void;
  /**
   * Advances by one tick, in this order:
   *  1. joins and leaves since the last tick have taken effect; bots fill up, teams are evened out
   *  2. bots make up their minds; the commands of each player are taken: one, or a second one to catch up; none when
   *     they are late
   *  3. players move by the shared step, in the order of joining
   *  4. weapons fire; shots are tested against the world as the shooter saw it, within the rewind cap
   *  5. bolts and grenades advance, mines wait
   *  6. damage, deaths and score are settled with the shot that caused them
   *  7. items come back, they and dropped weapons are taken
   *  8. the dead come back
   *  9. the mode checks its goal; the round changes phase
   * 10. the events of this tick are returned, each with those who may perceive it
   *
   * A person whose commands are late stands still and catches up when they arrive. The server does not guess on:
   * a tick moved by a guess is one that the client's prediction never made, and would come back as a correction.
   */
  step(source: CommandSource, rewind: Rewind): readonly MatchEvent[];
}

export interface MatchOptions {
  /** The map of the first round. */
  readonly arena: Arena;
  /** All maps that may be played, the first one among them or not; that one alone by default. */
  readonly arenas?: readonly Arena[];
  /** The modes that may be played, that of the first round first; Free-for-all by default. */
  readonly modes?: readonly ModeKey[];
  readonly rules: MatchRules;
  /** Same seed and same commands, same match. */
  readonly seed: number;
  /** A state to carry on with; a new match begins without. */
  readonly state?: ArenaState;
  /** Told when the work on a stage is done, several times in a tick; whoever has a clock may take the time. */
  readonly lap?: (stage: Stage) => void;
}

const NO_LAP = (): void => {};

/** Scratch of the step: a tick allocates nothing for it. */
const result: StepResult = { dashed: false, fired: -1 };

/** Stages 3 and, for what is fired, the beginning of 4: spends one command on a drone. */
function spendCommand(
  world: MatchWorld,
  fighter: Fighter,
  command: Command,
  seq: number,
  agoMs: number,
): void {
  const { player } = fighter;
  fighter.seq = seq;
  stepBody(player, command, world.arena, result);
  player.aim = roundAim(command.aim);
  if (player.overclocked && player.overclock === 0) player.overclocked = false;
  if (result.fired < 0) return;
  endProtection(fighter);
  const { x, y } = player;
  world.pending.push({ shooter: fighter, weapon: result.fired, seq, angle: command.aim, agoMs, x, y });
}

/** What a match begins with, before its first round. */
export function createWorld(options: MatchOptions): MatchWorld {
  const { rules, seed, arenas = [options.arena], modes = ["ffa"] } = options;
  const state = options.state ?? new ArenaState();
  const arena = arenas.find(({ name }) => name === options.state?.arena) ?? options.arena;
  return {
    arena,
    arenas,
    modes,
    mode: createMode(options.state === undefined ? modes[0]! : modeOf(state.mode).key),
    rules,
    state,
    random: createRandom(seed),
    fighters: new Map(),
    watchers: new Map(),
    parted: new Map(),
    votes: new Map(),
    flights: [],
    mines: [],
    drops: new Map(),
    pending: [],
    events: [],
    deaths: [],
    bloodshed: false,
    made: 0,
  };
}

/** The first round: on the map that was asked for, in the first of the modes that it is made for. */
function startFirstRound(world: MatchWorld): void {
  const mode = world.modes.find((key) => world.arena.modes.includes(key));
  startRound(world, { arena: world.arena, mode: mode ?? world.modes[0]! });
}

/** Carries on with a state: what flew and waited is gone, everybody is where they were. */
function carryOn(world: MatchWorld): void {
  const { state } = world;
  state.bolts.clear();
  state.mines.clear();
  state.drops.clear();
  state.players.forEach((player, id) => {
    adoptFighter(world, id, player);
  });
  state.spectators.forEach((spectator, id) => {
    adoptWatcher(world, id, spectator);
  });
}

/** Throws when a map names an item that does not exist, or none is made for any of the modes. */
function check({ arena, arenas, modes }: MatchWorld): void {
  for (const each of [arena, ...arenas]) rackItems(each);
  pairingsOf(arenas, modes);
}

/** Sets up a match; its first round begins at once. */
export function createMatch(options: MatchOptions): Match {
  const world = createWorld(options);
  check(world);
  const { state } = world;
  const { lap = NO_LAP } = options;
  /** What the bots want on this tick, in their order; kept and filled anew. */
  const botCommands: Command[] = [];
  let mover: Fighter | null = null;
  const spend: CommandSink = (command, seq, agoMs) => {
    if (mover !== null) spendCommand(world, mover, command, seq, agoMs);
  };
  /** All bots make up their minds before anybody moves: else those who think last would know more than the others. */
  const thinkAll = (): void => {
    let bot = 0;
    for (const fighter of world.fighters.values()) {
      if (fighter.brain === null) continue;
      botCommands[bot] ??= { mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 };
      fighter.brain.think(world, fighter, botCommands[bot++]!);
    }
  };
  if (options.state === undefined) startFirstRound(world);
  else carryOn(world);

  return {
    state,
    get arena() {
      return world.arena;
    },
    join(id, name) {
      if (!world.fighters.has(id) && !world.watchers.has(id)) addFighter(world, id, name, false);
    },
    leave(id) {
      removeFighter(world, id);
      removeWatcher(world, id);
      world.parted.delete(id);
      world.votes.delete(id);
    },
    cover(id) {
      const fighter = world.fighters.get(id);
      if (fighter !== undefined) fighter.brain ??= newMind(world, fighter.player.slot);
    },
    handBack(id) {
      const fighter = world.fighters.get(id);
      if (fighter !== undefined && !fighter.player.bot) fighter.brain = null;
    },
    spectate(id) {
      startWatching(world, id);
    },
    play(id) {
      stopWatching(world, id);
    },
    watch(id, slot) {
      watch(world, id, slot);
    },
    vote(id, choice) {
      if (choice < state.ballot.length && (world.fighters.has(id) || world.watchers.has(id)))
        world.votes.set(id, choice);
    },
    records: () => recordsOf(world),
    noticedMines(id, out) {
      // An empty one that is emptied gets a new table all the same.
      if (out.size > 0) out.clear();
      const viewer = world.fighters.get(id) ?? watchedBy(world, id);
      if (viewer === null) return out;
      for (const mine of world.mines) if (noticesMine(world, viewer, mine)) out.add(mine.state);
      return out;
    },
    eyeOf: (id) => (world.fighters.get(id) ?? watchedBy(world, id))?.player ?? null,
    forEachFlight(see) {
      for (const flight of world.flights) see(flight.state, placeOf(flight));
    },
    step(source, rewind) {
      state.tick += 1;
      // What was told at the end of the last tick has reached everybody by now, bots as well.
      for (const fighter of world.fighters.values()) fighter.brain?.hear(world, fighter);
      world.events.length = 0;
      fillWithBots(world);
      evenTeams(world);
      stepWatchers(world);
      countVotes(world);
      thinkAll();
      lap("bots");
      let bot = 0;
      for (const fighter of world.fighters.values()) {
        mover = fighter;
        if (fighter.brain === null) source.take(fighter.id, spend);
        else spend(botCommands[bot++]!, fighter.seq + 1, 0);
      }
      lap("moves");
      stepShots(world, rewind);
      lap("shots");
      stepFlights(world, rewind);
      stepMines(world);
      lap("bolts");
      stepItems(world);
      stepDrops(world);
      lap("items");
      stepSpawns(world);
      lap("spawns");
      stepRound(world);
      lap("round");
      return world.events;
    },
  };
}
