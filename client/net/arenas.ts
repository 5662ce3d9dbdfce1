import { type Arena, ArenaError, readTiled } from "../../shared/arena/index.ts";

/** The maps of the build, each a chunk of its own. */
const maps = import.meta.glob<string>("../../assets/maps/*.tmj", { query: "?raw", import: "default" });

/**
 * Fetches the map that a room plays on.
 * @throws ArenaError when this build has no such map
 */
export async function fetchArena(name: string): Promise<Arena> {
  const load = maps[`../../assets/maps/${name}.tmj`];
  if (load === undefined) throw new ArenaError(`map ${name}: this page does not know it`);
  return readTiled(name, JSON.parse(await load()));
}
