import type { Arena } from "../../shared/arena/index.ts";
import type { ModeKey } from "../../shared/content/index.ts";
import type { Random } from "../../shared/math/index.ts";
import type { Grenade, Shot } from "../../shared/sim/index.ts";
import type {
  ArenaState,
  BoltState,
  DropState,
  MineState,
  PlayerState,
  SpectatorState,
} from "../../shared/state/index.ts";
import type { Brain } from "./bots/index.ts";
import type { MatchEvent } from "./events.ts";
import type { ModeRules } from "./modes/index.ts";
import type { Tally } from "./records.ts";
import type { MatchRules } from "./rules.ts";

/** What one fighter has done to another in the other's present life. */
export interface Wound {
  damage: number;
  /** Tick of the last hit. */
  tick: number;
}

/** One player of the match: what travels is in `player`, the rest stays on the server. */
export interface Fighter {
  readonly id: string;
  readonly player: PlayerState;
  /** The mind of a bot, or of the one that covers for somebody who dropped; null for a person who is here. */
  brain: Brain | null;
  /** Number of the last command taken; a shot's scatter follows from it. */
  seq: number;
  /** Tick at which this life began: nobody may hit it in a past before that. */
  aliveSince: number;
  /** Tick at which the protection after a respawn ends. */
  protectedUntil: number;
  /** Who has hurt it in this life. */
  readonly wounds: Map<Fighter, Wound>;
  tally: Tally;
}

/** A shot pulled by a command of this tick, to be decided after all have moved. */
export interface PendingShot {
  readonly shooter: Fighter;
  readonly weapon: number;
  readonly seq: number;
  readonly angle: number;
  /** Milliseconds between what the shooter saw and now, within the rewind cap. */
  readonly agoMs: number;
  /** Where the shooter was when it left. */
  readonly x: number;
  readonly y: number;
}

/** A bolt or a grenade in flight with what only the server needs of it. */
export interface Flight {
  readonly key: string;
  readonly state: BoltState;
  readonly shooter: Fighter;
  readonly shot: Shot;
  /** px that a bolt has flown and was tested for; negative until the stretch inside the barrel is done. */
  flown: number;
  /** Null for a bolt. */
  readonly grenade: Grenade | null;
}

/** A mine that was left somewhere. */
export interface PlacedMine {
  readonly key: string;
  readonly state: MineState;
  readonly owner: Fighter;
  readonly seq: number;
  /** Tick at which it gives up. */
  readonly endsAt: number;
}

/** Somebody who watches. */
export interface Watcher {
  readonly id: string;
  readonly state: SpectatorState;
}

/** What somebody has who gave up the drone in this round, to be given back. */
export interface Parted {
  readonly kills: number;
  readonly deaths: number;
  readonly assists: number;
  readonly captures: number;
  readonly score: number;
  readonly tally: Tally;
}

/** Where drones were: lag compensation as the match needs it. Works on the real past or on none at all. */
export interface Rewind {
  /** Puts where a player was `agoMs` before now into `out`; 0 means now. */
  positionAt(player: PlayerState, agoMs: number, out: { x: number; y: number }): void;
}

/** Everything a match is made of; the stages of a tick are functions over it. */
export interface MatchWorld {
  /** The map and the mode of this round. */
  arena: Arena;
  mode: ModeRules;
  /** What may be played. */
  readonly arenas: readonly Arena[];
  readonly modes: readonly ModeKey[];
  readonly rules: MatchRules;
  readonly state: ArenaState;
  readonly random: Random;
  /** In the order of joining, which is the order in which they move. */
  readonly fighters: Map<string, Fighter>;
  readonly watchers: Map<string, Watcher>;
  readonly parted: Map<string, Parted>;
  /** Who wants which choice of the ballot, by id. */
  readonly votes: Map<string, number>;
  readonly flights: Flight[];
  readonly mines: PlacedMine[];
  /** In the order in which they were dropped. */
  readonly drops: Map<string, DropState>;
  readonly pending: PendingShot[];
  readonly events: MatchEvent[];
  /** Recent deaths as places and ticks: spawns keep away from them. */
  readonly deaths: { x: number; y: number; tick: number }[];
  /** Whether somebody has destroyed an enemy in this round. */
  bloodshed: boolean;
  /** Number of things made so far; makes their keys. */
  made: number;
}

/** A key for a new thing of the state. */
export function newKey(world: MatchWorld): string {
  return (world.made++).toString(36);
}

/** A rewind that never looks back: everybody is where they are. */
export const NO_REWIND: Rewind = {
  positionAt(player, _agoMs, out) {
    out.x = player.x;
    out.y = player.y;
  },
};
