/** Sixteen players with names of every kind, and what they have done. */
import { drone, record } from "../../../client/hud/testing.ts";
import type { Drone } from "../../../client/net/world.ts";
import { MEDALS, WEAPONS } from "../../../shared/content/index.ts";
import type { PlayerRecord } from "../../../shared/protocol.ts";

/** The longest that are allowed, wide letters, other scripts. */
const NAMES = [
  ...["Mira", "WWWWWWWWWWWWWWWW", "Silent Badger 16", "Ada"],
  ...["Łukasz Żółć", "漢字漢字漢字漢字漢字漢字漢字漢字", "Владимир", "iiiiiiiiiiiiiiii"],
  ...["Quick Heron", "Ümläut Öse", "_._._._._._._._.", "Odo"],
  ...["Lunar Jackal", "Neon Falcon", "Rusty Wren", "Ångström"],
];

/** @param teams whether they are of two teams */
export function crowd(teams: boolean): Drone[] {
  return NAMES.map((name, slot) =>
    drone(slot, {
      ...{ name, team: teams ? 1 + (slot % 2) : 0, bot: slot > 11, connected: slot !== 5 },
      ...{
        score: 40 - slot * 2,
        kills: 38 - slot * 2,
        deaths: slot,
        assists: 11,
        captures: 3,
        ping: 30 + slot * 20,
      },
    }),
  );
}

export function records(drones: readonly Drone[]): PlayerRecord[] {
  return drones.map(({ slot, name, bot }) =>
    record(slot, {
      ...{ name, bot, damage: 4321 - slot * 200, streak: 12, medals: MEDALS.map((_, i) => (slot + i) % 3) },
      shots: WEAPONS.map(() => 40),
      hits: WEAPONS.map((_, i) => 10 + i + slot),
      killsWith: WEAPONS.map((_, i) => (slot + i) % 7),
    }),
  );
}
