import { castRay } from "../../../shared/arena/index.ts";
import { DRONE, seconds, type Weapon, weaponOf } from "../../../shared/content/index.ts";
import { angleTo, directionOf } from "../../../shared/math/index.ts";
import { Button, type Command, carries } from "../../../shared/sim/index.ts";
import { isTarget } from "../targets.ts";
import type { Fighter } from "../world.ts";
import { isInSalvo, leadAngle, offAim, turnHand } from "./aiming.ts";
import { favourite, leastDistance, wantsReload, weaponFor, weaponToReload } from "./arsenal.ts";
import { isAlarmed } from "./hearing.ts";
import { isQuiet, isWithin, type Mind } from "./mind.ts";
import { type Belief, believe, isInEye, type Sighting, type Surroundings } from "./perception.ts";
import { MINE } from "./trapping.ts";

/** px from where a mine is to be laid at which it is. */
const LAID_WITHIN = 16;
/** How much farther off the aim may be while a weapon charges, for there is time to settle, and when the shot leaves. */
const CHARGE_SLACK = 6;
const RELEASE_SLACK = 1.5;
/** Ticks before the end of a charge at which the trigger is let go unless the aim is right. */
const LAST_TICKS = 4;
/** Part of the fan of pellets by which the aim may be off. */
const FAN_PART = 0.5;
/** Radians off the aim at which a grenade is thrown round a corner. */
const LOB_SLACK = 0.06;

/** Scratch of a tick. */
const belief: Belief = { x: 0, y: 0, vx: 0, vy: 0 };
const direction = { x: 0, y: 0 };

/** The direction in which a bot without an enemy in its eye holds the weapon. */
function idleAngle(mind: Mind, self: Fighter, tick: number): number {
  const { alarm, hand, steer, place } = mind;
  if (isAlarmed(alarm, tick)) return alarm.angle;
  if (mind.about === "hunt") return angleTo(place.x - self.player.x, place.y - self.player.y);
  if (tick >= mind.glanceUntil) {
    mind.glance = mind.random.bell() * 0.6;
    mind.glanceUntil = tick + seconds(0.6) + mind.random.int(seconds(1.2));
  }
  return steer.x === 0 && steer.y === 0 ? hand.angle : angleTo(steer.x, steer.y) + mind.glance;
}

/** Whether nothing stands between the muzzle and where the enemy is thought to be. */
function isClear(mind: Mind, self: Fighter, distance: number): boolean {
  directionOf(mind.hand.angle, direction);
  const needed = Math.max(0, distance - DRONE.radius * 2);
  return castRay(mind.arena, self.player.x, self.player.y, direction.x, direction.y, needed) >= needed;
}

/** Lays a mine: draws it, and pulls when it is ready. */
function layMine(self: Fighter, out: Command): void {
  out.pick = MINE.id + 1;
  if (self.player.weapon === MINE.id) out.buttons |= Button.fire;
}

/** Sees to the weapons in a quiet moment: fills their magazines, then holds the one it likes best. */
function tidyUp(mind: Mind, self: Fighter, out: Command): void {
  const { player } = self;
  const weapon = weaponToReload(player) ?? favourite(player, mind.traits, mind.temper.distance);
  out.pick = weapon.id + 1;
  if (player.weapon === weapon.id && wantsReload(player, weapon)) out.buttons |= Button.reload;
}

/** Throws a grenade round a corner, at where somebody is remembered to be. */
function throwLob(mind: Mind, self: Fighter, weapon: Weapon, angle: number, out: Command): void {
  out.pick = weapon.id + 1;
  turnHand(mind.hand, angle, mind.traits, mind.random);
  if (self.player.weapon !== weapon.id || self.player.cooldown > 1 || offAim(mind.hand) > LOB_SLACK) return;
  out.buttons |= Button.fire;
  mind.lob = null;
}

function handleQuiet(mind: Mind, world: Surroundings, self: Fighter, out: Command): void {
  const { tick } = world.state;
  const { lob } = mind;
  const isThere = mind.about === "lay" && isWithin(self, mind.place, LAID_WITHIN);
  if (lob !== null && tick < lob.until && carries(self.player, lob.weapon)) {
    throwLob(mind, self, lob.weapon, lob.angle, out);
    return;
  }
  turnHand(mind.hand, idleAngle(mind, self, tick), mind.traits, mind.random);
  if (isThere || tick < mind.layUntil) layMine(self, out);
  else if (isQuiet(mind, tick)) tidyUp(mind, self, out);
}

/** Whether the trigger of a weapon that charges is held: while the aim settles, and to the end only if it has. */
function holdsCharge(mind: Mind, self: Fighter, weapon: Weapon, slack: number): boolean {
  const isDue = self.player.charge >= weapon.chargeTicks - LAST_TICKS;
  return offAim(mind.hand) <= slack * (isDue ? RELEASE_SLACK : CHARGE_SLACK);
}

function handleTarget(mind: Mind, world: Surroundings, self: Fighter, target: Sighting, out: Command): void {
  const { tick } = world.state;
  const { player } = self;
  const { traits, hand, random } = mind;
  believe(target, tick, traits.trackingTicks, belief);
  const weapon = weaponOf(player.weapon);
  const dx = belief.x - player.x;
  const dy = belief.y - player.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  turnHand(hand, leadAngle(player, belief, weapon), traits, random);
  if (tick < mind.layUntil) {
    layMine(self, out);
    return;
  }
  // A charge under way is not given up for a weapon that would be a little better now.
  if (player.charge === 0)
    out.pick = weaponFor(player, distance, traits, mind.temper.distance, mind.crowd).id + 1;
  if (!isTarget(target.fighter) || distance > weapon.range || distance < leastDistance(weapon)) return;
  const fan = weapon.pellets > 1 ? weapon.spread * FAN_PART : 0;
  const slack = angleTo(distance, DRONE.radius * (1 + traits.triggerSlack)) + fan;
  if (weapon.chargeTicks > 0) {
    if (holdsCharge(mind, self, weapon, slack) && isClear(mind, self, distance)) out.buttons |= Button.fire;
    return;
  }
  if (offAim(hand) > slack || !isClear(mind, self, distance)) return;
  if (isInSalvo(mind.salvo, tick, traits, random)) out.buttons |= Button.fire;
}

/** Writes what the hands do in this tick into a command: the weapon in them and the trigger. */
export function handleWeapons(mind: Mind, world: Surroundings, self: Fighter, out: Command): void {
  const { target } = mind;
  if (target !== null && isInEye(target, world.state.tick)) handleTarget(mind, world, self, target, out);
  else handleQuiet(mind, world, self, out);
  out.aim = mind.hand.angle;
}
