import type { Arena } from "../../shared/arena/index.ts";
import { ITEMS, WEAPONS } from "../../shared/content/index.ts";
import type { World } from "./world.ts";

/** Puts the racks of the world's map into the world, all of them stocked. */
export function placeRacks(world: World): void {
  world.racks.length = 0;
  for (const { item, x, y } of world.arena.items) {
    const kind = ITEMS.find(({ key }) => key === item)?.kind ?? 0;
    world.racks.push({ kind, x, y, readyIn: 0, progress: 1 });
  }
}

/** A world of which nothing is known but its map. */
export function createWorld(arena: Arena): World {
  const world: World = {
    arena,
    tick: 0,
    self: null,
    focus: null,
    watching: null,
    drones: [],
    bolts: [],
    racks: [],
    mines: [],
    drops: [],
    zone: null,
    packets: [],
    spectators: [],
    records: null,
    own: {
      dashCharges: 0,
      dashProgress: 1,
      arms: WEAPONS.map(() => ({ carried: false, loaded: null, spare: null })),
      reloadProgress: 1,
      charge: 0,
      overclockIn: 0,
      respawnIn: 0,
    },
    round: {
      number: 0,
      phase: "warmup",
      secondsLeft: 0,
      mode: 0,
      goal: 0,
      teamScores: [0, 0, 0],
      winner: null,
      choices: [],
      ownVote: null,
    },
    link: {
      pingMs: 0,
      rttMs: 0,
      jitterMs: 0,
      stalledMs: 0,
      interpolationMs: 0,
      pendingInputs: 0,
      driftPeak: 0,
      driftMean: 0,
      corrections: 0,
      correctionPx: 0,
      earlyMs: 0,
      starvedPerS: 0,
      patchMs: 0,
      patchGapMs: 0,
      bytesInPerS: 0,
      bytesOutPerS: 0,
      rewindMs: 0,
      serverTicksPerS: 0,
    },
    idleSeconds: null,
    closingSeconds: null,
  };
  placeRacks(world);
  return world;
}
