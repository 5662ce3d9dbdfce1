import { beforeEach, describe, expect, test } from "vitest";
import type { Spot } from "../../shared/arena/index.ts";
import { DROP, REACH, WeaponId, weaponOf } from "../../shared/content/index.ts";
import { carries, roundsOf } from "../../shared/sim/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { eventsOf, FIRE, type Game, startGame } from "./testing.ts";

const ARENA = emptyArena(40, 32);
const AT = { x: 500, y: 500 };
const AWAY = { x: 1000, y: 100 };
const RAIL = weaponOf(WeaponId.rail);

let game: Game;
beforeEach(() => {
  game = startGame(ARENA, ["ada", "ben"], { liveTicks: 100_000 });
  game.place("ada", AWAY);
});

/** Ada destroys Ben at a place, and is away again. */
function destroyBen(spot: Spot = AT): void {
  Object.assign(game.place("ben", spot), { alive: 1, health: 1 });
  game.place("ada", { x: spot.x, y: spot.y - 60 });
  const hand = game.player("ada").weapon;
  game.arm("ada", WeaponId.burst);
  game.let("ada", { ...FIRE, aim: Math.PI / 2 });
  game.step();
  game.let("ada", {});
  expect(game.player("ben").alive).toBe(0);
  game.player("ada").weapon = hand;
  game.place("ada", AWAY);
}

function drops(): { weapon: number; rounds: number; x: number; y: number }[] {
  return [...game.match.state.drops.values()].map(({ weapon, rounds, x, y }) => ({ weapon, rounds, x, y }));
}

describe("a destroyed drone", () => {
  test("leaves the weapon that it held, with its rounds, where it was, for a while", () => {
    game.arm("ben", WeaponId.rail, 5);
    destroyBen();
    expect(drops()).toEqual([{ weapon: WeaponId.rail, rounds: 5, ...AT }]);
    game.step(DROP.lifeTicks - 1);
    expect(drops()).toHaveLength(1);
    game.step();
    expect(drops()).toEqual([]);
  });

  test("leaves nothing of the Pulse, and nothing that it carried besides", () => {
    game.arm("ben", WeaponId.rail, 5);
    game.arm("ben", WeaponId.pulse);
    destroyBen();
    expect(drops()).toEqual([]);
  });

  test("comes back with the Pulse alone", () => {
    game.arm("ben", WeaponId.rail, 5);
    destroyBen();
    while (game.player("ben").alive === 0) game.step();
    expect(game.player("ben").weapon).toBe(WeaponId.pulse);
    expect(carries(game.player("ben"), RAIL)).toBe(false);
  });
});

describe("a dropped weapon", () => {
  beforeEach(() => {
    game.arm("ben", WeaponId.rail, 5);
    destroyBen();
  });

  test("is taken by whoever comes near, with its rounds, and all are told", () => {
    game.place("ada", { x: AT.x + REACH + 1, y: AT.y });
    expect(eventsOf(game.step(), "picked")).toEqual([]);
    game.place("ada", { x: AT.x + REACH, y: AT.y });
    expect(eventsOf(game.step(), "picked")).toEqual([{ weapon: WeaponId.rail, by: 0, ...AT }]);
    expect(game.player("ada")).toMatchObject({ weapon: WeaponId.rail });
    expect(roundsOf(game.player("ada"), RAIL)).toBe(5);
    expect(drops()).toEqual([]);
  });

  test("adds its rounds to the same weapon, and stays when no more can be carried", () => {
    game.arm("ada", WeaponId.rail);
    game.place("ada", AT);
    expect(eventsOf(game.step(), "picked")).toEqual([]);
    game.arm("ada", WeaponId.rail, 2);
    game.step();
    expect(roundsOf(game.player("ada"), RAIL)).toBe(7);
  });

  test("goes to one of two", () => {
    game.match.join("cem", "Cem");
    for (const id of ["ada", "cem"]) game.place(id, AT);
    expect(eventsOf(game.step(3), "picked")).toHaveLength(1);
  });
});

test("so many lie about at most: the oldest gives way", () => {
  for (let i = 0; i <= DROP.most; i++) {
    game.arm("ben", WeaponId.rail, 1 + (i % 3));
    destroyBen({ x: 100 + i * 40, y: 800 });
  }
  expect(drops()).toHaveLength(DROP.most);
  expect(drops()[0]!.x).toBe(140);
});

test("the floor is clear when the round is over", () => {
  const short = startGame(ARENA, ["ada", "ben"], { liveTicks: 20, overtimeTicks: 0 });
  game = short;
  game.arm("ben", WeaponId.rail, 5);
  destroyBen();
  expect(drops()).toHaveLength(1);
  game.step(20);
  expect(drops()).toEqual([]);
});
