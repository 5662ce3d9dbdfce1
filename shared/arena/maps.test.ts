import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadArena } from "../../tests/fixtures/arenas.ts";
import { ITEMS, MAX_TILES, MODES, POSITION, TILE } from "../content/index.ts";
import { complaintsAboutArena } from "./index.ts";

const ARENAS = readdirSync(new URL("../../assets/maps", import.meta.url))
  .filter((file) => file.endsWith(".tmj"))
  .map((file) => loadArena(file.replace(/\.tmj$/, "")));

const LISTED = ARENAS.filter((arena) => arena.listed);

const KNOWN = { items: ITEMS.map((item) => item.key), modes: MODES };

describe.each(ARENAS.map((arena) => [arena.name, arena] as const))("the map %s", (_name, arena) => {
  test("may be played on", () => {
    expect(complaintsAboutArena(arena, KNOWN)).toEqual([]);
  });

  test("has tiles of the game's size and fits the range of positions", () => {
    expect(arena.tile).toBe(TILE);
    expect(arena.columns).toBeLessThanOrEqual(MAX_TILES);
    expect(arena.rows).toBeLessThanOrEqual(MAX_TILES);
    expect((Math.max(arena.columns, arena.rows) - 1) * TILE).toBeLessThan(POSITION.max);
  });
});

describe("the maps together", () => {
  test("there is one for every number of players from 2 to 16, in every mode", () => {
    for (let players = 2; players <= 16; players++) {
      for (const { key } of MODES) {
        const fitting = LISTED.filter(
          (arena) =>
            arena.modes.includes(key) && arena.players.min <= players && arena.players.max >= players,
        );
        expect(fitting, `${players} players, ${key}`).not.toEqual([]);
      }
    }
  });

  test("two at least are small, two more are medium and one is large", () => {
    const tiles = LISTED.map((arena) => arena.columns * arena.rows);
    expect(tiles.filter((count) => count < 800).length).toBeGreaterThanOrEqual(2);
    expect(tiles.filter((count) => count >= 800 && count < 2000).length).toBeGreaterThanOrEqual(2);
    expect(tiles.filter((count) => count >= 2000).length).toBeGreaterThanOrEqual(1);
  });

  test("players tell them apart by title and by idea", () => {
    expect(new Set(LISTED.map((arena) => arena.title)).size).toBe(LISTED.length);
    expect(new Set(LISTED.map((arena) => arena.idea)).size).toBe(LISTED.length);
  });
});
