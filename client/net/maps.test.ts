import { describe, expect, it } from "vitest";
import type { Arena } from "../../shared/arena/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { createMaps } from "./maps.ts";

const HERE = { ...emptyArena(4, 4), name: "here" };
const THERE = { ...emptyArena(5, 5), name: "there" };

/** Maps whose loads are settled by hand. */
function setUp() {
  const asked: string[] = [];
  const loads: { resolve(arena: Arena): void; reject(error: Error): void }[] = [];
  const maps = createMaps(HERE, (name) => {
    asked.push(name);
    return new Promise<Arena>((resolve, reject) => loads.push({ resolve, reject }));
  });
  return {
    maps,
    asked,
    async settle(arena: Arena | null) {
      const load = loads.shift()!;
      if (arena === null) load.reject(new Error("offline"));
      else load.resolve(arena);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe("the maps of a room", () => {
  it("are at hand when they were used or fetched before", async () => {
    const { maps, asked, settle } = setUp();
    expect(maps.get("here", 0)).toBe(HERE);
    maps.prefetch("here");
    maps.prefetch("there");
    maps.prefetch("there");
    expect(asked).toEqual(["there"]);
    await settle(THERE);
    expect(maps.get("there", 0)).toBe(THERE);
    expect(maps.get("here", 0)).toBe(HERE);
    expect(asked).toEqual(["there"]);
  });

  it("are asked for once, however many frames wait for them", async () => {
    const { maps, asked, settle } = setUp();
    for (let now = 0; now < 60_000; now += 16) expect(maps.get("there", now)).toBeNull();
    expect(asked).toEqual(["there"]);
    await settle(THERE);
    expect(maps.get("there", 60_000)).toBe(THERE);
  });

  it("are tried again after a while, a few times, and then there is no hope", async () => {
    const { maps, asked, settle } = setUp();
    let now = 0;
    for (let tries = 1; tries <= 6; tries++) {
      expect(maps.failed).toBe(false);
      maps.get("there", now);
      expect(asked).toHaveLength(tries);
      await settle(null);
      maps.get("there", now + 100);
      expect(asked).toHaveLength(tries);
      now += 2000;
    }
    maps.get("there", now);
    expect(asked).toHaveLength(6);
    expect(maps.failed).toBe(true);
  });

  it("that could not be fetched ahead are no failure", async () => {
    const { maps, asked, settle } = setUp();
    maps.prefetch("there");
    await settle(null);
    expect(maps.failed).toBe(false);
    maps.get("there", 0);
    expect(asked).toEqual(["there", "there"]);
    await settle(THERE);
    expect(maps.get("there", 16)).toBe(THERE);
  });
});
