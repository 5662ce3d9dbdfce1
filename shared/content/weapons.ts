import { seconds } from "./time.ts";

/** Ids travel on the wire: give a new weapon the next free number and never reuse one. */
export const WeaponId = { pulse: 0, burst: 1, scatter: 2, rail: 3, launcher: 4, mine: 5 } as const;
export type WeaponKey = keyof typeof WeaponId;
export type WeaponId = (typeof WeaponId)[WeaponKey];

/** Rounds that a weapon is fed with. One that has none never runs dry. */
export interface Magazine {
  /** Rounds before a reload. */
  readonly rounds: number;
  readonly reloadTicks: number;
  /** Rounds that can be carried besides. */
  readonly spare: number;
  /** Rounds that a rack gives with the weapon. */
  readonly racked: number;
}

/** An explosion: hurts whoever it reaches in a straight line, its own maker as well. */
export interface Blast {
  /** px from its centre to where nothing is left of it. */
  readonly radius: number;
  /** Health taken by one who is in the middle of it, falling off evenly to `rim` at the radius. */
  readonly damage: number;
  readonly rim: number;
}

interface WeaponBase {
  readonly id: WeaponId;
  readonly key: WeaponKey;
  /** What players read. */
  readonly name: string;
  /** Its one idea, in a line. */
  readonly idea: string;
  /** Health taken by one hit, or by one pellet; 0 for what only explodes. */
  readonly damage: number;
  /** Ticks between two pulls of the trigger. */
  readonly cooldownTicks: number;
  /** Ticks for which the trigger is held before the shot leaves; 0 for at once. */
  readonly chargeTicks: number;
  /** Ticks before it can fire when it has just been drawn. */
  readonly drawTicks: number;
  /** Shots that one pull fires, and the ticks between them. */
  readonly rounds: number;
  readonly roundGapTicks: number;
  /** Rays that leave at once with each shot. */
  readonly pellets: number;
  /** px from the drone's centre to where shots leave. */
  readonly muzzle: number;
  /** Half angle in radians of the seeded scatter around the aim. */
  readonly spread: number;
  /** How far it reaches, in px. */
  readonly range: number;
  readonly magazine: Magazine | null;
}

/** Fires something that flies straight and can be dodged. */
export interface BoltWeapon extends WeaponBase {
  readonly kind: "bolt";
  /** px/s. */
  readonly speed: number;
  readonly boltRadius: number;
}

/** Hits on the tick it fires; lag compensated. */
export interface HitscanWeapon extends WeaponBase {
  readonly kind: "hitscan";
  /** Whether the ray goes on through drones, up to the first wall. */
  readonly pierces: boolean;
}

/** Lobs something that bounces off walls and bursts on a drone or when its time is over. */
export interface GrenadeWeapon extends WeaponBase {
  readonly kind: "grenade";
  /** px/s as it leaves. */
  readonly speed: number;
  readonly boltRadius: number;
  /** Part of the speed that is left after a bounce. */
  readonly bounce: number;
  readonly fuseTicks: number;
  readonly blast: Blast;
}

/** Leaves something behind that waits for an enemy. */
export interface MineWeapon extends WeaponBase {
  readonly kind: "mine";
  readonly armTicks: number;
  /** px within which an enemy sets it off. */
  readonly triggerRadius: number;
  /** px within which an enemy notices it. */
  readonly noticeRadius: number;
  /** How many of them one player may have out; the oldest one gives way. */
  readonly most: number;
  readonly lifeTicks: number;
  readonly blast: Blast;
}

/** What flies and stays in the air for a while. */
export type FlyingWeapon = BoltWeapon | GrenadeWeapon;

export type Weapon = BoltWeapon | HitscanWeapon | GrenadeWeapon | MineWeapon;

/** All weapons, indexed by id. */
export const WEAPONS: readonly Weapon[] = [
  {
    id: WeaponId.pulse,
    key: "pulse",
    name: "Pulse",
    idea: "Fast bolts without end; always at hand.",
    kind: "bolt",
    damage: 11,
    cooldownTicks: 9,
    chargeTicks: 0,
    drawTicks: 8,
    rounds: 1,
    roundGapTicks: 0,
    pellets: 1,
    muzzle: 22,
    spread: 0,
    range: 700,
    magazine: null,
    speed: 900,
    boltRadius: 4,
  },
  {
    id: WeaponId.burst,
    key: "burst",
    name: "Burst",
    idea: "Three rays a pull; true at any distance.",
    kind: "hitscan",
    damage: 12,
    cooldownTicks: 32,
    chargeTicks: 0,
    drawTicks: 14,
    rounds: 3,
    roundGapTicks: 4,
    pellets: 1,
    muzzle: 22,
    spread: 0.012,
    range: 640,
    pierces: false,
    magazine: { rounds: 18, reloadTicks: seconds(1.25), spare: 54, racked: 36 },
  },
  {
    id: WeaponId.scatter,
    key: "scatter",
    name: "Scatter",
    idea: "A fan of nine pellets; two hits end a fight at arm's length.",
    kind: "hitscan",
    damage: 8,
    cooldownTicks: 50,
    chargeTicks: 0,
    drawTicks: 14,
    rounds: 1,
    roundGapTicks: 0,
    pellets: 9,
    muzzle: 20,
    spread: 0.2,
    range: 290,
    pierces: false,
    magazine: { rounds: 6, reloadTicks: seconds(1.6), spare: 18, racked: 12 },
  },
  {
    id: WeaponId.rail,
    key: "rail",
    name: "Rail",
    idea: "Hold to charge; goes through everybody, and the beam shows where you are.",
    kind: "hitscan",
    damage: 80,
    cooldownTicks: 50,
    chargeTicks: 36,
    drawTicks: 20,
    rounds: 1,
    roundGapTicks: 0,
    pellets: 1,
    muzzle: 24,
    spread: 0,
    range: 1300,
    pierces: true,
    magazine: { rounds: 3, reloadTicks: seconds(1.8), spare: 9, racked: 6 },
  },
  {
    id: WeaponId.launcher,
    key: "launcher",
    name: "Launcher",
    idea: "A grenade that bounces around corners; hurts you too.",
    kind: "grenade",
    damage: 0,
    cooldownTicks: 44,
    chargeTicks: 0,
    drawTicks: 16,
    rounds: 1,
    roundGapTicks: 0,
    pellets: 1,
    muzzle: 22,
    spread: 0,
    range: 510,
    speed: 540,
    boltRadius: 6,
    bounce: 0.62,
    fuseTicks: 96,
    blast: { radius: 104, damage: 82, rim: 20 },
    magazine: { rounds: 4, reloadTicks: seconds(2.2), spare: 12, racked: 8 },
  },
  {
    id: WeaponId.mine,
    key: "mine",
    name: "Mine",
    idea: "Waits where you left it; seen only from near.",
    kind: "mine",
    damage: 0,
    cooldownTicks: 40,
    chargeTicks: 0,
    drawTicks: 12,
    rounds: 1,
    roundGapTicks: 0,
    pellets: 1,
    muzzle: 0,
    spread: 0,
    range: 0,
    armTicks: seconds(1),
    triggerRadius: 58,
    noticeRadius: 150,
    most: 4,
    lifeTicks: seconds(60),
    blast: { radius: 98, damage: 100, rim: 40 },
    magazine: { rounds: 3, reloadTicks: seconds(1), spare: 6, racked: 4 },
  },
];

/** The weapon that everybody has. */
export const STARTER: WeaponId = WeaponId.pulse;

/** The weapon of an id. Throws a RangeError for an id that no weapon has. */
export function weaponOf(id: number): Weapon {
  const weapon = WEAPONS[id];
  if (weapon === undefined) throw new RangeError(`no weapon has the id ${id}`);
  return weapon;
}
