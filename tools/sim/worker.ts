/** Plays the matches that it is given, one after the other, and sends back what they came to. */
import { parentPort, workerData } from "node:worker_threads";
import { loadArena } from "../../server/arenas.ts";
import type { Arena } from "../../shared/arena/index.ts";
import type { Fixture } from "./fixtures.ts";
import { playFixture } from "./play.ts";

/** Loaded once each: what is worked out for a map is kept with it. */
const arenas = new Map<string, Arena>();

function arenaOf(name: string): Arena {
  const arena = arenas.get(name) ?? loadArena(name);
  arenas.set(name, arena);
  return arena;
}

const fixtures = workerData as readonly Fixture[];
parentPort?.postMessage(fixtures.map((fixture) => playFixture(fixture, arenaOf(fixture.arena))));
