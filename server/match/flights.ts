import { type FlyingWeapon, TICK_MS, weaponOf } from "../../shared/content/index.ts";
import {
  boltTravel,
  createShot,
  type Grenade,
  launchGrenade,
  SEQ_MASK,
  shotOf,
  stepGrenade,
} from "../../shared/sim/index.ts";
import { BoltState } from "../../shared/state/index.ts";
import { explode } from "./blasts.ts";
import { hurt } from "./damage.ts";
import { firstMeeting, touchesFoe } from "./targets.ts";
import {
  type Fighter,
  type Flight,
  type MatchWorld,
  newKey,
  type PendingShot,
  type Rewind,
} from "./world.ts";

/**
 * Flies a bolt on to an age, against the world as it was `agoMs` ago.
 * @returns whether it is still in the air
 */
function flyBolt(
  world: MatchWorld,
  rewind: Rewind,
  flight: Flight,
  ageTicks: number,
  agoMs: number,
): boolean {
  const weapon = weaponOf(flight.state.weapon);
  if (weapon.kind !== "bolt") return false;
  const to = boltTravel(weapon, flight.shot.reach, ageTicks);
  const { shooter, shot } = flight;
  const meeting = firstMeeting(world, rewind, shooter, shot, flight.flown, to, agoMs, weapon.boltRadius);
  if (meeting !== null) {
    const x = shot.x + shot.dx * meeting.at;
    const y = shot.y + shot.dy * meeting.at;
    const seen = { x: meeting.x, y: meeting.y, agoMs };
    const strike = {
      shooter,
      weapon: weapon.id,
      seq: flight.state.seq,
      x,
      y,
      dx: shot.dx,
      dy: shot.dy,
      seen,
    };
    if (hurt(world, meeting.target, weapon.damage, strike)) shooter.tally.hits[weapon.id]! += 1;
    return false;
  }
  flight.flown = to;
  return to < shot.reach;
}

/**
 * Rolls a grenade on to an age and lets it burst on a drone or when its time is over.
 * @returns whether it is still there
 */
function rollGrenade(
  world: MatchWorld,
  rewind: Rewind,
  flight: Flight,
  grenade: Grenade,
  ageTicks: number,
  agoMs: number,
): boolean {
  const weapon = weaponOf(flight.state.weapon);
  if (weapon.kind !== "grenade") return false;
  if (grenade.age < ageTicks) stepGrenade(world.arena, weapon, grenade);
  const { shooter, state } = flight;
  const due = grenade.age >= weapon.fuseTicks;
  if (!due && !touchesFoe(world, rewind, shooter, grenade.x, grenade.y, weapon.boltRadius, agoMs))
    return true;
  explode(world, shooter, weapon.id, weapon.blast, state.seq, grenade.x, grenade.y);
  return false;
}

function fly(world: MatchWorld, rewind: Rewind, flight: Flight, ageTicks: number, agoMs: number): boolean {
  return flight.grenade === null
    ? flyBolt(world, rewind, flight, ageTicks, agoMs)
    : rollGrenade(world, rewind, flight, flight.grenade, ageTicks, agoMs);
}

/**
 * A bolt or a grenade leaves the muzzle in its shooter's past and is flown up to now at once, each tick of that way
 * against the world of its time. From now on it flies in everybody's present: its shooter's aim counted, and its target
 * can dodge. On the shooter's screen drones are drawn just that far in the past, so there it flies evenly all along.
 */
export function launch(world: MatchWorld, rewind: Rewind, pending: PendingShot, weapon: FlyingWeapon): void {
  const { shooter, seq, agoMs, angle } = pending;
  const behind = Math.round(agoMs / TICK_MS);
  const state = new BoltState();
  state.angle = angle;
  // Along the angle as it travels: a bot's aim is finer, and a grenade would bounce another way for those who watch it.
  const shot = createShot();
  shotOf(world.arena, weapon, pending, state.angle, shooter.player.slot, seq, 0, shot);
  state.owner = shooter.player.slot;
  state.weapon = pending.weapon;
  state.seq = seq & SEQ_MASK;
  state.x = shot.x;
  state.y = shot.y;
  state.bornAt = Math.max(0, world.state.tick - behind);
  const grenade =
    weapon.kind === "grenade" ? launchGrenade(weapon, shot, { x: 0, y: 0, vx: 0, vy: 0, age: 0 }) : null;
  const flight: Flight = { key: newKey(world), state, shooter, shot, flown: -shot.muzzle, grenade };
  const { slot: by } = shooter.player;
  world.events.push({
    type: "fired",
    to: { except: shooter.id },
    data: { by, weapon: weapon.id, x: shot.x, y: shot.y },
  });
  for (let age = 0; age <= behind; age++) {
    if (!fly(world, rewind, flight, age, (behind - age) * TICK_MS)) return;
  }
  world.state.bolts.set(flight.key, state);
  world.flights.push(flight);
}

/** Stage 5 of the tick: bolts and grenades fly on by one tick, in the present. */
export function stepFlights(world: MatchWorld, rewind: Rewind): void {
  const { flights, state } = world;
  let kept = 0;
  for (const flight of flights) {
    if (fly(world, rewind, flight, state.tick - flight.state.bornAt, 0)) flights[kept++] = flight;
    else state.bolts.delete(flight.key);
  }
  flights.length = kept;
}

/** Takes away what somebody has in the air, without a bang. */
export function removeFlightsOf(world: MatchWorld, shooter: Fighter): void {
  const { flights, state } = world;
  let kept = 0;
  for (const flight of flights) {
    if (flight.shooter === shooter) state.bolts.delete(flight.key);
    else flights[kept++] = flight;
  }
  flights.length = kept;
}

/** Scratch of `placeOf`. */
const place = { x: 0, y: 0 };

/** Where a bolt or a grenade is by now. Overwritten by the next call. */
export function placeOf({ shot, flown, grenade }: Flight): { readonly x: number; readonly y: number } {
  if (grenade !== null) return grenade;
  place.x = shot.x + shot.dx * Math.max(0, flown);
  place.y = shot.y + shot.dy * Math.max(0, flown);
  return place;
}

/** Clears the air, for the end of a round. */
export function clearFlights(world: MatchWorld): void {
  world.flights.length = 0;
  world.state.bolts.clear();
}
