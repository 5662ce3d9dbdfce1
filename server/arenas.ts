import { readdirSync, readFileSync } from "node:fs";
import { type Arena, ArenaError, readTiled } from "../shared/arena/index.ts";

const MAPS = new URL("../assets/maps/", import.meta.url);

/**
 * Reads a map of assets/maps by its name.
 * @throws ArenaError when there is no such map or it cannot be used
 */
export function loadArena(name: string): Arena {
  const file = new URL(`${name}.tmj`, MAPS);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new ArenaError(`map ${name}: there is no assets/maps/${name}.tmj`, { cause });
  }
  return readTiled(name, JSON.parse(text));
}

/**
 * Reads all maps that players may vote for, in the order of their names.
 * @throws ArenaError when one of them cannot be used
 */
export function loadListedArenas(): Arena[] {
  return readdirSync(MAPS)
    .filter((file) => file.endsWith(".tmj"))
    .sort()
    .map((file) => loadArena(file.replace(/\.tmj$/, "")))
    .filter(({ listed }) => listed);
}
