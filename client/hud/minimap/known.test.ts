import { describe, expect, test } from "vitest";
import type { Drone } from "../../net/index.ts";
import { drone, twoPlayers } from "../testing.ts";
import { isKnown, isPacketKnown } from "./known.ts";

/** Nine by three tiles with a wall across the middle column; you stand on the left. */
function walled(...others: Drone[]) {
  const world = twoPlayers();
  const solid = Uint8Array.from({ length: 27 }, (_, i) => (i % 9 === 4 ? 1 : 0));
  world.arena = { ...world.arena, columns: 9, rows: 3, solid };
  Object.assign(world.self, { x: 48, y: 48 });
  world.drones.splice(1, 1, ...others);
  return world;
}

const HERE = { x: 100, y: 48 };
const BEHIND = { x: 240, y: 48 };

describe("on the map", () => {
  test("you are, and an enemy in sight", () => {
    const enemy = drone(1, HERE);
    const world = walled(enemy);
    expect(isKnown(world, world.self)).toBe(true);
    expect(isKnown(world, enemy)).toBe(true);
  });

  test.each([
    ["behind a wall, though the server sends it", BEHIND],
    ["of whom nothing is sent", { ...HERE, seen: false }],
    ["that is destroyed", { ...HERE, alive: false }],
  ])("no enemy is %s", (_, over) => {
    const enemy = drone(1, over);
    expect(isKnown(walled(enemy), enemy)).toBe(false);
  });

  test("mates are wherever they are, and the other team is not", () => {
    const [mate, enemy] = [drone(1, { ...BEHIND, team: 1 }), drone(2, { ...BEHIND, team: 2 })];
    const world = walled(mate, enemy);
    world.self.team = 1;
    expect([mate, enemy].map((one) => isKnown(world, one))).toEqual([true, false]);
  });

  test("who watches sees with the eyes of who is watched", () => {
    const [watched, near, far] = [drone(1, BEHIND), drone(2, { x: 200, y: 48 }), drone(3, HERE)];
    const world = { ...walled(watched, near, far), self: null, focus: watched };
    expect([watched, near, far].map((one) => isKnown(world, one))).toEqual([true, true, false]);
  });

  test("a packet is while it lies, and with a carrier who is", () => {
    const enemy = drone(1, { ...BEHIND, team: 2 });
    const world = walled(enemy);
    const packet = { team: 1, x: 0, y: 0, home: false, carrier: null as number | null, returnsIn: 0 };
    expect(isPacketKnown(world, packet)).toBe(true);
    packet.carrier = 1;
    expect(isPacketKnown(world, packet)).toBe(false);
    Object.assign(enemy, HERE);
    expect(isPacketKnown(world, packet)).toBe(true);
  });
});
