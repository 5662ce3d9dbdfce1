import { beforeEach, describe, expect, test } from "vitest";
import type { Arena, Spot } from "../../shared/arena/index.ts";
import { DRONE, type MineWeapon, WeaponId, weaponOf } from "../../shared/content/index.ts";
import type { MineState } from "../../shared/state/index.ts";
import { drawArena, emptyArena } from "../../tests/fixtures/arenas.ts";
import { eventsOf, FIRE, type Game, startGame } from "./testing.ts";

const ARENA = emptyArena(40, 32);
const MINE = weaponOf(WeaponId.mine) as MineWeapon;
const AT = { x: 400, y: 400 };
const AWAY = { x: 1000, y: 800 };

let game: Game;

/** Ada and Ben far from each other, and both far from where the mines are laid. */
function begin(arena: Arena = ARENA): void {
  game = startGame(arena, ["ada", "ben"], { liveTicks: 100_000 });
  game.arm("ada", WeaponId.mine);
  game.place("ada", { x: AWAY.x, y: 100 });
  game.place("ben", AWAY);
}
beforeEach(() => begin());

/** Ada lays a mine somewhere and goes away again. Returns its state. */
function lay(spot: Spot = AT): MineState {
  game.arm("ada", WeaponId.mine);
  game.place("ada", spot);
  game.let("ada", FIRE);
  game.step();
  game.let("ada", {});
  game.place("ada", { x: AWAY.x, y: 100 });
  return [...game.match.state.mines.values()].at(-1)!;
}

/** How many mines somebody knows of. */
function noticed(id: string): number {
  return game.match.noticedMines(id, new Set()).size;
}

function near(px: number): Spot {
  return { x: AT.x + px, y: AT.y };
}

describe("a mine", () => {
  test("is left where its owner is, and costs a round", () => {
    const mine = lay();
    expect(mine).toMatchObject({ owner: 0, ...AT, armedAt: game.match.state.tick + MINE.armTicks });
    expect(game.player("ada").mineLoaded).toBe(MINE.magazine!.rounds - 1);
  });

  test("does nothing before it is armed, and goes off on that very tick", () => {
    lay();
    game.place("ben", near(20));
    expect(eventsOf(game.step(MINE.armTicks - 1), "blast")).toEqual([]);
    expect(eventsOf(game.step(), "blast")).toEqual([{ by: 0, weapon: WeaponId.mine, ...AT }]);
    expect(game.player("ben").health).toBeLessThan(DRONE.health);
    expect(game.match.state.mines.size).toBe(0);
  });

  test("goes off under an enemy within its reach, and not beyond", () => {
    lay();
    game.step(MINE.armTicks);
    game.place("ben", near(MINE.triggerRadius + 1));
    expect(eventsOf(game.step(10), "blast")).toEqual([]);
    game.place("ben", near(MINE.triggerRadius));
    expect(eventsOf(game.step(), "blast")).toHaveLength(1);
  });

  test("in the middle of it kills, at the edge of its reach it does not", () => {
    lay();
    game.step(MINE.armTicks);
    game.place("ben", AT);
    game.step();
    expect(game.player("ben")).toMatchObject({ alive: 0, deaths: 1 });
    expect(game.player("ada")).toMatchObject({ kills: 1, score: 1 });

    begin();
    lay();
    game.step(MINE.armTicks);
    game.place("ben", near(MINE.triggerRadius));
    game.step();
    expect(game.player("ben").alive).toBe(1);
  });

  test("waits for enemies only: neither its owner nor the protected nor the dead set it off", () => {
    lay();
    game.step(MINE.armTicks);
    game.place("ada", AT);
    expect(eventsOf(game.step(10), "blast")).toEqual([]);
    game.place("ben", AT).protected = true;
    // Protection is taken away again on the next tick that it has no right to; this one is meant to last.
    expect(eventsOf(game.step(0), "blast")).toEqual([]);
    Object.assign(game.player("ben"), { alive: 0, respawnAt: 100_000 });
    expect(eventsOf(game.step(10), "blast")).toEqual([]);
  });

  test("hurts its owner too when they stand by", () => {
    lay();
    game.step(MINE.armTicks);
    game.place("ada", near(-30));
    game.place("ben", near(40));
    game.step();
    expect(game.player("ada").health).toBeLessThan(DRONE.health);
  });

  test("does not go off through a wall, nor hurts behind one", () => {
    const rows = ["############", "#s.........#", "#....#.....#", "#....#.....#", "############"];
    begin(drawArena(...rows));
    game.place("ben", { x: 330, y: 110 });
    lay({ x: 144, y: 110 });
    game.place("ada", { x: 330, y: 60 });
    game.step(MINE.armTicks);
    game.place("ben", { x: 205, y: 110 });
    expect(eventsOf(game.step(20), "blast")).toEqual([]);
  });

  test("gives up after its time without a bang", () => {
    lay();
    expect(eventsOf(game.step(MINE.lifeTicks - 1), "blast")).toEqual([]);
    expect(game.match.state.mines.size).toBe(1);
    expect(eventsOf(game.step(), "blast")).toEqual([]);
    expect(game.match.state.mines.size).toBe(0);
  });

  test("is one of so many: beyond them the oldest gives way", () => {
    const first = lay({ x: 100, y: 400 });
    for (let i = 1; i < MINE.most; i++) lay({ x: 100 + i * 150, y: 400 });
    expect(game.match.state.mines.size).toBe(MINE.most);
    lay({ x: 100, y: 800 });
    expect(game.match.state.mines.size).toBe(MINE.most);
    expect([...game.match.state.mines.values()]).not.toContain(first);
  });

  test("of somebody who leaves or watches is gone", () => {
    lay();
    game.match.spectate("ada");
    expect(game.match.state.mines.size).toBe(0);
    begin();
    lay();
    game.match.leave("ada");
    expect(game.match.state.mines.size).toBe(0);
  });

  test("outlives the death of its owner", () => {
    lay();
    Object.assign(game.player("ada"), { alive: 0, respawnAt: 100_000 });
    game.step(MINE.armTicks);
    game.place("ben", AT);
    expect(eventsOf(game.step(), "kill")).toMatchObject([{ killer: 0, victim: 1 }]);
  });
});

describe("a mine is noticed", () => {
  test("by its owner at any distance, by an enemy only from near", () => {
    lay();
    expect(noticed("ada")).toBe(1);
    expect(noticed("ben")).toBe(0);
    game.place("ben", near(MINE.noticeRadius + 1));
    expect(noticed("ben")).toBe(0);
    game.place("ben", near(MINE.noticeRadius));
    expect(noticed("ben")).toBe(1);
  });

  test("not through a wall, and not by the dead", () => {
    const rows = ["############", "#s.........#", "#....#.....#", "#....#.....#", "############"];
    begin(drawArena(...rows));
    lay({ x: 144, y: 110 });
    game.place("ben", { x: 205, y: 110 });
    expect(noticed("ben")).toBe(0);
    game.place("ben", { x: 144, y: 60 });
    expect(noticed("ben")).toBe(1);
    game.player("ben").alive = 0;
    expect(noticed("ben")).toBe(0);
  });

  test("by whoever watches somebody who notices it", () => {
    lay();
    game.match.join("eva", "Eva");
    game.match.spectate("eva");
    game.match.watch("eva", game.player("ben").slot);
    game.step();
    expect(noticed("eva")).toBe(0);
    game.match.watch("eva", game.player("ada").slot);
    expect(noticed("eva")).toBe(1);
    expect(noticed("stranger")).toBe(0);
  });

  test("by mates at any distance, who do not set it off either", () => {
    game = startGame({ ...ARENA, modes: ["tdm"] }, ["ada", "ben", "cem"], {}, 1, { modes: ["tdm"] });
    for (const [id, team] of [["ada", 1] as const, ["ben", 1] as const, ["cem", 2] as const]) {
      game.player(id).team = team;
      game.place(id, AWAY);
    }
    const mine = lay();
    expect(mine.team).toBe(1);
    expect([noticed("ben"), noticed("cem")]).toEqual([1, 0]);
    game.place("ben", AT);
    expect(eventsOf(game.step(MINE.armTicks + 5), "blast")).toEqual([]);
    game.place("cem", near(30));
    game.step();
    expect(game.player("cem").health).toBeLessThan(DRONE.health);
    expect(game.player("ben").health).toBe(DRONE.health);
  });
});
