/** The rows of the scoreboard and of the podium: who plays, in order of rank, with what is known of each. */
import type { PlayerRecord } from "../../shared/protocol.ts";
import type { Drone, World } from "../net/index.ts";
import type { Person } from "./feed.ts";
import { compareStandings } from "./ranking.ts";

/** One row. */
export interface Row {
  readonly who: Person;
  readonly bot: boolean;
  readonly connected: boolean;
  readonly kills: number;
  readonly deaths: number;
  readonly assists: number;
  readonly captures: number;
  readonly score: number;
  /** ms. */
  readonly ping: number;
  /** What the server has told besides; null until it has. */
  readonly record: PlayerRecord | null;
}

function rowOfDrone(drone: Drone, record: PlayerRecord | null): Row {
  return {
    who: { slot: drone.slot, name: drone.name, self: drone.self, team: drone.team },
    bot: drone.bot,
    connected: drone.connected,
    kills: drone.kills,
    deaths: drone.deaths,
    assists: drone.assists,
    captures: drone.captures,
    score: drone.score,
    ping: drone.ping,
    record,
  };
}

/** A row of a finished round, which may be of somebody who has left since. */
function rowOfRecord(record: PlayerRecord, drone: Drone | undefined): Row {
  return {
    who: { slot: record.slot, name: record.name, self: drone?.self ?? false, team: record.team },
    bot: record.bot,
    connected: drone?.connected ?? true,
    kills: record.kills,
    deaths: record.deaths,
    assists: record.assists,
    captures: record.captures,
    score: record.score,
    ping: drone?.ping ?? 0,
    record,
  };
}

/** Negative when `a` stands above `b`: teams stay together, and within them rank decides. */
function compareRows(a: Row, b: Row): number {
  return a.who.team - b.who.team || compareStandings(a, b);
}

/** The rows as they stand now; those of the final record once the round is over. */
export function rowsOf(world: Pick<World, "drones" | "records">): readonly Row[] {
  const { drones, records } = world;
  const droneOf = new Map(drones.map((drone) => [drone.slot, drone]));
  const recordOf = new Map(records?.players.map((record) => [record.slot, record]));
  const rows = records?.final
    ? records.players.map((record) => rowOfRecord(record, droneOf.get(record.slot)))
    : drones.map((drone) => rowOfDrone(drone, recordOf.get(drone.slot) ?? null));
  return rows.sort(compareRows);
}

/** The place of a row within its team, from 1; equals share one. */
export function placeInRows(rows: readonly Row[], row: Row): number {
  const team = rows.filter(({ who }) => who.team === row.who.team);
  return team.findIndex((other) => compareStandings(other, row) === 0) + 1;
}

/** The one who leads over all teams; null while nobody has scored, and while several lead. */
export function leaderOf(rows: readonly Row[]): Row | null {
  const most = Math.max(0, ...rows.map(({ score }) => score));
  const [leader, ...others] = rows.filter(({ score }) => score === most);
  return most > 0 && leader !== undefined && others.length === 0 ? leader : null;
}
