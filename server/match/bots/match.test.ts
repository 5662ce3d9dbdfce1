import { beforeAll, describe, expect, test } from "vitest";
import { isSolid } from "../../../shared/arena/index.ts";
import { DRONE, seconds, TICK_HZ, TILE, WEAPONS } from "../../../shared/content/index.ts";
import { loadArena } from "../../../tests/fixtures/arenas.ts";
import { hashState } from "../hash.ts";
import { createMatch } from "../match.ts";
import { DEFAULT_RULES } from "../rules.ts";
import { NO_REWIND } from "../world.ts";

const NOBODY = { take(): void {} };
const BOTS = 6;
const MINUTES = 5;
const ARENA = loadArena("foundry");

/** What a match of bots among themselves came to. */
interface Record {
  kills: number;
  /** Kills of oneself. */
  mistakes: number;
  /** Of the rounds that were played to their end, as are shots and hits: pulls and pellets. */
  killsWith: number[];
  shots: number;
  hits: number;
  /** Mean px/s of the living. */
  speed: number;
  /** Most seconds that a living bot has spent within 40 px. */
  longestStay: number;
  inWalls: number;
  hash: number;
}

function sum(list: readonly number[]): number {
  return list.reduce((total, each) => total + each, 0);
}

function play(seed: number, ticks: number): Record {
  const phases = { warmupTicks: 0, countdownTicks: 0, podiumTicks: 1, voteTicks: 0 };
  const match = createMatch({ arena: ARENA, rules: { ...DEFAULT_RULES, ...phases, fill: BOTS }, seed });
  const record: Record = {
    kills: 0,
    mistakes: 0,
    killsWith: WEAPONS.map(() => 0),
    shots: 0,
    hits: 0,
    speed: 0,
    longestStay: 0,
    inWalls: 0,
    hash: 0,
  };
  const stays = new Map<string, { x: number; y: number; since: number }>();
  let living = 0;
  for (let tick = 1; tick <= ticks; tick++) {
    for (const event of match.step(NOBODY, NO_REWIND)) {
      if (event.type === "kill") record.kills += 1;
      if (event.type === "kill" && event.data.killer === event.data.victim) record.mistakes += 1;
      if (event.type !== "stats") continue;
      for (const player of event.data.players) {
        record.shots += sum(player.shots);
        record.hits += sum(player.hits);
        player.killsWith.forEach((kills, weapon) => {
          record.killsWith[weapon]! += kills;
        });
      }
    }
    match.state.players.forEach((player, id) => {
      if (player.alive === 0) {
        stays.delete(id);
        return;
      }
      living += 1;
      record.speed += Math.hypot(player.vx, player.vy);
      if (isSolid(ARENA, Math.floor(player.x / TILE), Math.floor(player.y / TILE))) record.inWalls += 1;
      const stay = stays.get(id);
      if (stay === undefined || Math.hypot(player.x - stay.x, player.y - stay.y) > 40) {
        stays.set(id, { x: player.x, y: player.y, since: tick });
      } else record.longestStay = Math.max(record.longestStay, (tick - stay.since) / TICK_HZ);
    });
  }
  record.speed /= living;
  record.hash = hashState(match.state);
  return record;
}

describe("five minutes among bots", () => {
  let record: Record;
  beforeAll(() => {
    record = play(1, seconds(60 * MINUTES));
  });

  test("end with a plausible score: two to six kills a minute each, and hardly ever oneself", () => {
    const perMinute = record.kills / MINUTES / BOTS;
    expect(perMinute).toBeGreaterThan(2);
    expect(perMinute).toBeLessThan(6);
    expect(record.mistakes).toBeLessThan(record.kills / 25);
  });

  test("a quarter to a half of what is fired hits", () => {
    expect(record.hits / record.shots).toBeGreaterThan(0.25);
    expect(record.hits / record.shots).toBeLessThan(0.5);
  });

  test("see kills with every weapon", () => {
    for (const weapon of WEAPONS)
      expect([weapon.key, record.killsWith[weapon.id]]).not.toEqual([weapon.key, 0]);
  });

  test("the living keep moving, nobody sits in a wall or stands about", () => {
    expect(record.speed).toBeGreaterThan(DRONE.speed / 2);
    expect(record.inWalls).toBe(0);
    expect(record.longestStay).toBeLessThan(5);
  });
});

test("one seed is one match, another seed another one", () => {
  const ticks = seconds(40);
  const { hash } = play(7, ticks);
  expect(play(7, ticks).hash).toBe(hash);
  expect(play(8, ticks).hash).not.toBe(hash);
});
