import { describe, expect, test } from "vitest";
import { seconds, WeaponId, weaponOf } from "../../../shared/content/index.ts";
import { MineState } from "../../../shared/state/index.ts";
import { drawArena, emptyArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { narrowPlaces } from "./places.ts";
import { alone, arm, live, type Scene, temperOf } from "./testing.ts";

const MINE = weaponOf(WeaponId.mine);

const PASSAGE = drawArena(
  "######################",
  "#s........##........s#",
  "#.........##.........#",
  "#....................#",
  "#....................#",
  "#.........##.........#",
  "#s........##........s#",
  "######################",
);

/** Lets a bot with mines live for a while; what it lays lies there from then on. Returns the places. */
function layers(scene: Scene, ticks: number): { x: number; y: number }[] {
  const laid: { x: number; y: number }[] = [];
  arm(scene.self, MINE);
  live(scene, ticks, undefined, (weapon) => {
    if (weapon !== MINE.id) return;
    const { x, y } = scene.self.player;
    const state = new MineState();
    Object.assign(state, { owner: 0, x, y, armedAt: 0 });
    scene.world.mines.push({ key: String(laid.length), state, owner: scene.self, seq: 0, endsAt: 1e6 });
    laid.push({ x, y });
  });
  return laid;
}

describe("mines", () => {
  test("are laid in narrow places when it is quiet, apart from each other", () => {
    for (let seed = 1; seed <= 4; seed++) {
      const scene = alone(PASSAGE, middleOf(3, 3), { seed, temper: temperOf({ mines: 1 }) });
      const laid = layers(scene, seconds(20));
      expect(laid.length).toBeGreaterThanOrEqual(1);
      for (const mine of laid) {
        const nearest = Math.min(
          ...narrowPlaces(PASSAGE).map((place) => Math.hypot(place.x - mine.x, place.y - mine.y)),
        );
        expect(nearest).toBeLessThan(100);
        for (const other of laid) {
          if (other !== mine) expect(Math.hypot(other.x - mine.x, other.y - mine.y)).toBeGreaterThan(90);
        }
      }
    }
  });

  test("are laid sooner by who is fond of them", () => {
    const laidBy = (mines: number): number => {
      let count = 0;
      for (let seed = 1; seed <= 8; seed++) {
        count += layers(
          alone(PASSAGE, middleOf(3, 3), { seed, temper: temperOf({ mines }) }),
          seconds(2.5),
        ).length;
      }
      return count;
    };
    expect(laidBy(1)).toBeGreaterThan(laidBy(0));
  });

  test("stay in the hand no longer than that takes: another weapon is drawn again", () => {
    const scene = alone(PASSAGE, middleOf(3, 3), { temper: temperOf({ mines: 1 }) });
    const laid = layers(scene, seconds(20));
    expect(laid.length).toBeGreaterThan(0);
    live(scene, seconds(4));
    expect(scene.self.player.weapon).not.toBe(MINE.id);
  });
});

describe("narrow places", () => {
  test("are found where walls are close on two sides, and nowhere in a hall", () => {
    expect(narrowPlaces(emptyArena(30, 16))).toEqual([]);
    const places = narrowPlaces(PASSAGE);
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) expect(Math.abs(place.y - 4 * 32)).toBeLessThan(40);
  });
});
