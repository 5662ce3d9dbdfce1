import type { Arena } from "../arena/index.ts";
import { DRONE, type GrenadeWeapon, POSITION, TICK_S } from "../content/index.ts";
import { snap } from "../math/index.ts";
import { touchesWall } from "./collision.ts";
import type { Shot } from "./shot.ts";

/** A grenade on its way. Where it is follows from where it left and its age alone, so every side flies its own. */
export interface Grenade {
  x: number;
  y: number;
  /** px/s. */
  vx: number;
  vy: number;
  /** Ticks since it left. */
  age: number;
}

/** Below this many px/s it lies still. */
const REST = 24;

/** Part of its speed that it keeps over a tick: it rolls out within its fuse. */
const ROLL = 0.988;

/** Steps of a tick; each is shorter than the grenade is thick, so it never passes a wall. */
const SUB_STEPS = 3;

/** Lets a grenade leave with a shot. Both sides begin at what the wire holds, for bounces forget no difference. */
export function launchGrenade(weapon: GrenadeWeapon, shot: Shot, out: Grenade): Grenade {
  out.x = snap(POSITION, shot.x);
  out.y = snap(POSITION, shot.y);
  out.vx = shot.dx * weapon.speed;
  out.vy = shot.dy * weapon.speed;
  out.age = 0;
  return out;
}

/** Flies a grenade on by one tick: it rolls, and bounces off walls along each axis by itself. */
export function stepGrenade(arena: Arena, weapon: GrenadeWeapon, grenade: Grenade): void {
  const { boltRadius: radius, bounce } = weapon;
  for (let step = 0; step < SUB_STEPS; step++) {
    const dx = (grenade.vx * TICK_S) / SUB_STEPS;
    const dy = (grenade.vy * TICK_S) / SUB_STEPS;
    if (touchesWall(arena, grenade.x + dx, grenade.y, radius)) grenade.vx *= -bounce;
    else grenade.x += dx;
    if (touchesWall(arena, grenade.x, grenade.y + dy, radius)) grenade.vy *= -bounce;
    else grenade.y += dy;
  }
  grenade.vx *= ROLL;
  grenade.vy *= ROLL;
  if (grenade.vx * grenade.vx + grenade.vy * grenade.vy < REST * REST) {
    grenade.vx = 0;
    grenade.vy = 0;
  }
  grenade.age += 1;
}

/** Whether a grenade touches a drone. */
export function grenadeMeets(weapon: GrenadeWeapon, grenade: Grenade, x: number, y: number): boolean {
  const dx = x - grenade.x;
  const dy = y - grenade.y;
  const reach = DRONE.radius + weapon.boltRadius;
  return dx * dx + dy * dy <= reach * reach;
}
