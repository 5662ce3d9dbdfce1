import { seconds } from "./time.ts";

/** Ids travel on the wire; the keys are the names that maps and settings use. */
export const ModeId = { ffa: 0, tdm: 1, uplink: 2, courier: 3 } as const;
export type ModeKey = keyof typeof ModeId;
export type ModeId = (typeof ModeId)[ModeKey];

/** What a round is about. The rules of each are in server/match/modes. */
export interface Mode {
  readonly id: ModeId;
  readonly key: ModeKey;
  readonly name: string;
  /** What there is to do, in one line. */
  readonly brief: string;
  readonly teams: boolean;
  /** Score of a player, or of a team, that ends the round. */
  readonly goal: number;
  /** What that score counts. */
  readonly unit: string;
  /** Part of the damage that reaches the shooter, and the shooter's own team. */
  readonly selfDamage: number;
  readonly teamDamage: number;
  readonly respawnTicks: number;
}

/** All modes, indexed by id. */
export const MODES: readonly Mode[] = [
  {
    id: ModeId.ffa,
    key: "ffa",
    name: "Free-for-all",
    brief: "Everybody against everybody.",
    teams: false,
    goal: 20,
    unit: "kills",
    selfDamage: 0.6,
    teamDamage: 1,
    respawnTicks: seconds(2.5),
  },
  {
    id: ModeId.tdm,
    key: "tdm",
    name: "Team deathmatch",
    brief: "Destroy the other team.",
    teams: true,
    goal: 50,
    unit: "kills",
    selfDamage: 0.6,
    teamDamage: 0,
    respawnTicks: seconds(3),
  },
  {
    id: ModeId.uplink,
    key: "uplink",
    name: "Uplink",
    brief: "Hold the zone: a point for each second that you hold it alone.",
    teams: true,
    goal: 60,
    unit: "seconds",
    selfDamage: 0.6,
    teamDamage: 0,
    respawnTicks: seconds(4),
  },
  {
    id: ModeId.courier,
    key: "courier",
    name: "Courier",
    brief: "Carry the enemy's packet home.",
    teams: true,
    goal: 5,
    unit: "packets",
    selfDamage: 0.6,
    teamDamage: 0,
    respawnTicks: seconds(4),
  },
];

/** Uplink: how long a zone is the one that counts, where a map has several. */
export const ZONE_TICKS = seconds(45);

/** Courier: how long a packet lies where its carrier fell, and px from a home at which one is taken or delivered. */
export const PACKET = { lieTicks: seconds(20), reach: 34 } as const;

/** The mode of an id. Throws a RangeError for an id that no mode has. */
export function modeOf(id: number): Mode {
  const mode = MODES[id];
  if (mode === undefined) throw new RangeError(`no mode has the id ${id}`);
  return mode;
}
