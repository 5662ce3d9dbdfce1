import { type Arena, ArenaError, readTiled } from "../../shared/arena/index.ts";

/** The maps of the build. Compressed all together are 7 kB; fetched one by one, each would cost a join another round trip. */
const maps = import.meta.glob<string>("../../assets/maps/*.tmj", {
  query: "?raw",
  import: "default",
  eager: true,
});

/**
 * Reads the map that a room plays on.
 * @throws ArenaError when this build has no such map
 */
export async function fetchArena(name: string): Promise<Arena> {
  const source = maps[`../../assets/maps/${name}.tmj`];
  if (source === undefined) throw new ArenaError(`map ${name}: this page does not know it`);
  return readTiled(name, JSON.parse(source));
}
