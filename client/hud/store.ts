/**
 * What the HUD shows, as signals: one store for one seat. `refresh` and `record` write it, components read it.
 * A signal that is given the value it has wakes nobody, so writing every frame costs next to nothing.
 */
import { type Signal, signal } from "@preact/signals";
import { WEAPONS } from "../../shared/content/index.ts";
import type { Choice, Link, PhaseName, Status } from "../net/index.ts";
import type { FeedLine, Person } from "./feed.ts";
import { type Hints, recallHints } from "./hintMemory.ts";
import { type NetLevel, recallNetLevel } from "./netGraph/level.ts";
import { createLinkLog, type LinkLog } from "./netGraph/log.ts";
import type { Warning } from "./netGraph/warnings.ts";
import type { Gain, Notice } from "./notices.ts";
import type { PacketLine, ZoneLine } from "./objective.ts";
import type { Rival } from "./ranking.ts";
import type { Row } from "./rows.ts";
import type { Subtitle } from "./subtitles.ts";

/** A direction from which the own drone was hurt. */
export interface Wound {
  readonly id: number;
  /** Radians, towards the attacker. */
  readonly angle: number;
  readonly damage: number;
  readonly at: number;
}

/** A kill of the own drone. */
export interface KillPop {
  readonly id: number;
  readonly victim: Person;
  readonly at: number;
}

/** How the own drone was lost. */
export interface Death {
  /** Null when it was nobody else. */
  readonly killer: Person | null;
  readonly weapon: number;
  /** What the killer had dealt in this life. */
  readonly hits: number;
  readonly damage: number;
  /** The killer's round trip and how far the server looked back, in ms; null until told, and for bots. */
  readonly link: { readonly pingMs: number; readonly rewindMs: number } | null;
}

/** A try to come back, counted from 1. */
export interface Comeback {
  readonly attempt: number;
  readonly of: number;
}

/** One weapon as the own drone has it. */
export interface ArmSignals {
  readonly carried: Signal<boolean>;
  /** Rounds in the magazine; -1 for a weapon that never runs dry. */
  readonly loaded: Signal<number>;
  /** Rounds besides. */
  readonly spare: Signal<number>;
}

/** How good the link is, for the corner of an eye. */
export type LinkQuality = "good" | "fair" | "poor";

/** What the net graph tells in numbers. */
export interface LinkFigures {
  readonly link: Readonly<Link>;
  readonly framesPerS: number;
}

export interface HudStore {
  /** Whether there is a drone to steer or to watch. */
  readonly present: Signal<boolean>;
  /** Whether this player watches instead of playing. */
  readonly watching: Signal<boolean>;
  /** Who is watched; null for nobody. */
  readonly watched: Signal<Person | null>;
  readonly ownName: Signal<string>;
  /** The own `TeamId`, or that of who is watched; 0 for none. */
  readonly team: Signal<number>;

  /** The drone through whose eyes the world is seen. */
  readonly alive: Signal<boolean>;
  readonly shielded: Signal<boolean>;
  /** 0..100, whole. */
  readonly health: Signal<number>;
  /** 0..100, whole. */
  readonly plating: Signal<number>;
  readonly weapon: Signal<number>;
  /** Whether it carries a packet, so that it cannot dash. */
  readonly laden: Signal<boolean>;
  /** Whole seconds that the own overclock still lasts; 0 without. */
  readonly overclock: Signal<number>;
  readonly dashCharges: Signal<number>;
  /** 0..1 in steps of 1/50. */
  readonly dashProgress: Signal<number>;
  /** Every weapon by its id. */
  readonly arms: readonly ArmSignals[];
  /** 0..1 in steps of 1/50; 1 when not reloading. */
  readonly reload: Signal<number>;
  /** 0..1 in steps of 1/50: how far the weapon in hand is charged. */
  readonly charge: Signal<number>;
  /** Tenths of a second until the respawn. */
  readonly respawnTenths: Signal<number>;

  readonly phase: Signal<PhaseName>;
  /** Whole seconds, counted as a clock does: 0:01 is the last second. */
  readonly secondsLeft: Signal<number>;
  /** A `ModeId`. */
  readonly mode: Signal<number>;
  readonly goal: Signal<number>;
  /** By `TeamId`. */
  readonly teamScores: readonly Signal<number>[];
  /** Slot, or team in a team mode, of who has won; null for nobody. */
  readonly winner: Signal<number | null>;
  readonly score: Signal<number>;
  readonly place: Signal<number>;
  readonly players: Signal<number>;
  /** The best of the others. */
  readonly rival: Signal<Rival | null>;
  readonly zone: Signal<ZoneLine | null>;
  readonly packets: Signal<readonly PacketLine[]>;
  readonly choices: Signal<readonly Choice[]>;
  readonly ownVote: Signal<number | null>;
  /** In the order of rank; renewed only while somebody looks at it. */
  readonly rows: Signal<readonly Row[]>;
  /** Names of those who watch; renewed with the rows. */
  readonly spectators: Signal<readonly string[]>;

  readonly feed: Signal<readonly FeedLine[]>;
  /** What everybody should know at once, below the clock. */
  readonly notices: Signal<readonly Notice[]>;
  /** What the own drone has picked up. */
  readonly gains: Signal<readonly Gain[]>;
  /** Important sounds in words; always empty for those who do not want them. */
  readonly subtitles: Signal<readonly Subtitle[]>;
  /** performance.now() at which a countdown ended, for as long as "Go" is shown. */
  readonly goAt: Signal<number | null>;
  /** Pulls of a trigger with nothing loaded: each shakes the weapon in hand. */
  readonly dryPulls: Signal<number>;
  /** Own kills that are still told beside the drone. */
  readonly kills: Signal<readonly KillPop[]>;
  readonly wounds: Signal<readonly Wound[]>;
  readonly death: Signal<Death | null>;
  readonly hints: Signal<Hints>;

  readonly pingMs: Signal<number>;
  readonly jitterMs: Signal<number>;
  readonly quality: Signal<LinkQuality>;
  /** What is wrong with the link, the most urgent first. */
  readonly warnings: Signal<readonly Warning[]>;
  /** Null until they are asked for; renewed while `netLevel` shows them. */
  readonly figures: Signal<LinkFigures | null>;
  readonly netLevel: Signal<NetLevel>;
  /** The last minute of the link; not a signal, for it is written always and seldom read. */
  readonly log: LinkLog;
  /** performance.now() of the newest row of the log that is to be drawn. */
  readonly loggedAt: Signal<number>;

  readonly status: Signal<Status>;
  /** Whole seconds until a held seat is given up; 0 while playing. */
  readonly seatSeconds: Signal<number>;
  /** Whether a drop of the link has lasted long enough to be worth telling. */
  readonly dropShown: Signal<boolean>;
  /** Seconds until a player who does nothing has to watch; null while there is no such danger. */
  readonly idleSeconds: Signal<number | null>;
  /** Seconds until the match ends because the server stops; null while it does not. */
  readonly closingSeconds: Signal<number | null>;
  /** The way back that is being tried by itself after the seat was lost; null when nothing is tried. */
  readonly comeback: Signal<Comeback | null>;
  /** Whether the picture is slow although as little is drawn as can be. */
  readonly slow: Signal<boolean>;
  readonly paused: Signal<boolean>;
  /** Whether the minimap is held large. */
  readonly mapLarge: Signal<boolean>;
  /** Whether the gamepad in use went away, which is why the game was paused. */
  readonly padLost: Signal<boolean>;
  /** Whether how to play is shown over the game. */
  readonly helpShown: Signal<boolean>;
  /** The scoreboard opened by a tap, besides the key that holds it open. */
  readonly scoresPinned: Signal<boolean>;
}

/** A store that knows nothing yet but where its seat stands. */
export function createHudStore(status: Status): HudStore {
  return {
    present: signal(false),
    watching: signal(false),
    watched: signal<Person | null>(null),
    ownName: signal(""),
    team: signal(0),
    alive: signal(false),
    shielded: signal(false),
    health: signal(0),
    plating: signal(0),
    weapon: signal(0),
    laden: signal(false),
    overclock: signal(0),
    dashCharges: signal(0),
    dashProgress: signal(0),
    arms: WEAPONS.map(({ magazine }) => ({
      carried: signal(magazine === null),
      loaded: signal(magazine === null ? -1 : 0),
      spare: signal(0),
    })),
    reload: signal(1),
    charge: signal(0),
    respawnTenths: signal(0),
    phase: signal<PhaseName>("live"),
    secondsLeft: signal(0),
    mode: signal(0),
    goal: signal(0),
    teamScores: [signal(0), signal(0), signal(0)],
    winner: signal<number | null>(null),
    score: signal(0),
    place: signal(1),
    players: signal(0),
    rival: signal<Rival | null>(null),
    zone: signal<ZoneLine | null>(null),
    packets: signal<readonly PacketLine[]>([]),
    choices: signal<readonly Choice[]>([]),
    ownVote: signal<number | null>(null),
    rows: signal<readonly Row[]>([]),
    spectators: signal<readonly string[]>([]),
    feed: signal<readonly FeedLine[]>([]),
    notices: signal<readonly Notice[]>([]),
    gains: signal<readonly Gain[]>([]),
    subtitles: signal<readonly Subtitle[]>([]),
    goAt: signal<number | null>(null),
    dryPulls: signal(0),
    kills: signal<readonly KillPop[]>([]),
    wounds: signal<readonly Wound[]>([]),
    death: signal<Death | null>(null),
    hints: signal(recallHints()),
    pingMs: signal(0),
    jitterMs: signal(0),
    quality: signal<LinkQuality>("good"),
    warnings: signal<readonly Warning[]>([]),
    figures: signal<LinkFigures | null>(null),
    netLevel: signal<NetLevel>(recallNetLevel()),
    log: createLinkLog(),
    loggedAt: signal(0),
    status: signal<Status>(status),
    seatSeconds: signal(0),
    dropShown: signal(false),
    idleSeconds: signal<number | null>(null),
    closingSeconds: signal<number | null>(null),
    comeback: signal<Comeback | null>(null),
    slow: signal(false),
    paused: signal(false),
    mapLarge: signal(false),
    padLost: signal(false),
    helpShown: signal(false),
    scoresPinned: signal(false),
  };
}
