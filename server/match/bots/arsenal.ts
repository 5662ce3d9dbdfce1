import { DRONE, STARTER, TICK_S, WEAPONS, type Weapon, weaponOf } from "../../../shared/content/index.ts";
import { ammoFields, type Body, carries, loadedOf } from "../../../shared/sim/index.ts";
import type { BotTraits } from "./traits.ts";

/** Aim error in radians that following a moving enemy adds to that of the hand. */
const TRACKING_ERROR = 0.02;
/** Part of a second after which an enemy has changed its mind about where to go: a slow shot is late by then. */
const CHANGE_OF_MIND_S = 1.1;
/** What lands at once cannot be answered: added worth of a pull that would destroy a drone by itself. */
const ALPHA_WORTH = 0.5;
/** Rounds that were fetched are there to be fired: they would be lost with the next death. */
const FETCHED_WORTH = 1.3;
/** A weapon that has to be drawn must be better by this much than the one in hand. */
const DRAW_WORTH = 1.2;
/** An empty magazine that is being filled is worth this part of a full one. */
const RELOAD_WORTH = 0.35;
/** Nearer than its blast reaches, plus this many px, a weapon that explodes is no choice. */
const BLAST_MARGIN = 36;
/** Part of a blast that an enemy takes on average whom the grenade itself misses. */
const SPLASH_PART = 0.22;

/** Chance 0..1 that a pull hits a drone at a distance in px; of a fan of pellets the mean part that does. */
function hitChance(weapon: Weapon, distance: number, traits: BotTraits): number {
  const girth = weapon.kind === "bolt" || weapon.kind === "grenade" ? weapon.boltRadius : 0;
  const size = DRONE.radius + girth;
  const off = distance * (traits.aimError + TRACKING_ERROR);
  if (weapon.pellets > 1) {
    const fan = distance * weapon.spread;
    return (Math.min(1, size / fan) * (size + fan)) / (size + fan + off);
  }
  const flight = "speed" in weapon ? distance / weapon.speed : 0;
  const outdated = Math.min(0.85, flight / CHANGE_OF_MIND_S);
  return ((1 - outdated) * size) / (size + off);
}

/** Distance in px below which a weapon hurts its own shooter. */
export function leastDistance(weapon: Weapon): number {
  return "blast" in weapon ? weapon.blast.radius + BLAST_MARGIN : 0;
}

/**
 * What a weapon promises against an enemy at a distance in px: about the health taken in a second, by the numbers of the
 * weapon and the bot's own hand.
 * @param crowd how many enemies are so close together, or in one line, that such a weapon may hit all of them
 */
export function promiseOf(weapon: Weapon, distance: number, traits: BotTraits, crowd = 1): number {
  if (weapon.kind === "mine" || distance > weapon.range || distance < leastDistance(weapon)) return 0;
  const blast = weapon.kind === "grenade" ? weapon.blast.damage : 0;
  const most = weapon.damage * weapon.pellets * weapon.rounds + blast;
  const chance = hitChance(weapon, distance, traits);
  const mean = most * chance + blast * (1 - chance) * SPLASH_PART;
  const several = weapon.kind === "grenade" || (weapon.kind === "hitscan" && weapon.pierces) ? crowd : 1;
  const pull = (weapon.cooldownTicks + weapon.chargeTicks) * TICK_S;
  const alpha = 1 + ALPHA_WORTH * Math.min(1, most / DRONE.health);
  return (mean * several * alpha * (weapon.id === STARTER ? 1 : FETCHED_WORTH)) / pull;
}

/** The distance in px at which a weapon is best fought with. Follows from its kind, its reach and its fan. */
export function comfortOf(weapon: Weapon): number {
  switch (weapon.kind) {
    case "bolt":
      return weapon.range * 0.27;
    case "grenade":
      return leastDistance(weapon) + weapon.speed * 0.2;
    case "mine":
      return weapon.blast.radius * 2;
    case "hitscan":
      // Where half of the pellets still hit; what needs no luck is used from as far as one sees.
      if (weapon.pellets > 1) return (DRONE.radius * 2) / weapon.spread - DRONE.radius * 2;
      return Math.min(420, weapon.range * 0.53);
  }
}

/** What is left of a weapon's promise by the state of its magazine: nothing when it has no rounds at all. */
function readiness(body: Body, weapon: Weapon): number {
  if (!carries(body, weapon)) return 0;
  const loaded = loadedOf(body, weapon);
  if (loaded > 0 && !(body.weapon === weapon.id && body.reload > 0)) return 1;
  return body.weapon === weapon.id ? RELOAD_WORTH : RELOAD_WORTH / 2;
}

/** How much a weapon that is fought with from `comfort` px suits somebody who likes it near (-1) or far (1). */
export function tasteFor(weapon: Weapon, preference: number): number {
  const far = Math.max(-1, Math.min(1, (comfortOf(weapon) - 220) / 220));
  return 1 + 0.35 * preference * far;
}

/** The weapon to fight with at a distance in px, among those that are carried. */
export function weaponFor(
  body: Body,
  distance: number,
  traits: BotTraits,
  preference: number,
  crowd = 1,
): Weapon {
  let best = weaponOf(STARTER);
  let most = 0;
  for (const weapon of WEAPONS) {
    const ready = readiness(body, weapon);
    if (ready === 0) continue;
    const held = weapon.id === body.weapon ? DRAW_WORTH : 1;
    const worth = promiseOf(weapon, distance, traits, crowd) * ready * held * tasteFor(weapon, preference);
    if (worth <= most) continue;
    most = worth;
    best = weapon;
  }
  return best;
}

/** The weapon that a bot would rather fight with than any other that it carries, each from where it is best. */
export function favourite(body: Body, traits: BotTraits, preference: number): Weapon {
  let best = weaponOf(STARTER);
  let most = 0;
  for (const weapon of WEAPONS) {
    const ready = readiness(body, weapon);
    if (ready === 0) continue;
    const worth = promiseOf(weapon, comfortOf(weapon), traits) * ready * tasteFor(weapon, preference);
    if (worth <= most) continue;
    most = worth;
    best = weapon;
  }
  return best;
}

/** Whether the magazine of a weapon has room and there are rounds to fill it with. */
export function wantsReload(body: Body, weapon: Weapon): boolean {
  const fields = ammoFields(weapon);
  if (fields === null || weapon.magazine === null) return false;
  return body[fields.loaded] < weapon.magazine.rounds && body[fields.spare] > 0;
}

/** A weapon with a magazine to fill in a quiet moment: the one in hand before the others; null when all are full. */
export function weaponToReload(body: Body): Weapon | null {
  const inHand = weaponOf(body.weapon);
  if (wantsReload(body, inHand)) return inHand;
  for (const weapon of WEAPONS) if (wantsReload(body, weapon)) return weapon;
  return null;
}

/** Part 0..1 of a weapon's spare rounds that is missing; 0 for what never runs dry. */
export function lackOf(body: Body, weapon: Weapon): number {
  const fields = ammoFields(weapon);
  if (fields === null || weapon.magazine === null) return 0;
  return 1 - body[fields.spare] / weapon.magazine.spare;
}

/** Whether a drone has nothing to fight with but the weapon that everybody has. */
export function isUnarmed(body: Body): boolean {
  for (const weapon of WEAPONS) {
    if (weapon.id !== STARTER && weapon.kind !== "mine" && carries(body, weapon)) return false;
  }
  return true;
}
