import { type Arena, inSight } from "../arena/index.ts";
import { type Blast, DRONE } from "../content/index.ts";

/**
 * Health that an explosion takes from a drone, before the rules of the mode: all of it in the middle, falling off evenly
 * to the rim; nothing behind a wall.
 * @returns a whole number, 0 when it is out of reach or sheltered
 */
export function blastDamage(
  arena: Arena,
  blast: Blast,
  x: number,
  y: number,
  drone: { x: number; y: number },
): number {
  const dx = drone.x - x;
  const dy = drone.y - y;
  // To the rim of the drone: who touches the middle takes all of it.
  const distance = Math.max(0, Math.sqrt(dx * dx + dy * dy) - DRONE.radius);
  if (distance >= blast.radius || !inSight(arena, x, y, drone.x, drone.y)) return 0;
  return Math.round(blast.damage + (blast.rim - blast.damage) * (distance / blast.radius));
}
