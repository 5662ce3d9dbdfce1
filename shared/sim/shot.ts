import { type Arena, castRay } from "../arena/index.ts";
import { type BoltWeapon, DRONE, POSITION, TICK_S, type Weapon } from "../content/index.ts";
import { directionOf, hash32, snap } from "../math/index.ts";
import { rayToCircle, touchesWall } from "./collision.ts";

/** A shot at the moment it leaves: both sides derive it from the same body and command. */
export interface Shot {
  /** Where it starts, in px. */
  x: number;
  y: number;
  /** Direction as a unit vector. */
  dx: number;
  dy: number;
  /** px it can fly before a wall or the end of its range. */
  reach: number;
  /** px that its start lies ahead of the shooter's centre: who stands in between is hit as well. */
  muzzle: number;
}

/** Low 16 bits: as much of a command's number as travels with a shot. */
export const SEQ_MASK = 0xffff;

/**
 * How far a pellet leaves off the aim, -1..1 of the spread. A single ray may go anywhere in it; of several, each has its
 * own part of the fan and strays within that, so that a fan never comes out lopsided.
 */
function offAim(weapon: Weapon, slot: number, seq: number, pellet: number): number {
  if (weapon.spread === 0) return 0;
  const chance = hash32(slot, seq, weapon.id, pellet) / 0xffffffff;
  return ((pellet + chance) / weapon.pellets) * 2 - 1;
}

/** Scratch of `shotOf`. */
const direction = { x: 0, y: 0 };

/** An empty shot to fill and reuse. */
export function createShot(): Shot {
  return { x: 0, y: 0, dx: 1, dy: 0, reach: 0, muzzle: 0 };
}

/** px between the places at which a grenade is tried to leave. */
const MUZZLE_STEP = 2;

/**
 * How far ahead of the shooter a shot starts: where the barrel ends or meets a wall. A grenade is thicker than a ray and
 * starts nearer where it would touch a wall, for inside of one it would never come loose.
 */
function muzzleOf(arena: Arena, weapon: Weapon, body: { x: number; y: number }, most: number): number {
  if (weapon.kind !== "grenade") return most;
  for (let at = most; at > 0; at -= MUZZLE_STEP) {
    const x = snap(POSITION, body.x + direction.x * at);
    const y = snap(POSITION, body.y + direction.y * at);
    if (!touchesWall(arena, x, y, weapon.boltRadius)) return at;
  }
  return 0;
}

/**
 * Works out a shot. Scatter comes from the shooter's slot, the number of the command and that of the pellet, known to
 * all sides, so everybody draws the very rays that the server tests.
 * A muzzle that pokes into a wall is drawn back to it, and a ray or bolt ends there.
 * @param seq number of the command that fired (1 is the player's first); its low 16 bits count, for so it travels
 * @param pellet 0 up to the weapon's number of pellets
 */
export function shotOf(
  arena: Arena,
  weapon: Weapon,
  body: { x: number; y: number },
  aim: number,
  slot: number,
  seq: number,
  pellet: number,
  out: Shot,
): Shot {
  directionOf(aim + offAim(weapon, slot, seq & SEQ_MASK, pellet) * weapon.spread, direction);
  out.dx = direction.x;
  out.dy = direction.y;
  const free = castRay(arena, body.x, body.y, out.dx, out.dy, weapon.muzzle + weapon.range);
  const muzzle = muzzleOf(arena, weapon, body, Math.min(weapon.muzzle, free));
  out.x = body.x + out.dx * muzzle;
  out.y = body.y + out.dy * muzzle;
  out.reach = free - muzzle;
  out.muzzle = muzzle;
  return out;
}

/** A shot that is told of by the place where it leaves and its direction. */
export function shotFrom(
  arena: Arena,
  weapon: Weapon,
  start: { x: number; y: number },
  angle: number,
  out: Shot,
): Shot {
  directionOf(angle, direction);
  out.dx = direction.x;
  out.dy = direction.y;
  out.x = start.x;
  out.y = start.y;
  out.reach = castRay(arena, out.x, out.y, out.dx, out.dy, weapon.range);
  out.muzzle = 0;
  return out;
}

/** px that a bolt has flown after some ticks, at most to the end of its reach. */
export function boltTravel(weapon: BoltWeapon, reach: number, ageTicks: number): number {
  return Math.min(reach, Math.max(0, ageTicks) * weapon.speed * TICK_S);
}

/**
 * Where a shot that flies from `from` to `to` px along its line meets a drone.
 * @param girth px added around the drone: the bolt's own radius, 0 for a ray
 * @returns px along the line, or Infinity when it passes
 */
export function meetsDrone(
  shot: Shot,
  from: number,
  to: number,
  x: number,
  y: number,
  girth: number,
): number {
  const at = rayToCircle(
    shot.x + shot.dx * from,
    shot.y + shot.dy * from,
    shot.dx,
    shot.dy,
    x,
    y,
    DRONE.radius + girth,
  );
  return at <= to - from ? from + at : Number.POSITIVE_INFINITY;
}
