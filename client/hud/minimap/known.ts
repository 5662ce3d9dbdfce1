/** What a player may know of where things are; the minimap shows that and nothing else. */
import { inSight } from "../../../shared/arena/index.ts";
import type { Drone, World } from "../../net/index.ts";

/**
 * Whether a drone has a place on the map. Mates are known wherever they are; of others the server sends a little more
 * than can be seen, so that nobody pops up at corners, and walls decide here as they do in the picture.
 */
export function isKnown({ arena, focus, self }: World, drone: Drone): boolean {
  if (!drone.alive || !drone.seen) return false;
  const team = (self ?? focus)?.team ?? 0;
  if (drone.self || drone === focus || (team !== 0 && drone.team === team)) return true;
  return focus !== null && inSight(arena, focus.x, focus.y, drone.x, drone.y);
}

/** Whether a packet has a place on the map: one that is carried by somebody who is not seen, does not. */
export function isPacketKnown(world: World, packet: World["packets"][number]): boolean {
  if (packet.carrier === null) return true;
  const carrier = world.drones.find(({ slot }) => slot === packet.carrier);
  return carrier !== undefined && isKnown(world, carrier);
}
