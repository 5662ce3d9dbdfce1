import type { Arena, Spot } from "../../../shared/arena/index.ts";
import { type GrenadeWeapon, seconds, type Temperament, type Weapon } from "../../../shared/content/index.ts";
import { createRandom, type Random } from "../../../shared/math/index.ts";
import type { Fighter } from "../world.ts";
import { createHand, type Hand, type Salvo } from "./aiming.ts";
import { comfortOf } from "./arsenal.ts";
import type { Errand } from "./errand.ts";
import { createHazards, type Hazards } from "./hazards.ts";
import type { Alarm } from "./hearing.ts";
import { type Detour, type Navigation, navigationOf } from "./navigation.ts";
import { createPerception, type Perception, type Sighting, type Surroundings } from "./perception.ts";
import { beginProgress, type Progress } from "./progress.ts";
import { createStock, type Stock } from "./stock.ts";
import { createFootwork, type Footwork } from "./tactics.ts";
import type { BotTraits } from "./traits.ts";

/** What a bot is about: one thing at a time. */
export type Pursuit = "wander" | "hunt" | "fetch" | "fight" | "flee" | "lay" | "errand";

/** No enemy for this long is a quiet moment. */
const QUIET_TICKS = seconds(1.2);
/** How much a temperament moves the distance that a weapon is fought at, either way. */
const DISTANCE_SWAY = 0.35;

/** A way that keeps out of dangers, made for a goal at some time. */
export interface Evasion {
  readonly detour: Detour;
  readonly goal: Spot;
  readonly madeAt: number;
}

/** A shot round a corner that is worth trying. */
export interface Lob {
  readonly weapon: GrenadeWeapon;
  /** Radians. */
  readonly angle: number;
  readonly until: number;
}

/** All that goes on in one bot. Its parts are read and written by the functions of this folder. */
export interface Mind {
  readonly arena: Arena;
  readonly navigation: Navigation;
  readonly traits: BotTraits;
  readonly temper: Temperament;
  readonly random: Random;
  readonly perception: Perception;
  readonly hazards: Hazards;
  readonly alarm: Alarm;
  readonly hand: Hand;
  readonly salvo: Salvo;
  readonly progress: Progress;
  readonly footwork: Footwork;
  /** Where it may wander to. */
  readonly places: readonly Spot[];
  /** Unit vector to fly along, or nothing to stand; and what pushes it aside. */
  readonly steer: { x: number; y: number };
  readonly shove: { x: number; y: number };
  readonly waypoint: { x: number; y: number };
  stock: Stock;
  /** Number of the round that it is in. */
  round: number;
  inPlay: boolean;
  about: Pursuit;
  place: Spot;
  errand: Errand | null;
  /** Where it is within its errand while it holds a place. */
  post: Spot | null;
  postUntil: number;
  target: Sighting | null;
  /** Tick at which an enemy was last in its eye. */
  lastEnemyAt: number;
  /** Tick from which it dashes at the next chance; 0 for not at all. */
  dodgeAt: number;
  /** Until when it flies off blindly, to get out of where it is stuck. */
  sidestepUntil: number;
  /** Tick at which it last began to run from a fight. */
  fledAt: number;
  /** The alarm that it has gone after, by its tick. */
  followed: number;
  /** Until when it tries to leave a mine where it is. */
  layUntil: number;
  evasion: Evasion | null;
  lob: Lob | null;
  /** How many enemies stand in one line or one heap with the target, itself included. */
  crowd: number;
  /** Where it looks besides where it goes, in radians. */
  glance: number;
  glanceUntil: number;
}

/** Makes up a mind. The same seed makes the same one. */
export function createMind(arena: Arena, traits: BotTraits, seed: number, temper: Temperament): Mind {
  const random = createRandom(seed);
  const places: readonly Spot[] = [...arena.spawns, ...arena.items];
  return {
    arena,
    navigation: navigationOf(arena),
    traits,
    temper,
    random,
    perception: createPerception(traits, random),
    hazards: createHazards(traits, random),
    alarm: { angle: 0, from: 0 },
    hand: createHand(random.range(0, Math.PI * 2)),
    salvo: { beginsAt: 0, endsAt: 0 },
    progress: { x: 0, y: 0, flown: 0, checkAt: 0 },
    footwork: createFootwork(traits.strafeTicks),
    places,
    steer: { x: 0, y: 0 },
    shove: { x: 0, y: 0 },
    waypoint: { x: 0, y: 0 },
    stock: createStock(arena),
    round: -1,
    inPlay: false,
    about: "wander",
    place: random.pick(places),
    errand: null,
    post: null,
    postUntil: 0,
    target: null,
    lastEnemyAt: 0,
    dodgeAt: 0,
    sidestepUntil: 0,
    fledAt: 0,
    followed: 0,
    layUntil: 0,
    evasion: null,
    lob: null,
    crowd: 1,
    glance: 0,
    glanceUntil: 0,
  };
}

/** Begins a life: what was on its mind in the last one is gone, and with a new round what lay on the racks. */
export function beginLife(mind: Mind, world: Surroundings, self: Fighter): void {
  const { tick, round } = world.state;
  mind.inPlay = true;
  if (round !== mind.round) {
    mind.stock = createStock(mind.arena);
    mind.hazards.forget();
  }
  mind.round = round;
  mind.perception.forget();
  mind.target = null;
  mind.about = "wander";
  mind.place = mind.random.pick(mind.places);
  mind.errand = null;
  mind.post = null;
  mind.alarm.from = 0;
  mind.dodgeAt = 0;
  mind.sidestepUntil = 0;
  mind.fledAt = 0;
  mind.layUntil = 0;
  mind.evasion = null;
  mind.lob = null;
  mind.lastEnemyAt = tick;
  beginProgress(mind.progress, tick, self.player.x, self.player.y);
}

/** Whether a bot has had no enemy in its eye for a while. */
export function isQuiet(mind: Mind, tick: number): boolean {
  return tick - mind.lastEnemyAt > QUIET_TICKS;
}

/** The distance in px at which a bot likes to fight with a weapon. */
export function comfortFor(mind: Mind, weapon: Weapon): number {
  return comfortOf(weapon) * (1 + DISTANCE_SWAY * mind.temper.distance);
}

/** Whether a fighter is within some px of a place. */
export function isWithin(self: Fighter, place: Spot, radius: number): boolean {
  const dx = place.x - self.player.x;
  const dy = place.y - self.player.y;
  return dx * dx + dy * dy < radius * radius;
}
