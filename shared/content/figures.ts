import { DRONE } from "./drone.ts";
import { TICK_HZ } from "./time.ts";
import type { Weapon } from "./weapons.ts";

/** What an explosion, or all that one pull fires, takes from a drone at most. */
function mostPerPull(weapon: Weapon): number {
  switch (weapon.kind) {
    case "bolt":
    case "hitscan":
      return weapon.damage * weapon.pellets * weapon.rounds;
    case "grenade":
    case "mine":
      return weapon.blast.damage * weapon.rounds;
  }
}

/** How far a weapon reaches from the middle of its drone, in px. */
export function reachOf(weapon: Weapon): number {
  return weapon.kind === "mine" ? weapon.triggerRadius : weapon.muzzle + weapon.range;
}

/**
 * Part 0..1 of a fan that meets a drone at a distance in px, when the aim is perfect: the drone's width against that of
 * the fan, which is spread evenly over its angle.
 */
function partThatMeets(weapon: Weapon, distance: number): number {
  const fan = distance * weapon.spread;
  return fan > DRONE.radius ? DRONE.radius / fan : 1;
}

/** Health that one pull of the trigger takes from a drone at a distance in px, when the aim is perfect; 0 out of reach. */
export function damagePerPull(weapon: Weapon, distance: number): number {
  return distance > reachOf(weapon) ? 0 : mostPerPull(weapon) * partThatMeets(weapon, distance);
}

/** Ticks from one pull of the trigger to the next, while there are rounds in the magazine. */
function ticksPerPull(weapon: Weapon): number {
  return weapon.cooldownTicks + weapon.chargeTicks;
}

/** Damage a second while the magazine lasts. */
export function quickDamagePerSecond(weapon: Weapon, distance: number): number {
  return (damagePerPull(weapon, distance) / ticksPerPull(weapon)) * TICK_HZ;
}

/** Damage a second in the long run, reloads counted. */
export function lastingDamagePerSecond(weapon: Weapon, distance: number): number {
  const { magazine } = weapon;
  if (magazine === null) return quickDamagePerSecond(weapon, distance);
  const pulls = magazine.rounds / weapon.rounds;
  // The last pull of a magazine is followed by the reload instead of the cooldown, whichever takes longer.
  const pause = Math.max(0, magazine.reloadTicks - weapon.cooldownTicks);
  const ticks = pulls * ticksPerPull(weapon) + pause;
  return ((damagePerPull(weapon, distance) * pulls) / ticks) * TICK_HZ;
}
