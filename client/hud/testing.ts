/** A world for the tests of the HUD: two players, one of them you, and nothing else. */
import { WEAPONS } from "../../shared/content/index.ts";
import type { PlayerRecord } from "../../shared/protocol.ts";
import { createWorld } from "../net/blank.ts";
import type { Drone, World } from "../net/index.ts";
import { aDrone } from "../net/testing.ts";

/** A drone at rest; slot 0 is you. */
export function drone(slot: number, over: Partial<Drone> = {}): Drone {
  return aDrone({ slot, self: slot === 0, name: `Player ${slot}`, x: 100, y: 100, ping: 40, ...over });
}

/** What a player has done who has done nothing. */
export function record(slot: number, over: Partial<PlayerRecord> = {}): PlayerRecord {
  return {
    slot,
    name: `Player ${slot}`,
    bot: false,
    team: 0,
    score: 0,
    kills: 0,
    deaths: 0,
    assists: 0,
    captures: 0,
    damage: 0,
    streak: 0,
    shots: [],
    hits: [],
    killsWith: [],
    medals: [],
    ...over,
  };
}

/** You and Player 1, who leads with three points, on a map of nothing. */
export function twoPlayers(): World & { self: Drone } {
  const you = drone(0);
  const blank = createWorld({
    ...{ name: "void", title: "Void", idea: "", modes: [], players: { min: 2, max: 8 }, listed: false },
    ...{ columns: 0, rows: 0, tile: 32, solid: new Uint8Array(0) },
    ...{ spawns: [], items: [], zones: [], homes: [] },
  });
  const arms = WEAPONS.map(({ magazine }) => ({
    carried: magazine === null,
    loaded: magazine === null ? null : 0,
    spare: magazine === null ? null : 0,
  }));
  return {
    ...blank,
    self: you,
    focus: you,
    drones: [you, drone(1, { score: 3 })],
    own: { ...blank.own, dashCharges: 2, dashProgress: 0, arms },
    round: { ...blank.round, number: 1, phase: "live", secondsLeft: 100, goal: 20 },
    link: {
      ...blank.link,
      ...{ pingMs: 40, rttMs: 60, jitterMs: 2, interpolationMs: 66, pendingInputs: 2, earlyMs: 20 },
      ...{ patchMs: 33, bytesInPerS: 4000, bytesOutPerS: 2000, serverTicksPerS: 60 },
    },
  };
}
