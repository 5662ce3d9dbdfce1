import { cheats } from "./cheats/cheats.ts";
import { hits, noRewind, rewindCap } from "./hits.ts";
import { createMovement } from "./movement.ts";
import type { Probe } from "./probe.ts";
import { createRecovery } from "./recovery.ts";
import { remote } from "./remote.ts";
import { createWallhack } from "./wallhack.ts";

/** All probes, in the order in which they run. */
export const PROBES: readonly Probe[] = [
  createMovement({ starts: 10, freeS: 8, wallsS: 6 }),
  createRecovery(10),
  remote,
  hits,
  noRewind,
  rewindCap,
  cheats,
  createWallhack("wallhack", 20, false),
  createWallhack("wallhack-long", 300, true),
];
