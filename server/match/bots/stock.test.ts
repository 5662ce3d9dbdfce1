import { describe, expect, test } from "vitest";
import type { Spot } from "../../../shared/arena/index.ts";
import { DRONE, seconds, WeaponId, weaponOf } from "../../../shared/content/index.ts";
import { DropState } from "../../../shared/state/index.ts";
import { drawArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { rackItems } from "../items.ts";
import { fighterAt } from "../testing.ts";
import { worthOf } from "./stock.ts";
import { alone, arm, live, type Scene, temperOf } from "./testing.ts";

const LEGEND = { p: "plating", r: "rail", b: "burst", a: "ammo", o: "overclock", m: "mine" };

/** A corridor of 26 tiles with something at its end and bare spawns at its beginning. */
function corridor(sign: string) {
  return drawArena(
    "############################",
    "#ssss......................#",
    `#ssss...................${sign}..#`,
    "############################",
    { legend: LEGEND },
  );
}

/** In how many of ten lives a bot comes within 30 px of a place in some ticks. */
function comers(ticks: number, place: Spot, set: (seed: number) => Scene): number {
  let count = 0;
  for (let seed = 1; seed <= 10; seed++) {
    const scene = set(seed);
    let came = false;
    live(scene, ticks, () => {
      came ||= Math.hypot(scene.self.player.x - place.x, scene.self.player.y - place.y) < 30;
    });
    if (came) count += 1;
  }
  return count;
}

/** Ticks for a way of some tiles, with a second to think. */
const timeFor = (tiles: number): number => seconds(1) + Math.round((tiles * 32 * 60) / DRONE.speed);

describe("what lies about", () => {
  const end = middleOf(24, 2);

  test("health draws the weak, and nobody who is whole", () => {
    const arena = corridor("h");
    const weak = (seed: number): Scene => {
      const scene = alone(arena, middleOf(12, 2), { seed });
      scene.self.player.health = 20;
      return scene;
    };
    expect(comers(timeFor(12), end, weak)).toBe(10);
    expect(worthOf({ kind: "health", amount: 40 }, fighterAt("whole", 0, end), temperOf(), false)).toBe(0);
  });

  test("a weapon draws whoever has none, and less whoever has it", () => {
    const arena = corridor("b");
    expect(comers(timeFor(14), end, (seed) => alone(arena, middleOf(10, 2), { seed }))).toBe(10);
    const bare = fighterAt("bare", 0, end);
    const armed = fighterAt("armed", 0, end);
    arm(armed, weaponOf(WeaponId.burst));
    const gift = { kind: "weapon", weapon: "burst" } as const;
    expect(worthOf(gift, armed, temperOf(), false)).toBe(0);
    expect(worthOf(gift, bare, temperOf(), false)).toBeGreaterThan(500);
  });

  test("each need has its price: plating for the bare, rounds for the empty, mines for who likes them", () => {
    const self = fighterAt("bot", 0, end);
    const plating = { kind: "plating", amount: 50 } as const;
    const bare = worthOf(plating, self, temperOf(), false);
    self.player.plating = DRONE.plating.most;
    expect(worthOf(plating, self, temperOf(), false)).toBe(0);
    expect(bare).toBeGreaterThan(200);
    expect(worthOf({ kind: "ammo" }, self, temperOf(), false)).toBe(0);
    arm(self, weaponOf(WeaponId.rail));
    self.player.railSpare = 0;
    expect(worthOf({ kind: "ammo" }, self, temperOf(), false)).toBeGreaterThan(100);
    const mines = { kind: "weapon", weapon: "mine" } as const;
    const [none, fond] = [0, 1].map((fondness) => worthOf(mines, self, temperOf({ mines: fondness }), false));
    expect(fond).toBeGreaterThan(none! + 100);
  });

  test("a dropped weapon is fetched once it has been seen", () => {
    const arena = corridor(".");
    const scene = alone(arena, middleOf(12, 2));
    const drop = new DropState();
    Object.assign(drop, { weapon: WeaponId.rail, rounds: 3, x: end.x, y: end.y, endsAt: 100_000 });
    scene.world.drops.set("drop", drop);
    let nearest = Number.POSITIVE_INFINITY;
    live(scene, timeFor(12), () => {
      nearest = Math.min(nearest, Math.abs(scene.self.player.x - end.x));
    });
    expect(nearest).toBeLessThan(20);
  });
});

describe("the clock of a rack", () => {
  const arena = corridor("h");
  const end = middleOf(24, 2);

  /** A weak bot that has seen how long the rack stays empty. */
  const knowing = (patience: number, readyIn: number) => (seed: number) => {
    const scene = alone(arena, middleOf(14, 2), { seed, temper: temperOf({ patience }) });
    scene.self.player.health = 20;
    scene.world.state.racks[0]!.readyAt = scene.world.state.tick + readyIn;
    return scene;
  };

  test("keeps a bot away from one that stays empty for long, for all its need", () => {
    const long = rackItems(arena)[0]!.respawnTicks;
    expect(comers(timeFor(10), end, knowing(1, long))).toBeLessThan(4);
  });

  test("brings the patient there in time, and not those who do not keep it in mind", () => {
    const soon = timeFor(10) + seconds(1);
    expect(comers(soon + seconds(1), end, knowing(1, soon))).toBe(10);
    expect(comers(soon, end, knowing(0, soon))).toBeLessThan(6);
  });

  test("is not known to who has not seen it", () => {
    const walled = drawArena(
      "#################",
      "#ss.....#......h#",
      "#.......#.......#",
      "#.......#.......#",
      "#...............#",
      "#################",
    );
    const scene = alone(walled, middleOf(2, 2));
    scene.self.player.health = 20;
    scene.world.state.racks[0]!.readyAt = 100_000;
    let nearest = Number.POSITIVE_INFINITY;
    const rack = middleOf(15, 1);
    live(scene, seconds(3), () => {
      nearest = Math.min(nearest, Math.abs(scene.self.player.x - rack.x));
    });
    // It sets out, sees that there is nothing as it comes round the wall, and turns.
    expect(nearest).toBeLessThan(300);
    expect(nearest).toBeGreaterThan(30);
  });
});
