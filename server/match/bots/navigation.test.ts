import { describe, expect, test } from "vitest";
import { type Arena, isSolid } from "../../../shared/arena/index.ts";
import { DRONE, TILE } from "../../../shared/content/index.ts";
import { createRandom } from "../../../shared/math/index.ts";
import { STEER_MAX, stepBody } from "../../../shared/sim/index.ts";
import { drawArena, loadArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { droneAt } from "../../../tests/fixtures/drones.ts";
import { detourTo, isClearWay, leadsInto, navigationOf, nextWaypoint, wayLength } from "./navigation.ts";

/** Flies a drone by waypoints alone, and tells how many px it took; Infinity when it did not arrive in 20 seconds. */
function flightLength(arena: Arena, from: { x: number; y: number }, to: { x: number; y: number }): number {
  const navigation = navigationOf(arena);
  const body = droneAt(from);
  const waypoint = { x: 0, y: 0 };
  let flown = 0;
  for (let tick = 0; tick < 1200; tick++) {
    if (Math.hypot(body.x - to.x, body.y - to.y) < 20) return flown;
    if (tick % 6 === 0) nextWaypoint(navigation, body, to, waypoint);
    const dx = waypoint.x - body.x;
    const dy = waypoint.y - body.y;
    const scale = STEER_MAX / Math.max(1, Math.hypot(dx, dy));
    const { x, y } = body;
    const command = { mx: Math.round(dx * scale), my: Math.round(dy * scale), aim: 0, buttons: 0, pick: 0 };
    stepBody(body, command, arena, { dashed: false, fired: -1 });
    flown += Math.hypot(body.x - x, body.y - y);
  }
  return Number.POSITIVE_INFINITY;
}

describe("the way", () => {
  const maze = drawArena("##########", "#s..#....#", "#...#.##.#", "#...#.#..#", "#.....#..#", "##########");

  test("leads round walls", () => {
    expect(flightLength(maze, middleOf(1, 1), middleOf(8, 4))).toBeLessThan(16 * TILE);
  });

  test("is as long as it is, and endless to a place that is shut off", () => {
    const navigation = navigationOf(maze);
    expect(wayLength(navigation, middleOf(1, 1), middleOf(1, 1))).toBe(0);
    expect(wayLength(navigation, middleOf(1, 1), middleOf(1, 4))).toBe(3 * TILE);
    expect(wayLength(navigation, middleOf(3, 1), middleOf(5, 1))).toBe(8 * TILE);
    const shut = drawArena("#######", "#s.#..#", "#######");
    expect(wayLength(navigationOf(shut), middleOf(1, 1), middleOf(4, 1))).toBe(Number.POSITIVE_INFINITY);
    expect(nextWaypoint(navigationOf(shut), middleOf(1, 1), middleOf(4, 1), { x: 0, y: 0 })).toBe(false);
  });

  test("cuts no corner: between two walls that touch at their corners there is none", () => {
    const touching = drawArena("#####", "#s#.#", "##..#", "#...#", "#####");
    expect(wayLength(navigationOf(touching), middleOf(1, 1), middleOf(3, 3))).toBe(Number.POSITIVE_INFINITY);
  });

  test("is straight where a drone has room, and not where only a ray would pass", () => {
    const hall = drawArena("########", "#s.....#", "#......#", "#...#..#", "########");
    const from = middleOf(1, 1);
    expect(isClearWay(hall, from.x, from.y, middleOf(6, 2).x, middleOf(6, 2).y)).toBe(true);
    const grazing = { x: middleOf(6, 3).x, y: 3 * TILE - 2 };
    expect(isClearWay(hall, middleOf(1, 2).x, grazing.y, grazing.x, grazing.y)).toBe(false);
  });

  test("a straight way is never one into a wall", () => {
    const arena = loadArena("foundry");
    const random = createRandom(31);
    const open = (): { x: number; y: number } => {
      for (;;) {
        const column = random.int(arena.columns);
        const row = random.int(arena.rows);
        if (!isSolid(arena, column, row)) return middleOf(column, row);
      }
    };
    for (let i = 0; i < 2000; i++) {
      const a = open();
      const b = open();
      if (!isClearWay(arena, a.x, a.y, b.x, b.y)) continue;
      for (let part = 0; part <= 50; part++) {
        const x = a.x + ((b.x - a.x) * part) / 50;
        const y = a.y + ((b.y - a.y) * part) / 50;
        for (const [dx, dy] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ] as const) {
          const side = DRONE.radius - 2;
          expect(isSolid(arena, Math.floor((x + dx * side) / TILE), Math.floor((y + dy * side) / TILE))).toBe(
            false,
          );
        }
      }
    }
  });

  test("on the real map leads from every spawn to every other spawn and rack, with little detour", () => {
    const arena = loadArena("foundry");
    const navigation = navigationOf(arena);
    for (const from of arena.spawns) {
      for (const to of [...arena.spawns, ...arena.items]) {
        const flown = flightLength(arena, from, to);
        expect(flown).toBeLessThan(wayLength(navigation, from, to) * 1.1 + 40);
      }
    }
  });
});

describe("a detour", () => {
  const loop = drawArena(
    "############",
    "#s.........#",
    "#..........#",
    "#..######..#",
    "#..######..#",
    "#..........#",
    "#..........#",
    "############",
  );
  const from = middleOf(1, 3);
  const to = middleOf(10, 2);
  const mine = { ...middleOf(5, 1), radius: 70, toll: 200 };

  /** Least px from a danger over the way by waypoints. */
  function clearance(detour: ReturnType<typeof detourTo> | null): number {
    const body = droneAt(from);
    const waypoint = { x: 0, y: 0 };
    let least = Number.POSITIVE_INFINITY;
    for (let tick = 0; tick < 400 && Math.hypot(body.x - to.x, body.y - to.y) > 20; tick++) {
      if (tick % 6 === 0) nextWaypoint(navigationOf(loop), body, to, waypoint, detour);
      const scale = STEER_MAX / Math.max(1, Math.hypot(waypoint.x - body.x, waypoint.y - body.y));
      const mx = Math.round((waypoint.x - body.x) * scale);
      const my = Math.round((waypoint.y - body.y) * scale);
      stepBody(body, { mx, my, aim: 0, buttons: 0, pick: 0 }, loop, { dashed: false, fired: -1 });
      least = Math.min(least, Math.hypot(body.x - mine.x, body.y - mine.y));
    }
    expect(Math.hypot(body.x - to.x, body.y - to.y)).toBeLessThan(25);
    return least;
  }

  test("keeps out of a danger where there is another way, and arrives all the same", () => {
    expect(clearance(null)).toBeLessThan(60);
    expect(clearance(detourTo(navigationOf(loop), to, [mine]))).toBeGreaterThan(65);
  });

  test("leads through where there is no other way", () => {
    const everywhere = [mine, { ...middleOf(5, 6), radius: 70, toll: 200 }];
    expect(clearance(detourTo(navigationOf(loop), to, everywhere))).toBeLessThan(200);
  });

  test("a line leads into a danger that it comes nearer to, not into one behind or beside it", () => {
    const danger = { x: 100, y: 0, radius: 30, toll: 0 };
    expect(leadsInto(danger, 0, 0, 200, 0)).toBe(true);
    expect(leadsInto(danger, 0, 0, 60, 0)).toBe(false);
    expect(leadsInto(danger, 0, 40, 200, 40)).toBe(false);
    expect(leadsInto(danger, 110, 0, 200, 0)).toBe(false);
  });
});
