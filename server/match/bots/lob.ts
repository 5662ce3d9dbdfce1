import { type Arena, inSight, type Spot } from "../../../shared/arena/index.ts";
import { DRONE, type GrenadeWeapon, seconds, WEAPONS } from "../../../shared/content/index.ts";
import { angleTo } from "../../../shared/math/index.ts";
import {
  blastDamage,
  createShot,
  type Grenade,
  grenadeMeets,
  launchGrenade,
  loadedOf,
  shotOf,
  stepGrenade,
} from "../../../shared/sim/index.ts";
import type { Fighter } from "../world.ts";
import { isWithin, type Mind } from "./mind.ts";

/** How far to the side of a place a bounce is looked for, in radians. */
const WIDEST = 1.25;
/** A try that would take less than this much health is not worth the grenade. */
const LEAST_DAMAGE = 30;

/** An enemy who has been gone for longer is somewhere else. */
const LONGEST_AGO = seconds(2.5);
/** How long the idea is kept while the weapon is drawn and the hand turns. */
const HOLD_TICKS = seconds(0.8);

const LAUNCHER: GrenadeWeapon = WEAPONS.find((weapon) => weapon.kind === "grenade")!;

/** Scratch of a throw. */
const shot = createShot();
const grenade: Grenade = { x: 0, y: 0, vx: 0, vy: 0, age: 0 };

/**
 * Thinks one throw through: would a grenade that leaves at an angle burst near enough to a place out of sight, and far
 * enough from its thrower?
 */
function pays(arena: Arena, self: Spot, angle: number, place: Spot): boolean {
  const weapon = LAUNCHER;
  launchGrenade(weapon, shotOf(arena, weapon, self, angle, 0, 0, 0, shot), grenade);
  while (grenade.age < weapon.fuseTicks && !grenadeMeets(weapon, grenade, place.x, place.y)) {
    stepGrenade(arena, weapon, grenade);
  }
  const dx = grenade.x - self.x;
  const dy = grenade.y - self.y;
  const safe = weapon.blast.radius + DRONE.radius;
  if (dx * dx + dy * dy < safe * safe && inSight(arena, grenade.x, grenade.y, self.x, self.y)) return false;
  return blastDamage(arena, weapon.blast, grenade.x, grenade.y, place) >= LEAST_DAMAGE;
}

/**
 * Thinks of a throw round a corner at an enemy who has just gone out of sight, for whoever carries a launcher that is
 * loaded. Each call thinks one of them through: the good one comes to mind, or it does not.
 */
export function considerLob(mind: Mind, self: Fighter, tick: number): void {
  const { target, random } = mind;
  if (target === null || target.visible || tick - target.seenAt > LONGEST_AGO) return;
  if (mind.lob !== null && tick < mind.lob.until) return;
  if (loadedOf(self.player, LAUNCHER) === 0 || !isWithin(self, target, LAUNCHER.range)) return;
  const straight = angleTo(target.x - self.player.x, target.y - self.player.y);
  const angle = straight + random.range(-WIDEST, WIDEST);
  if (pays(mind.arena, self.player, angle, target))
    mind.lob = { weapon: LAUNCHER, angle, until: tick + HOLD_TICKS };
}
