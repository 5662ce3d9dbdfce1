import { describe, expect, test } from "vitest";
import { drawArena } from "../../tests/fixtures/arenas.ts";
import { createHammer } from "../../tests/fixtures/drones.ts";
import { POSITION, seconds, VELOCITY, WEAPONS } from "../content/index.ts";
import { createRandom, snap } from "../math/index.ts";
import { PlayerState } from "../state/index.ts";
import { type Body, createBody, foldBody, giveRounds, killBody, reviveBody, stepBody } from "./index.ts";

const result = { dashed: false, fired: -1 };

/** Drawn for this test: the maps of the game may change, and the bits below must not change with them. */
const arena = drawArena(
  "####################",
  "#s.....#......#...s#",
  "#......#......#....#",
  "#..##.....##.......#",
  "#..##.....##....#..#",
  "#s....#.........#.s#",
  "#.....#....###.....#",
  "###............#...#",
  "#....##...#....#...#",
  "#s...##..........s.#",
  "####################",
);

/** Puts a drone into play with everything that it can have. */
function equip(body: Body, spot: { x: number; y: number }): Body {
  reviveBody(body, spot.x, spot.y);
  for (const weapon of WEAPONS) giveRounds(body, weapon, 255);
  body.overclock = seconds(5);
  return body;
}

describe("prediction and authority", () => {
  test("all that moves stays on the lattice that the wire carries", () => {
    const body = equip(createBody(), arena.spawns[0]!);
    const hammer = createHammer(createRandom(12));
    for (let i = 0; i < 3000; i++) {
      stepBody(body, hammer(), arena, result);
      expect(snap(POSITION, body.x)).toBe(body.x);
      expect(snap(POSITION, body.y)).toBe(body.y);
      expect(snap(VELOCITY, body.vx)).toBe(body.vx);
      expect(snap(VELOCITY, body.vy)).toBe(body.vy);
    }
  });

  test("every count fits the byte it travels in", () => {
    const body = equip(createBody(), arena.spawns[1]!);
    const hammer = createHammer(createRandom(13));
    for (let i = 0; i < 5000; i++) {
      stepBody(body, hammer(), arena, result);
      const { x, y, vx, vy, overclock, ...counts } = body;
      expect(Number.isInteger(overclock) && overclock >= 0 && overclock <= 0xffff).toBe(true);
      for (const count of Object.values(counts)) {
        expect(Number.isInteger(count) && count >= 0 && count <= 255).toBe(true);
      }
    }
  });

  /** Lets six drones live through ten thousand ticks of hammered keys, some deaths included. */
  function liveThrough(createDrone: () => Body): number {
    const random = createRandom(2026);
    const drones = arena.spawns.slice(0, 6).map((spawn) => {
      const body = equip(createDrone(), spawn);
      return { body, spawn, hammer: createHammer(random) };
    });
    let hash = 0;
    for (let tick = 0; tick < 10_000; tick++) {
      for (const { body, spawn, hammer } of drones) {
        stepBody(body, hammer(), arena, result);
        if (result.fired >= 0) hash = (hash + tick * (result.fired + 1)) | 0;
        if (random.int(2000) === 0) killBody(body);
        if (body.alive === 0 && random.int(100) === 0) equip(body, spawn);
      }
      if (tick % 10 === 0) for (const { body } of drones) hash = foldBody(hash, body);
    }
    return hash;
  }

  test("compute the same bits, on every machine and from one version to the next", () => {
    // Another number here means that movement, the trigger or the times and magazines of a weapon have changed: say so
    // in the commit.
    expect(liveThrough(createBody)).toBe(-314549388);
  });

  test("compute the same bits twice, and on schema instances as on plain bodies", () => {
    const once = liveThrough(createBody);
    expect(liveThrough(createBody)).toBe(once);
    expect(liveThrough(() => Object.assign(new PlayerState(), createBody()))).toBe(once);
  });
});
