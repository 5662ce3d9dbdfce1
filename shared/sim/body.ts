import {
  DRONE,
  type Magazine,
  STARTER,
  WEAPONS,
  type Weapon,
  type WeaponKey,
  weaponOf,
} from "../content/index.ts";

/**
 * All that the step reads and writes of one drone. A schema instance on the server and the client's predicted copy
 * both have this shape; each field survives the wire unchanged, so both compute the same next value.
 */
export interface Body {
  x: number;
  y: number;
  vx: number;
  vy: number;
  /** A `Life`: out of play, flying, or held where it is before a round begins. */
  alive: number;
  /** Buttons of the last command, to tell a press from a hold. */
  held: number;
  dashCharges: number;
  /** Ticks that the dash under way still lasts; steering is off meanwhile. */
  dashTicks: number;
  /** Ticks that the next dash charge has gathered. */
  dashRecharge: number;
  /** Id of the weapon in hand. */
  weapon: number;
  /** Ticks until the trigger answers again. */
  cooldown: number;
  /** Shots of the pull under way that are still to come. */
  roundsLeft: number;
  /** Ticks until the next of them. */
  roundGap: number;
  /** Ticks until the magazine is full again; 0 when not reloading. */
  reload: number;
  /** Ticks for which the trigger of a weapon that charges has been held. */
  charge: number;
  /** Ticks that the overclock still lasts. */
  overclock: number;
  /** 1 while it carries a packet: it cannot dash then. */
  laden: number;
  /** Rounds in the magazine of each weapon that has one, and those carried besides. */
  burstLoaded: number;
  burstSpare: number;
  scatterLoaded: number;
  scatterSpare: number;
  railLoaded: number;
  railSpare: number;
  launcherLoaded: number;
  launcherSpare: number;
  mineLoaded: number;
  mineSpare: number;
}

/** What `Body.alive` may be. Whoever is held is there to be seen, but neither moves nor fires. */
export const Life = { out: 0, flying: 1, held: 2 } as const;

/** The names of all fields of a body, in a fixed order: what a client reconciles and what a test compares. */
export const BODY_FIELDS = [
  "x",
  "y",
  "vx",
  "vy",
  "alive",
  "held",
  "dashCharges",
  "dashTicks",
  "dashRecharge",
  "weapon",
  "cooldown",
  "roundsLeft",
  "roundGap",
  "reload",
  "charge",
  "overclock",
  "laden",
  "burstLoaded",
  "burstSpare",
  "scatterLoaded",
  "scatterSpare",
  "railLoaded",
  "railSpare",
  "launcherLoaded",
  "launcherSpare",
  "mineLoaded",
  "mineSpare",
] as const satisfies readonly (keyof Body)[];

/** Where the rounds of a weapon with a magazine are counted. */
export interface AmmoFields {
  readonly loaded: Extract<keyof Body, `${string}Loaded`>;
  readonly spare: Extract<keyof Body, `${string}Spare`>;
}

const AMMO_FIELDS: Readonly<Record<WeaponKey, AmmoFields | null>> = {
  pulse: null,
  burst: { loaded: "burstLoaded", spare: "burstSpare" },
  scatter: { loaded: "scatterLoaded", spare: "scatterSpare" },
  rail: { loaded: "railLoaded", spare: "railSpare" },
  launcher: { loaded: "launcherLoaded", spare: "launcherSpare" },
  mine: { loaded: "mineLoaded", spare: "mineSpare" },
};

/** The fields that count the rounds of a weapon; null for one that never runs dry. */
export function ammoFields(weapon: Weapon): AmmoFields | null {
  return AMMO_FIELDS[weapon.key];
}

/** Rounds in the magazine; Infinity for a weapon that has none. */
export function loadedOf(body: Body, weapon: Weapon): number {
  const fields = ammoFields(weapon);
  return fields === null ? Number.POSITIVE_INFINITY : body[fields.loaded];
}

/** Rounds in the magazine and besides; Infinity for a weapon that never runs dry. */
export function roundsOf(body: Body, weapon: Weapon): number {
  const fields = ammoFields(weapon);
  return fields === null ? Number.POSITIVE_INFINITY : body[fields.loaded] + body[fields.spare];
}

/** Whether a drone has a weapon: one that can still fire. */
export function carries(body: Body, weapon: Weapon): boolean {
  return roundsOf(body, weapon) > 0;
}

/**
 * Gives rounds for a weapon, and with them the weapon: the magazine first, then the rest, up to what can be carried.
 * @returns how many were taken
 */
export function giveRounds(body: Body, weapon: Weapon, rounds: number): number {
  const fields = ammoFields(weapon);
  if (fields === null || weapon.magazine === null) return 0;
  // A weapon that is carried already is not reloaded by what is picked up.
  const room = carries(body, weapon) ? 0 : weapon.magazine.rounds;
  const loaded = Math.min(room, rounds);
  const spare = Math.min(weapon.magazine.spare - body[fields.spare], rounds - loaded);
  body[fields.loaded] += loaded;
  body[fields.spare] += spare;
  return loaded + spare;
}

/** Takes all rounds of a weapon away, and with them the weapon. Returns how many there were. */
export function takeRounds(body: Body, weapon: Weapon): number {
  const fields = ammoFields(weapon);
  if (fields === null) return 0;
  const rounds = body[fields.loaded] + body[fields.spare];
  body[fields.loaded] = 0;
  body[fields.spare] = 0;
  return rounds;
}

/** Fills the magazine from what is carried besides. */
export function loadMagazine(body: Body, fields: AmmoFields, magazine: Magazine): void {
  const loaded = Math.min(magazine.rounds - body[fields.loaded], body[fields.spare]);
  body[fields.loaded] += loaded;
  body[fields.spare] -= loaded;
}

/** Puts a weapon into the hand; a pull, a charge or a reload under way is given up. */
export function drawWeapon(body: Body, id: number): void {
  body.weapon = id;
  body.cooldown = Math.max(body.cooldown, weaponOf(id).drawTicks);
  body.roundsLeft = 0;
  body.roundGap = 0;
  body.reload = 0;
  body.charge = 0;
}

/** Puts a drone into play: at rest, charged, with nothing but the weapon that everybody has. */
export function reviveBody(body: Body, x: number, y: number): void {
  body.x = x;
  body.y = y;
  body.vx = 0;
  body.vy = 0;
  body.alive = Life.flying;
  body.dashCharges = DRONE.dash.charges;
  body.dashTicks = 0;
  body.dashRecharge = 0;
  body.cooldown = 0;
  body.roundsLeft = 0;
  body.roundGap = 0;
  body.reload = 0;
  body.charge = 0;
  body.overclock = 0;
  body.laden = 0;
  body.weapon = STARTER;
  for (const weapon of WEAPONS) takeRounds(body, weapon);
}

/** Takes a drone out of play where it is. */
export function killBody(body: Body): void {
  body.alive = Life.out;
  body.vx = 0;
  body.vy = 0;
  body.dashTicks = 0;
  body.roundsLeft = 0;
  body.reload = 0;
  body.charge = 0;
  body.overclock = 0;
  body.laden = 0;
}

/** A body out of play, to be filled from elsewhere. */
export function createBody(): Body {
  return {
    x: 0,
    y: 0,
    vx: 0,
    vy: 0,
    alive: 0,
    held: 0,
    dashCharges: 0,
    dashTicks: 0,
    dashRecharge: 0,
    weapon: 0,
    cooldown: 0,
    roundsLeft: 0,
    roundGap: 0,
    reload: 0,
    charge: 0,
    overclock: 0,
    laden: 0,
    burstLoaded: 0,
    burstSpare: 0,
    scatterLoaded: 0,
    scatterSpare: 0,
    railLoaded: 0,
    railSpare: 0,
    launcherLoaded: 0,
    launcherSpare: 0,
    mineLoaded: 0,
    mineSpare: 0,
  };
}
