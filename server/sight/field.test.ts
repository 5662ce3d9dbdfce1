import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inSight, isSolid } from "../../shared/arena/index.ts";
import { DRONE, TILE } from "../../shared/content/index.ts";
import { createRandom, directionOf, TAU } from "../../shared/math/index.ts";
import { drawArena, loadArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { createSightField } from "./field.ts";

const MAPS = readdirSync(new URL("../../assets/maps", import.meta.url))
  .filter((file) => file.endsWith(".tmj"))
  .map((file) => file.replace(/\.tmj$/, ""));

/** Tiles that the viewer may have flown on. */
const MARGIN = 4;

describe.each(MAPS)("what can be seen on %s", (name) => {
  const arena = loadArena(name);
  const field = createSightField(arena, MARGIN);

  it("is never missed: from anywhere within the margin, anything of a drone", () => {
    const random = createRandom(11);
    const out = { x: 0, y: 0 };
    const somewhere = (): { x: number; y: number } => {
      for (;;) {
        const spot = { x: random.range(0, arena.columns * TILE), y: random.range(0, arena.rows * TILE) };
        if (!isSolid(arena, Math.floor(spot.x / TILE), Math.floor(spot.y / TILE))) return spot;
      }
    };
    let seen = 0;
    for (let i = 0; i < 6000; i++) {
      const viewer = somewhere();
      const target = somewhere();
      // Where the viewer may be a moment later, by a straight flight.
      directionOf(random.range(0, TAU), out);
      const way = random.range(0, 120);
      const later = { x: viewer.x + out.x * way, y: viewer.y + out.y * way };
      if (!inSight(arena, viewer.x, viewer.y, later.x, later.y)) continue;
      directionOf(random.range(0, TAU), out);
      const rim = { x: target.x + out.x * DRONE.radius, y: target.y + out.y * DRONE.radius };
      if (!inSight(arena, target.x, target.y, rim.x, rim.y)) continue;
      if (!inSight(arena, later.x, later.y, rim.x, rim.y)) continue;
      seen += 1;
      expect(field.sees(viewer.x, viewer.y, target.x, target.y)).toBe(true);
    }
    expect(seen).toBeGreaterThan(100);
  });
});

describe("what cannot be seen", () => {
  it("lies behind walls, farther from their ends than the margin", () => {
    const arena = drawArena(
      "#################################",
      "#...............#...............#",
      "#...............#...............#",
      "#...............#...............#",
      "#...............#...............#",
      "#...............#...............#",
      "#...............#...............#",
      "#...............#...............#",
      "#...............#...............#",
      "#...............#...............#",
      "#s..............#...............#",
      "#...............................#",
      "#################################",
    );
    const field = createSightField(arena, 2);
    const see = (a: [number, number], b: [number, number]): boolean => {
      const from = middleOf(...a);
      const to = middleOf(...b);
      return field.sees(from.x, from.y, to.x, to.y);
    };
    expect(see([14, 2], [18, 2])).toBe(false);
    expect(see([2, 2], [30, 2])).toBe(false);
    expect(see([2, 2], [14, 8])).toBe(true);
    expect(see([14, 11], [18, 11])).toBe(true);
    expect(field.sees(-50, 10, 40, 40)).toBe(false);
  });

  it("is most of a map with walls", () => {
    const arena = loadArena("yards");
    const field = createSightField(arena, MARGIN);
    const spots = arena.spawns;
    let hidden = 0;
    let pairs = 0;
    for (const a of spots) {
      for (const b of spots) {
        if (a === b) continue;
        pairs += 1;
        if (!field.sees(a.x, a.y, b.x, b.y)) hidden += 1;
      }
    }
    expect(hidden / pairs).toBeGreaterThan(0.3);
  });
});

describe("a field that is prepared", () => {
  it("has looked at every tile: it answers the same when the map is gone", () => {
    const arena = loadArena("courtyard");
    const lazy = createSightField(loadArena("courtyard"), MARGIN);
    const prepared = createSightField(arena, MARGIN);
    prepared.prepare();
    const open = [...arena.solid.keys()].filter((tile) => arena.solid[tile] === 0);
    arena.solid.fill(1);
    const random = createRandom(2);
    const place = (): [number, number] => {
      const tile = random.pick(open);
      return [((tile % arena.columns) + 0.5) * TILE, (Math.floor(tile / arena.columns) + 0.5) * TILE];
    };
    let seen = 0;
    for (let i = 0; i < 2000; i++) {
      const [from, to] = [place(), place()];
      const sees = prepared.sees(...from, ...to);
      expect(sees).toBe(lazy.sees(...from, ...to));
      seen += sees ? 1 : 0;
    }
    expect(seen).toBeGreaterThan(100);
  });
});
