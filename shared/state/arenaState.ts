import { type SchemaType, schema, t } from "@colyseus/schema";
import { POSITION, VELOCITY } from "../content/index.ts";

/** The view tag of fields that only their owner may see. Tags are powers of two. */
export const OWNER = 1;

/** The view tag of fields that only those other than its owner may see who perceive the drone: where it is. */
export const SEEN = 2;

/** What the drone does; both of them see it. */
const EITHER = OWNER | SEEN;

/**
 * One drone. What the step reads besides the position goes to its owner alone: others need neither the speed
 * nor the state of the weapon, and at 30 patches a second those bytes would be a third of the traffic.
 */
export const PlayerState = schema(
  {
    /** Number in the room, 0..; picks the colour and the shape, and stands for the player in messages. */
    slot: t.uint8(),
    name: t.string(),
    bot: t.boolean().default(false),
    /** False while the seat is held for somebody whose connection dropped. */
    connected: t.boolean().default(true),
    kills: t.uint16().default(0),
    deaths: t.uint16().default(0),
    assists: t.uint16().default(0),
    /** What the mode counts besides kills: seconds in the zone, packets brought home. */
    captures: t.uint16().default(0),
    score: t.int16().default(0),
    /** A `TeamId`. */
    team: t.uint8().default(0),
    /** Round trip in ms as the server measured it; 0 for bots. */
    ping: t.uint16().default(0),

    /** For the owner, whose prediction starts from it; others are told the pose. */
    x: t.quantized(POSITION).view(OWNER),
    y: t.quantized(POSITION).view(OWNER),
    /** The server's own; the pose tells it. */
    aim: t.number().noSync().default(0),
    /** Where others see it, and where it aims (pose.ts). */
    pose: t.uint32().view(SEEN),
    alive: t.uint8().default(0),
    health: t.uint8().default(0).view(EITHER),
    plating: t.uint8().default(0).view(EITHER),
    /** True while it cannot be hurt, right after a respawn. */
    protected: t.boolean().default(false).view(EITHER),
    weapon: t.uint8().default(0).view(EITHER),
    dashTicks: t.uint8().default(0).view(EITHER),
    /** A weapon that charges is seen to do so. */
    charge: t.uint8().default(0).view(EITHER),
    overclocked: t.boolean().default(false).view(EITHER),
    laden: t.uint8().default(0),

    vx: t.quantized(VELOCITY).view(OWNER),
    vy: t.quantized(VELOCITY).view(OWNER),
    held: t.uint8().default(0).view(OWNER),
    dashCharges: t.uint8().default(0).view(OWNER),
    dashRecharge: t.uint8().default(0).view(OWNER),
    cooldown: t.uint8().default(0).view(OWNER),
    roundsLeft: t.uint8().default(0).view(OWNER),
    roundGap: t.uint8().default(0).view(OWNER),
    reload: t.uint8().default(0).view(OWNER),
    overclock: t.uint16().default(0).view(OWNER),
    burstLoaded: t.uint8().default(0).view(OWNER),
    burstSpare: t.uint8().default(0).view(OWNER),
    scatterLoaded: t.uint8().default(0).view(OWNER),
    scatterSpare: t.uint8().default(0).view(OWNER),
    railLoaded: t.uint8().default(0).view(OWNER),
    railSpare: t.uint8().default(0).view(OWNER),
    launcherLoaded: t.uint8().default(0).view(OWNER),
    launcherSpare: t.uint8().default(0).view(OWNER),
    mineLoaded: t.uint8().default(0).view(OWNER),
    mineSpare: t.uint8().default(0).view(OWNER),
    /** Tick of the respawn while dead. */
    respawnAt: t.uint32().default(0).view(OWNER),
    /** How long the player's inputs wait on the server before their tick, in quarters of a tick. */
    early: t.uint8().default(0).view(OWNER),
    /** Ticks for which there was no input of the player, so many so far, modulo 256. */
    starved: t.uint8().default(0).view(OWNER),
  },
  "Player",
);
export type PlayerState = SchemaType<typeof PlayerState>;

/** A flying shot. Nothing in it changes while it flies: where it is follows from its age, where it ends from the map. */
export const BoltState = schema(
  {
    /** Slot of the shooter. */
    owner: t.uint8(),
    weapon: t.uint8(),
    /** Low 16 bits of the number of the command that fired it: its shooter finds the predicted twin by it. */
    seq: t.uint16().view(OWNER),
    x: t.quantized(POSITION),
    y: t.quantized(POSITION),
    angle: t.angle(),
    /** Tick at which it left the muzzle in the shooter's view, which lag compensation may put into the past. */
    bornAt: t.uint32(),
  },
  "Bolt",
);
export type BoltState = SchemaType<typeof BoltState>;

/** A rack. Where it stands and what lies on it is in the map. */
export const RackState = schema(
  {
    /** Tick at which the item is back; 0 while it lies there. */
    readyAt: t.uint32().default(0),
  },
  "Rack",
);
export type RackState = SchemaType<typeof RackState>;

/** Somebody who watches: has no drone and counts as nobody. */
export const SpectatorState = schema(
  {
    name: t.string(),
    connected: t.boolean().default(true),
    /** The team whose players may be watched; `TeamId.none` for any. */
    team: t.uint8().default(0),
    /** Slot of the player who is watched; `NOBODY` for none. */
    watching: t.uint8().default(255),
  },
  "Spectator",
);
export type SpectatorState = SchemaType<typeof SpectatorState>;

/** In place of a slot. */
export const NOBODY = 255;

/** A mine, armed or about to be. Goes only to those who may notice it. */
export const MineState = schema(
  {
    /** Slot of the one who left it. */
    owner: t.uint8(),
    team: t.uint8().default(0),
    x: t.quantized(POSITION),
    y: t.quantized(POSITION),
    /** Tick from which on it answers to enemies. */
    armedAt: t.uint32(),
  },
  "Mine",
);
export type MineState = SchemaType<typeof MineState>;

/** A weapon that a destroyed drone left behind, with the rounds in it. */
export const DropState = schema(
  {
    weapon: t.uint8(),
    rounds: t.uint8(),
    x: t.quantized(POSITION),
    y: t.quantized(POSITION),
    /** Tick at which it is gone. */
    endsAt: t.uint32(),
  },
  "Drop",
);
export type DropState = SchemaType<typeof DropState>;

/** Courier: a team's packet. */
export const PacketState = schema(
  {
    /** Whose it is; the others carry it off. */
    team: t.uint8(),
    /** Where it lies; of no meaning while it is carried. */
    x: t.quantized(POSITION),
    y: t.quantized(POSITION),
    home: t.boolean().default(true),
    /** Slot of its carrier; `NOBODY` while it lies. */
    carrier: t.uint8().default(255),
    /** Tick at which it goes home by itself; 0 while it need not. */
    returnsAt: t.uint32().default(0),
  },
  "Packet",
);
export type PacketState = SchemaType<typeof PacketState>;

/** What can be voted for. */
export const ChoiceState = schema(
  {
    arena: t.string(),
    mode: t.uint8(),
    votes: t.uint8().default(0),
  },
  "Choice",
);
export type ChoiceState = SchemaType<typeof ChoiceState>;

/** Phases of a round in their order, as they travel. Those of no length are skipped. */
export const Phase = { warmup: 0, countdown: 1, live: 2, overtime: 3, podium: 4, vote: 5 } as const;
export type Phase = (typeof Phase)[keyof typeof Phase];

/** Whether what happens in a phase counts: damage is dealt, goals are reached. */
export function isPlay(phase: number): boolean {
  return phase === Phase.live || phase === Phase.overtime;
}

/** All that clients of a room know. */
export const ArenaState = schema(
  {
    /** Ticks since the room began: the axis of every other time in here. */
    tick: t.uint32().default(0),
    /** Name of the map. */
    arena: t.string(),
    round: t.uint16().default(0),
    phase: t.uint8().default(Phase.warmup),
    /** Tick at which the phase ends. */
    phaseEndsAt: t.uint32().default(0),
    players: t.map(PlayerState),
    /** What flies and lies about goes only to those who may see it. */
    bolts: t.map(BoltState).view(),
    racks: t.array(RackState),
    mines: t.map(MineState).view(),
    drops: t.map(DropState).view(),
    spectators: t.map(SpectatorState),

    /** A `ModeId`, and the score that ends the round. */
    mode: t.uint8().default(0),
    goal: t.uint16().default(0),
    azureScore: t.uint16().default(0),
    emberScore: t.uint16().default(0),
    /** Slot or, in a team mode, team of who has won the round; `NOBODY` while it is open and when nobody has. */
    winner: t.uint8().default(255),
    /** Uplink: number of the map's zone that counts, the team that holds it, whether both are in it, when it moves on. */
    zone: t.uint8().default(255),
    zoneHolder: t.uint8().default(0),
    zoneContested: t.boolean().default(false),
    zoneMovesAt: t.uint32().default(0),
    packets: t.array(PacketState),
    ballot: t.array(ChoiceState),
  },
  "ArenaState",
);
export type ArenaState = SchemaType<typeof ArenaState>;
