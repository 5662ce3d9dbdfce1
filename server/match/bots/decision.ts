import { inSight, type Spot } from "../../../shared/arena/index.ts";
import { modeOf, seconds } from "../../../shared/content/index.ts";
import { angleTo, turnBetween } from "../../../shared/math/index.ts";
import { NOBODY } from "../../../shared/state/index.ts";
import type { Fighter } from "../world.ts";
import { beginSalvo, flick } from "./aiming.ts";
import { favourite, isUnarmed } from "./arsenal.ts";
import { courierErrand } from "./courier.ts";
import { type Errand, teamOf } from "./errand.ts";
import { evade, hurries } from "./evasion.ts";
import { shunGrenade } from "./hazards.ts";
import { isAlarmed } from "./hearing.ts";
import { considerLob } from "./lob.ts";
import { comfortFor, isQuiet, isWithin, type Mind, type Pursuit } from "./mind.ts";
import { nextWaypoint, wayLength } from "./navigation.ts";
import { isInEye, isKnown, type Surroundings } from "./perception.ts";
import { placeAround } from "./places.ts";
import { bestFind, lookAtStock } from "./stock.ts";
import { chooseTarget, crowdAt, isChargedAt, keepApart, stepFootwork } from "./tactics.ts";
import { leavesMine, minesInPassing, placeForMine } from "./trapping.ts";
import { uplinkErrand } from "./uplink.ts";

/** px from a place at which a bot has arrived. */
const ARRIVED = 30;
/** How long an enemy out of sight is followed by the most aggressive. */
const HUNT_TICKS = seconds(4);
/** px around an errand within which an enemy out of sight is followed at all. */
const HUNT_AROUND_ERRAND = 420;
/** How long somebody runs, and how long after that it fights whatever happens. */
const FLIGHT_TICKS = seconds(2.5);
const FLIGHT_PAUSE = seconds(6);
/** Places that are looked at for one to run or go to; px of way that it may be away. */
const LOOKED_AT = 5;
const RUN_WITHIN = 800;
/** px around a mate in which a bot of a team wanders. */
const MATE_REACH = 420;
/** Radians off what was heard within which a place lies in that direction. */
const ALARM_CONE = 0.6;
/** px within which enemies stand in a heap. */
const HEAP = 90;
/** How long it holds a mine in hand to leave it on the way: as long as it takes to draw it, and a little. */
const LAYING_TICKS = seconds(0.5);
/** Chance for each decision to use a dash while running under fire. */
const FLIGHT_DASH_CHANCE = 0.06;

function errandOf(mind: Mind, world: Surroundings, self: Fighter): Errand | null {
  if (world.state.packets.length > 0) return courierErrand(mind, world, self);
  if (world.state.zone !== NOBODY) return uplinkErrand(mind, world, self);
  return null;
}

/** Looks for the enemy to attend to; a new one is aimed at with a first flick. */
function attend(mind: Mind, self: Fighter, tick: number): void {
  const { perception, hand, traits, random } = mind;
  const chosen = chooseTarget(perception, self, mind.target, tick);
  if (chosen !== mind.target && chosen !== null) {
    flick(hand, traits, random);
    beginSalvo(mind.salvo, tick, random);
  }
  mind.target = chosen;
  mind.crowd = chosen === null ? 1 : crowdAt(perception, self, chosen, tick, HEAP);
}

/** A place to run to: out of the enemy's sight, and nearer to oneself than to the enemy. */
function hidingPlace(mind: Mind, self: Fighter, enemy: Spot): Spot | null {
  const { arena, navigation, places, random } = mind;
  for (let i = 0; i < LOOKED_AT; i++) {
    const place = random.pick(places);
    if (inSight(arena, enemy.x, enemy.y, place.x, place.y)) continue;
    const way = wayLength(navigation, self.player, place);
    if (way < RUN_WITHIN && way < wayLength(navigation, enemy, place)) return place;
  }
  return null;
}

/** Somewhere to go without a reason: anywhere, in a team rather where a mate is. */
function somewhere(mind: Mind, world: Surroundings, self: Fighter): Spot {
  const { random, places, temper } = mind;
  let place = random.pick(places);
  const mates = modeOf(world.state.mode).teams ? teamOf(world, self).filter((mate) => mate !== self) : [];
  if (mates.length === 0 || random.next() < temper.aggression * 0.5) return place;
  const mate = random.pick(mates);
  for (let i = 0; i < LOOKED_AT * 4 && !isWithin(mate, place, MATE_REACH); i++) place = random.pick(places);
  return place;
}

/** A place in the direction of an alarm; null when none comes to mind. */
function placeTowards(mind: Mind, self: Fighter, angle: number): Spot | null {
  const { random, places } = mind;
  for (let i = 0; i < LOOKED_AT * 2; i++) {
    const place = random.pick(places);
    const towards = angleTo(place.x - self.player.x, place.y - self.player.y);
    if (Math.abs(turnBetween(angle, towards)) < ALARM_CONE && isWithin(self, place, RUN_WITHIN)) return place;
  }
  return null;
}

/** Where to be within an errand: on the way to it, or here and there around its place. */
function placeOf(mind: Mind, errand: Errand, self: Fighter, tick: number): Spot {
  const { random, arena } = mind;
  if (errand.radius === 0 || !isWithin(self, errand.place, errand.radius * 1.2)) {
    mind.post = null;
    return errand.place;
  }
  if (mind.post === null || tick >= mind.postUntil || !isAround(mind.post, errand)) {
    const angle = random.range(0, Math.PI * 2);
    mind.post = placeAround(arena, errand.place, angle, random.range(0.2, 1) * errand.radius);
    mind.postUntil = tick + seconds(0.8) + random.int(seconds(1.6));
  }
  return mind.post;
}

function isAround(post: Spot, errand: Errand): boolean {
  const dx = post.x - errand.place.x;
  const dy = post.y - errand.place.y;
  return dx * dx + dy * dy <= errand.radius * errand.radius * 1.1;
}

/** Whether an enemy that has gone out of sight is worth following. */
function huntsOn(mind: Mind, tick: number): boolean {
  const { target, errand, temper } = mind;
  if (target === null || !isKnown(target, tick)) return false;
  if (tick - target.seenAt > HUNT_TICKS * (0.35 + 0.65 * temper.aggression)) return false;
  if (errand === null) return true;
  if (errand.holds) return false;
  const dx = errand.place.x - target.x;
  const dy = errand.place.y - target.y;
  const reach = HUNT_AROUND_ERRAND * (1.2 - temper.zeal);
  return dx * dx + dy * dy < reach * reach;
}

/** What can be fetched and is worth it at the moment; in a fight only what heals. */
function findOf(mind: Mind, world: Surroundings, self: Fighter, inEye: boolean, weak: boolean): Spot | null {
  if (inEye && !weak) return null;
  const { temper, errand } = mind;
  const needy = weak || isUnarmed(self.player);
  const onHunt = !weak && huntsOn(mind, world.state.tick) ? 1.2 - temper.aggression : 1;
  const onErrand = errand === null || needy ? 1 : 1 - errand.weight * (0.5 + 0.5 * temper.zeal);
  return bestFind(mind, world, self, weak, onHunt * onErrand, inEye);
}

function pursue(mind: Mind, about: Pursuit, place: Spot): void {
  mind.about = about;
  mind.place = place;
}

/** Under fire and weak, with nothing that heals in reach: some run for a moment, and fight on after that. */
function fleesOn(mind: Mind, self: Fighter, enemy: Spot, tick: number): boolean {
  const since = tick - mind.fledAt;
  if (mind.about === "flee" && since < FLIGHT_TICKS && !isWithin(self, mind.place, ARRIVED)) return true;
  if (mind.fledAt !== 0 && since < FLIGHT_PAUSE) return false;
  if (mind.random.next() > mind.temper.caution) {
    // Made up its mind to stand.
    mind.fledAt = tick;
    return false;
  }
  const place = hidingPlace(mind, self, enemy);
  if (place === null) return false;
  mind.fledAt = tick;
  pursue(mind, "flee", place);
  return true;
}

/** Settles what to do without anything urgent. */
function settleAtLeisure(mind: Mind, world: Surroundings, self: Fighter): void {
  const { tick } = world.state;
  const { errand, alarm } = mind;
  const mine = placeForMine(mind, world, self);
  if (mine !== null) {
    pursue(mind, "lay", mine);
    return;
  }
  if (errand !== null) {
    pursue(mind, "errand", placeOf(mind, errand, self, tick));
    return;
  }
  if (isAlarmed(alarm, tick) && mind.followed !== alarm.from) {
    mind.followed = alarm.from;
    const place = mind.random.next() < mind.temper.aggression ? placeTowards(mind, self, alarm.angle) : null;
    if (place !== null) pursue(mind, "wander", place);
  }
  if (mind.about !== "wander" || isWithin(self, mind.place, ARRIVED))
    pursue(mind, "wander", somewhere(mind, world, self));
}

/** Settles what to be about. */
function settle(mind: Mind, world: Surroundings, self: Fighter, inEye: boolean): void {
  const { tick } = world.state;
  const { target, traits, temper } = mind;
  const weak = self.player.health < traits.weakHealth * (0.6 + 0.8 * temper.caution);
  const errand = errandOf(mind, world, self);
  mind.errand = errand;
  if (errand?.pressing === true) {
    pursue(mind, "errand", errand.place);
    return;
  }
  const find = findOf(mind, world, self, inEye, weak);
  if (find !== null) pursue(mind, "fetch", find);
  else if (target !== null && inEye) {
    if (!weak || !fleesOn(mind, self, target, tick)) mind.about = "fight";
  } else if (target !== null && !weak && huntsOn(mind, tick)) {
    pursue(mind, "hunt", target);
    if (isWithin(self, target, ARRIVED)) mind.perception.sightings.delete(target.fighter.id);
  } else settleAtLeisure(mind, world, self);
}

/** Whether a bot dashes aside now because the enemy is about to let go a charged shot. */
function dodgesCharge({ target, traits, random }: Mind, self: Fighter, inEye: boolean): boolean {
  if (target === null || !inEye || !isChargedAt(self, target.fighter, traits)) return false;
  return random.next() < traits.dodgeChance;
}

/** Looks at the whole situation and settles what to be about and where to fly. */
export function decide(mind: Mind, world: Surroundings, self: Fighter): void {
  const { tick } = world.state;
  const { random, hazards, shove } = mind;
  lookAtStock(mind.stock, world, self.player, mind.temper, random);
  hazards.look(world, self);
  attend(mind, self, tick);
  const { target } = mind;
  const inEye = target !== null && isInEye(target, tick);
  if (inEye) mind.lastEnemyAt = tick;
  considerLob(mind, self, tick);
  settle(mind, world, self, inEye);
  if (mind.about === "fight" && target !== null) {
    const weapon = favourite(self.player, mind.traits, mind.temper.distance);
    const comfort = comfortFor(mind, weapon);
    stepFootwork(mind.footwork, world, self, target, comfort, hazards.mines, random, mind.steer);
  } else {
    evade(mind, self, tick);
    const detour = mind.evasion?.detour ?? null;
    if (!nextWaypoint(mind.navigation, self.player, mind.place, mind.waypoint, detour)) mind.about = "wander";
  }
  shove.x = 0;
  shove.y = 0;
  keepApart(mind.perception, world, self, random, shove);
  shunGrenade(hazards, self, shove);
  if (hurries(mind, self) || dodgesCharge(mind, self, inEye)) mind.dodgeAt = tick;
  const runs = inEye && (mind.about === "fetch" || mind.about === "flee");
  if (runs && mind.dodgeAt === 0 && random.next() < FLIGHT_DASH_CHANCE) mind.dodgeAt = tick;
  const lays = runs
    ? leavesMine(mind, world, self)
    : isQuiet(mind, tick) && mind.about !== "lay" && minesInPassing(mind, world, self);
  if (lays) mind.layUntil = tick + LAYING_TICKS;
}
