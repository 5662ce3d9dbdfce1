import { describe, expect, test } from "vitest";
import type { Arena, Spot } from "../../../shared/arena/index.ts";
import { ModeId, seconds, WEAPONS } from "../../../shared/content/index.ts";
import { BoltState, MineState } from "../../../shared/state/index.ts";
import { drawArena, emptyArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import type { Fighter, MatchWorld } from "../world.ts";
import { alone, live, meet, temperOf } from "./testing.ts";

const HALL = emptyArena(30, 16);
const MINE = WEAPONS.find((weapon) => weapon.kind === "mine")!;
const LAUNCHER = WEAPONS.find((weapon) => weapon.kind === "grenade")!;

function layMine(world: MatchWorld, owner: Fighter, spot: Spot): void {
  const state = new MineState();
  Object.assign(state, {
    owner: owner.player.slot,
    team: owner.player.team,
    x: spot.x,
    y: spot.y,
    armedAt: 0,
  });
  world.mines.push({ key: `mine ${world.mines.length}`, state, owner, seq: 0, endsAt: 100_000 });
}

function rollGrenade(world: MatchWorld, owner: Fighter, spot: Spot, vx = 0): void {
  const state = new BoltState();
  Object.assign(state, { owner: owner.player.slot, weapon: LAUNCHER.id, bornAt: world.state.tick });
  const shot = { x: spot.x, y: spot.y, dx: 1, dy: 0, reach: 0, muzzle: 0 };
  const grenade = { x: spot.x, y: spot.y, vx, vy: 0, age: 0 };
  world.flights.push({ key: "grenade", state, shooter: owner, shot, flown: 0, grenade });
}

/** Two halls with two doors between them; a bot in the first wants what lies in the second. */
const DOORS: Arena = drawArena(
  "#####################",
  "#ss.......#.........#",
  "#.........#.........#",
  "#.........#.........#",
  "#...................#",
  "#...................#",
  "#.........#.........#",
  "#.........#.......h.#",
  "#.........#.........#",
  "#.........#.........#",
  "#.........#.........#",
  "#.........#.........#",
  "#...................#",
  "#...................#",
  "#.........#.........#",
  "#####################",
);

/** Least px from the mine in the nearer door, over the way of a wounded bot to what heals. */
function clearanceOf(seed: number, skill: number, ownMine: boolean): { least: number; arrived: boolean } {
  const scene = alone(DOORS, middleOf(3, 5), { seed, skill });
  scene.self.player.health = 15;
  const door = { x: middleOf(10, 4).x, y: middleOf(10, 5).y - 16 };
  layMine(scene.world, ownMine ? scene.self : scene.other, door);
  const goal = middleOf(18, 7);
  let least = Number.POSITIVE_INFINITY;
  let arrived = false;
  live(scene, seconds(6), () => {
    const { x, y } = scene.self.player;
    least = Math.min(least, Math.hypot(x - door.x, y - door.y));
    arrived ||= Math.hypot(x - goal.x, y - goal.y) < 30;
  });
  return { least, arrived };
}

describe("a mine", () => {
  test("that is noticed is flown round, by another door if need be", () => {
    let heeded = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const { least, arrived } = clearanceOf(seed, 1, false);
      expect(arrived).toBe(true);
      if (least > MINE.triggerRadius) heeded += 1;
    }
    expect(heeded).toBeGreaterThanOrEqual(8);
  });

  test("is overlooked by most who are new to this", () => {
    let heeded = 0;
    for (let seed = 1; seed <= 10; seed++) {
      if (clearanceOf(seed, 0, false).least > MINE.triggerRadius) heeded += 1;
    }
    expect(heeded).toBeLessThan(7);
  });

  test("of one's own is no danger", () => {
    for (let seed = 1; seed <= 5; seed++)
      expect(clearanceOf(seed, 1, true).least).toBeLessThan(MINE.triggerRadius);
  });

  test("that nobody could notice changes nothing", () => {
    const wishes: number[] = [];
    for (const isMined of [false, true]) {
      const scene = alone(HALL, middleOf(4, 8), { seed: 3 });
      const far = { x: scene.self.player.x + MINE.noticeRadius + 200, y: scene.self.player.y };
      if (isMined) layMine(scene.world, scene.other, far);
      let sum = 0;
      live(scene, 20, (wish) => {
        sum = sum * 3 + wish.mx + wish.my;
      });
      wishes.push(sum);
    }
    expect(wishes[1]).toBe(wishes[0]);
  });
});

describe("a grenade", () => {
  /** How far a bot has got from a grenade that lies beside it, after some ticks. */
  const distanceAfter = (ticks: number, owned: boolean): number => {
    let sum = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const spot = middleOf(15, 8);
      const scene = alone(HALL, { x: spot.x + 30, y: spot.y }, { seed, skill: 1, temper: temperOf() });
      live(scene, 30);
      const { x, y } = scene.self.player;
      rollGrenade(scene.world, owned ? scene.self : scene.other, { x: x + 10, y });
      live(scene, ticks);
      sum += Math.hypot(scene.self.player.x - x - 10, scene.self.player.y - y);
    }
    return sum / 8;
  };

  test("is run from, after the time that it takes to see it; the own one too", () => {
    expect(distanceAfter(60, false)).toBeGreaterThan(LAUNCHER.blast.radius);
    expect(distanceAfter(60, true)).toBeGreaterThan(LAUNCHER.blast.radius);
  });

  test("of a mate is not, where it does no harm", () => {
    const run = (thrower: "mate" | "enemy" | "nobody"): number => {
      const scene = meet(HALL, middleOf(15, 8), [middleOf(2, 2), middleOf(2, 12)], { seed: 4 });
      const [self, enemy, mate] = [...scene.world.fighters.values()];
      Object.assign(enemy!.player, { team: 2, alive: 0 });
      Object.assign(self!.player, { team: 1 });
      Object.assign(mate!.player, { team: 1 });
      scene.world.state.mode = ModeId.tdm;
      const spot = { x: self!.player.x + 10, y: self!.player.y };
      if (thrower !== "nobody") rollGrenade(scene.world, thrower === "mate" ? mate! : enemy!, spot);
      live(scene, 40);
      return self!.player.x;
    };
    expect(run("mate")).toBe(run("nobody"));
    expect(run("enemy")).not.toBe(run("nobody"));
  });
});
