import { DRONE, TICK_MS } from "../../shared/content/index.ts";
import { meetsDrone, type Shot } from "../../shared/sim/index.ts";
import { isSpared } from "./damage.ts";
import type { Fighter, MatchWorld, Rewind } from "./world.ts";

/** Scratch: where a target was. */
const seen = { x: 0, y: 0 };

/** A fighter that a stretch of a shot meets, where along its line, and where the fighter was then. */
export interface Meeting {
  readonly target: Fighter;
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Ticks after a return during which the past is not asked about somebody: it is recorded once a patch, so between two
 * records it leads from the place of the death straight to the new one, and nobody has been on that way.
 */
const RETURN_TICKS = 3;

/** Whether a drone is worth shooting at: in play and not protected. */
export function isTarget(fighter: Fighter): boolean {
  return fighter.player.alive !== 0 && !fighter.player.protected;
}

/**
 * Whether a shot may hit somebody at where they were `agoMs` ago. Who was not in play then, is not now, or is protected
 * cannot be met: nobody is hit at a place left by dying, or by the beginning of a round. Where mates are spared, shots go
 * through them.
 */
function mayMeet(world: MatchWorld, shooter: Fighter, target: Fighter, agoMs: number): boolean {
  if (target === shooter || !isTarget(target) || isSpared(world, shooter, target)) return false;
  return agoMs <= 0 || target.aliveSince + RETURN_TICKS <= world.state.tick - agoMs / TICK_MS;
}

/**
 * Looks for the first drone that a shot meets between `from` and `to` px of its line, as the world was `agoMs` ago.
 * @param girth px added around the drones: the bolt's own radius, 0 for a ray
 */
export function firstMeeting(
  world: MatchWorld,
  rewind: Rewind,
  shooter: Fighter,
  shot: Shot,
  from: number,
  to: number,
  agoMs: number,
  girth: number,
): Meeting | null {
  let meeting: Meeting | null = null;
  for (const target of world.fighters.values()) {
    if (!mayMeet(world, shooter, target, agoMs)) continue;
    rewind.positionAt(target.player, agoMs, seen);
    const at = meetsDrone(shot, from, to, seen.x, seen.y, girth);
    if (at < (meeting?.at ?? Number.POSITIVE_INFINITY)) meeting = { target, at, x: seen.x, y: seen.y };
  }
  return meeting;
}

/** All drones that a ray meets up to its end, as the world was `agoMs` ago. */
export function allMeetings(
  world: MatchWorld,
  rewind: Rewind,
  shooter: Fighter,
  shot: Shot,
  agoMs: number,
): Meeting[] {
  const meetings: Meeting[] = [];
  for (const target of world.fighters.values()) {
    if (!mayMeet(world, shooter, target, agoMs)) continue;
    rewind.positionAt(target.player, agoMs, seen);
    const at = meetsDrone(shot, -shot.muzzle, shot.reach, seen.x, seen.y, 0);
    if (at !== Number.POSITIVE_INFINITY) meetings.push({ target, at, x: seen.x, y: seen.y });
  }
  return meetings;
}

/** Whether somebody who may be hurt is within reach of a place, as the world was `agoMs` ago. */
export function touchesFoe(
  world: MatchWorld,
  rewind: Rewind,
  shooter: Fighter,
  x: number,
  y: number,
  radius: number,
  agoMs: number,
): boolean {
  const reach = DRONE.radius + radius;
  for (const target of world.fighters.values()) {
    if (!mayMeet(world, shooter, target, agoMs)) continue;
    rewind.positionAt(target.player, agoMs, seen);
    const dx = seen.x - x;
    const dy = seen.y - y;
    if (dx * dx + dy * dy <= reach * reach) return true;
  }
  return false;
}
