/** A Tiled map becomes walls, spawns, racks, goals and lines of sight. Reads no file: the caller brings the parsed map. */
export {
  type Arena,
  type Home,
  type ItemSpot,
  isSolid,
  type PlayerRange,
  type SpawnSpot,
  type Spot,
  ZONE_RADIUS,
  type Zone,
} from "./arena.ts";
export { ArenaError } from "./properties.ts";
export { castFan, castRay, inSight } from "./ray.ts";
export { readTiled } from "./tiled.ts";
export { complaintsAboutArena, type Known } from "./validate.ts";
export { isOpenStep, NEIGHBOURS, STRAIGHT_COST, tileAt, UNREACHED, wayPx, waysTo } from "./ways.ts";
