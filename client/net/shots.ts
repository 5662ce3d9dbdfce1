/** What shots look like as they leave: the own ones on the frame of the click, those of others as the server tells. */
import { type HitscanWeapon, modeOf, TeamId, type Weapon, weaponOf } from "../../shared/content/index.ts";
import type { ServerMessages } from "../../shared/protocol.ts";
import { type Body, createShot, meetsDrone, type Shot, shotOf } from "../../shared/sim/index.ts";
import type { Flights } from "./flights.ts";
import type { Drone, World } from "./world.ts";
import type { WorldEvent } from "./worldEvents.ts";

/** Scratch: the shot in question. */
const shot = createShot();

/** px by which a ray that was cut by a wall falls short of its range at least. */
const CUT = 0.01;

/** Whether an own shot ends at a drone, as on the server: it goes through those who are protected, and spared mates. */
function stopsOwn(drone: Drone, { self, round }: World): boolean {
  if (drone.self || !drone.seen || !drone.alive || drone.protected) return false;
  const isMate = self !== null && self.team !== TeamId.none && drone.team === self.team;
  return !isMate || modeOf(round.mode).teamDamage > 0;
}

/** Where along an own ray a drone is met, by the picture; Infinity when it is not. One at the very muzzle is met at 0. */
function metAt(ray: Shot, drone: Drone, world: World): number {
  if (!stopsOwn(drone, world)) return Number.POSITIVE_INFINITY;
  return Math.max(0, meetsDrone(ray, -ray.muzzle, ray.reach, drone.x, drone.y, 0));
}

/** Where a ray seems to end: at the first drone drawn in its way, or at its reach. */
function drawnLength(ray: Shot, world: World): number {
  let length = ray.reach;
  for (const drone of world.drones) length = Math.min(length, metAt(ray, drone, world));
  return length;
}

/** The place along an own ray as an impact. */
function impactAt(ray: Shot, at: number, on: "wall" | "drone"): WorldEvent {
  const angle = Math.atan2(ray.dy, ray.dx);
  return { type: "impact", on, own: true, x: ray.x + ray.dx * at, y: ray.y + ray.dy * at, angle };
}

/** Tells where an own ray met something, if it did. */
function tellImpacts(
  ray: Shot,
  length: number,
  weapon: HitscanWeapon,
  world: World,
  emit: (event: WorldEvent) => void,
): void {
  if (length < ray.reach) {
    emit(impactAt(ray, length, "drone"));
    return;
  }
  if (ray.reach < weapon.range - CUT) emit(impactAt(ray, ray.reach, "wall"));
  if (!weapon.pierces) return;
  for (const drone of world.drones) {
    const at = metAt(ray, drone, world);
    if (at <= ray.reach) emit(impactAt(ray, at, "drone"));
  }
}

/**
 * An own shot, as it is predicted: bolts and grenades take off, rays are drawn as far as the picture lets them through.
 * A mine is not shown before the server has placed it.
 * @param now time of the frame in ms
 */
export function showOwnShot(
  world: World,
  flights: Flights,
  emit: (event: WorldEvent) => void,
  own: { now: number; seq: number; weapon: Weapon; aim: number; body: Body; slot: number },
): void {
  const { weapon, seq, aim, body, slot } = own;
  shotOf(world.arena, weapon, body, aim, slot, seq, 0, shot);
  emit({ type: "shot", slot, own: true, weapon: weapon.id, x: shot.x, y: shot.y, angle: aim });
  if (weapon.kind === "bolt" || weapon.kind === "grenade") flights.predict(own.now, seq, weapon, slot, shot);
  if (weapon.kind !== "hitscan") return;
  for (let pellet = 0; pellet < weapon.pellets; pellet++) {
    shotOf(world.arena, weapon, body, aim, slot, seq, pellet, shot);
    const length = weapon.pierces ? shot.reach : drawnLength(shot, world);
    const angle = Math.atan2(shot.dy, shot.dx);
    emit({ type: "trace", slot, own: true, weapon: weapon.id, x: shot.x, y: shot.y, angle, length });
    tellImpacts(shot, length, weapon, world, emit);
  }
}

/**
 * A hitscan shot of somebody else: one ray for each pellet, where the server's own went. Each begins at a muzzle of its
 * own, around the drone; the message has that of the first.
 */
export function tracesOf(world: World, trace: ServerMessages["trace"]): WorldEvent[] {
  const { by, x, y, seq, lengths } = trace;
  const weapon = weaponOf(trace.weapon);
  const from = { slot: by, own: false, weapon: weapon.id };
  const events: WorldEvent[] = [];
  // Of a shooter out of sight only the ray is seen, from where it comes into the picture.
  if (world.drones.some((drone) => drone.slot === by && drone.seen))
    events.push({ type: "shot", ...from, x, y, angle: trace.angle });
  let middleX = x;
  let middleY = y;
  for (let pellet = 0; pellet < lengths.length; pellet++) {
    shotOf(world.arena, weapon, trace, trace.angle, by, seq, pellet, shot);
    const { dx, dy } = shot;
    if (pellet === 0) {
      middleX -= dx * weapon.muzzle;
      middleY -= dy * weapon.muzzle;
    }
    events.push({
      type: "trace",
      ...from,
      x: middleX + dx * weapon.muzzle,
      y: middleY + dy * weapon.muzzle,
      angle: Math.atan2(dy, dx),
      length: lengths[pellet]!,
    });
  }
  return events;
}
