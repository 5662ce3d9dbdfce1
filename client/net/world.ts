/**
 * The world as this client shows it: plain objects, refreshed in place once a frame by the session.
 * The view draws it and the HUD reads it; neither touches a socket, and neither decides anything.
 */
import type { Arena } from "../../shared/arena/index.ts";
import type { CloseReason, PlayerRecord } from "../../shared/protocol.ts";
import type { Command } from "../../shared/sim/index.ts";
import type { WorldEvent } from "./worldEvents.ts";

/** A drone where it is to be drawn in this frame: the own one predicted, all others a little in the past. */
export interface Drone {
  readonly slot: number;
  /** Whether this client steers it. */
  readonly self: boolean;
  name: string;
  bot: boolean;
  /** False while the server holds the seat of somebody whose connection dropped. */
  connected: boolean;
  /** Whether this player perceives it. What is not perceived is not sent: place, aim and health are then old. */
  seen: boolean;
  x: number;
  y: number;
  /** Radians. */
  aim: number;
  alive: boolean;
  protected: boolean;
  dashing: boolean;
  /** A `TeamId`; 0 in a mode without teams. */
  team: number;
  /** 0..100. */
  health: number;
  /** 0..100. */
  plating: number;
  overclocked: boolean;
  /** How far the weapon in hand is charged, 0..1; 0 for one that does not charge. */
  charge: number;
  /** Whether it carries a packet. */
  laden: boolean;
  /** Id of the weapon in hand. */
  weapon: number;
  kills: number;
  deaths: number;
  assists: number;
  captures: number;
  score: number;
  /** Round trip in ms as the server measured it; 0 for bots. */
  ping: number;
}

/** A flying shot, a bolt or a grenade as its weapon says, where it is to be drawn. */
export interface Bolt {
  /** Stays the same from the click to the impact, across the hand-over from prediction to server. */
  readonly id: number;
  readonly owner: number;
  readonly own: boolean;
  readonly weapon: number;
  /** Direction as a unit vector; that of a grenade changes as it bounces, and is zero when it lies still. */
  dx: number;
  dy: number;
  x: number;
  y: number;
  /** px flown so far: a trail is never longer. */
  flown: number;
}

/** A rack and the clock of what lies on it. */
export interface Rack {
  readonly kind: number;
  readonly x: number;
  readonly y: number;
  /** Seconds until the item is back; 0 while it lies there. */
  readyIn: number;
  /** How much of the wait is over, 0..1; 1 while it lies there. */
  progress: number;
}

/** A mine that this player may notice. */
export interface Mine {
  readonly id: string;
  readonly owner: number;
  readonly team: number;
  /** Whether it is the player's own or of the own team: nothing to be afraid of, but not to be stood on either. */
  readonly friendly: boolean;
  readonly x: number;
  readonly y: number;
  /** How far it is armed, 0..1. */
  armed: number;
}

/** A weapon that lies where its owner was destroyed. */
export interface Drop {
  readonly id: string;
  readonly weapon: number;
  readonly x: number;
  readonly y: number;
  /** Seconds until it is gone. */
  endsIn: number;
}

/** One weapon as the own drone has it. */
export interface Arm {
  /** Whether there is a round left in it. */
  carried: boolean;
  /** Rounds in the magazine and besides; null for a weapon that never runs dry. */
  loaded: number | null;
  spare: number | null;
}

/** The own drone's instruments, predicted. */
export interface Instruments {
  dashCharges: number;
  /** How much of the next charge is gathered, 0..1. */
  dashProgress: number;
  /** Every weapon by its id. */
  readonly arms: readonly Arm[];
  /** How much of the reload of the weapon in hand is over, 0..1; 1 when not reloading. */
  reloadProgress: number;
  /** How far the weapon in hand is charged, 0..1. */
  charge: number;
  /** Seconds that the overclock still lasts; 0 without. */
  overclockIn: number;
  /** Seconds until the respawn while dead. */
  respawnIn: number;
}

/** Phases of a round in their order; `client/net` maps them from the state. */
export type PhaseName = "warmup" | "countdown" | "live" | "overtime" | "podium" | "vote";

/** Something that can be voted for. */
export interface Choice {
  arena: string;
  /** A `ModeId`. */
  mode: number;
  votes: number;
}

/** The clock of the round and what it is about. */
export interface Round {
  number: number;
  phase: PhaseName;
  secondsLeft: number;
  /** A `ModeId`. */
  mode: number;
  /** Score of a player or of a team that ends it. */
  goal: number;
  /** Scores of the teams, indexed by `TeamId`; the first is of no team. */
  readonly teamScores: number[];
  /** Slot, or team in a team mode, of who has won; null while it is open and when nobody has. */
  winner: number | null;
  /** What can be voted for, in the phase of the vote. */
  readonly choices: Choice[];
  /** The own vote, an index of `choices`; null before. */
  ownVote: number | null;
}

/** Uplink: the zone that counts. */
export interface ActiveZone {
  x: number;
  y: number;
  radius: number;
  /** `TeamId` of who holds it; 0 for nobody. */
  holder: number;
  contested: boolean;
  /** Seconds until another zone counts; 0 when the map has only this one. */
  movesIn: number;
}

/** Courier: a packet, where it is to be drawn. */
export interface Packet {
  readonly team: number;
  x: number;
  y: number;
  home: boolean;
  /** Slot of its carrier; null while it lies. */
  carrier: number | null;
  /** Seconds until it goes home by itself; 0 while it need not. */
  returnsIn: number;
}

/** Somebody who watches. */
export interface Spectator {
  readonly id: string;
  name: string;
  connected: boolean;
}

/** How this player watches. */
export interface Watching {
  /** `TeamId` whose players may be watched; 0 for any. */
  team: number;
  /** Slot of who is watched; null when there is nobody. */
  slot: number | null;
}

/** What everybody has done in the round, as the server told it last. */
export interface Records {
  /** Whether the round is over, so that nothing changes any more. */
  readonly final: boolean;
  readonly players: readonly PlayerRecord[];
}

/** How the link does; for the corner of the HUD, the net graph and the probes. */
export interface Link {
  /** Round trip in ms of a message that the server answers at once; what players know as their ping. */
  pingMs: number;
  /** Round trip in ms of an input, with its waits for tick, patch and frame; what the clock is set by. */
  rttMs: number;
  jitterMs: number;
  /** How far in the past others are drawn, in ms, besides the way here. */
  interpolationMs: number;
  /** How long nothing has come from the server, in ms; 0 while that is no longer than a stall takes to be one. */
  stalledMs: number;
  /** Inputs on their way, not yet acknowledged. */
  pendingInputs: number;
  /** Size of the last correction and its running mean, in px: 0 while prediction and authority agree. */
  driftPeak: number;
  driftMean: number;
  /** Acknowledged states that differed from what was predicted for them, so many so far. */
  corrections: number;
  /** Size of the last correction that could be seen, in px. */
  correctionPx: number;
  /** How long the own inputs wait in the server's buffer before their tick is due, in ms, as the server tells it. */
  earlyMs: number;
  /** Ticks of the last second for which the server had no own input; 0 on a good link. */
  starvedPerS: number;
  /** Mean time between two patches, and the longest before one that came since the last frame (0 without one), in ms. */
  patchMs: number;
  patchGapMs: number;
  /** Bytes of messages, in the last second. */
  bytesInPerS: number;
  bytesOutPerS: number;
  /** How far the server looked back for the last own shot, in ms. */
  rewindMs: number;
  /** Ticks that the server makes in a second of its own clock: 60 unless it is overloaded; 0 while that is not known. */
  serverTicksPerS: number;
}

export interface World {
  /** Changes between two rounds; the event `arena` says so. */
  arena: Arena;
  /** Server tick that is shown for others, fractional. */
  tick: number;
  /** The own drone; null until the first state with it has come, and for who watches. */
  self: Drone | null;
  /** The drone through whose eyes the world is seen: the own one, or the one that is watched. */
  focus: Drone | null;
  /** Null while this player plays. */
  watching: Watching | null;
  readonly drones: Drone[];
  readonly bolts: Bolt[];
  readonly racks: Rack[];
  readonly mines: Mine[];
  readonly drops: Drop[];
  /** Null in every other mode than Uplink. */
  zone: ActiveZone | null;
  /** Empty in every other mode than Courier. */
  readonly packets: Packet[];
  readonly spectators: Spectator[];
  /** Null until asked for, and from the beginning of a round. */
  records: Records | null;
  readonly own: Instruments;
  readonly round: Round;
  readonly link: Link;
  /** Seconds until the server takes the seat of a player who does nothing; null while there is no such danger. */
  idleSeconds: number | null;
  /** Seconds until the match ends because the server stops; null while it does not. */
  closingSeconds: number | null;
}

/** Where a session stands. `closed` is final: the way on is a new session or the menu. */
export type Status =
  | { at: "playing" }
  /** `until` is the local time (performance.now) at which the held seat is given up. */
  | { at: "reconnecting"; since: number; until: number; attempt: number }
  | { at: "closed"; reason: CloseReason };

/** One seat in one room, from the join to the end. */
export interface Session {
  readonly world: World;
  readonly status: Status;
  readonly roomId: string;
  /** What this player is called, playing or watching; empty before it is known. */
  readonly name: string;
  /** The key to this seat while it is held; stays the same over returns. */
  readonly seat: string;
  /** Calls back on each change; returns the way to stop it. */
  onStatus(listener: (status: Status) => void): () => void;
  onEvent(listener: (event: WorldEvent) => void): () => void;
  /**
   * Advances prediction to `now` and refreshes the world; once a frame, first of all.
   * `sample` is asked for a command once per tick that is due, which may be none or several.
   * @param now the frame's time stamp (that of requestAnimationFrame, the base of performance.now)
   * @param shows false leaves the world as it is: players without a screen look at it less often than they send
   */
  frame(now: number, sample: (command: Command) => void, shows?: boolean): void;
  /**
   * The page was away and is back: a held seat is tried at once, and a link that seems to be there has to prove itself.
   * May be called as often as one likes.
   */
  wake(): void;
  rename(name: string): void;
  /** Gives the drone up and watches; `play` takes one again. */
  spectate(): void;
  play(): void;
  /** Watches the next (1) or the previous (-1) of those who may be watched. */
  watchNext(places: 1 | -1): void;
  /** Votes for a choice of the ballot, by its index. */
  vote(choice: number): void;
  /** Asks for `World.records`; call it as often as one likes, it asks once a second. */
  askRecords(): void;
  /** Leaves for good; the seat is not held. Resolves when the server knows, or at once when it cannot be told. */
  leave(): Promise<void>;
}
