import { idle, type ModeRules, nowhere, openSpawns, scoreKill } from "./mode.ts";

/** Everybody against everybody: kills count. */
export function createFreeForAll(): ModeRules {
  return { begin: idle, step: idle, killed: scoreKill, fell: idle, spawns: openSpawns, guarded: nowhere };
}
