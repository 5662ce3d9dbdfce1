import { beforeEach, describe, expect, test } from "vitest";
import {
  DRONE,
  type Gift,
  ITEMS,
  type ItemKey,
  ItemKind,
  itemOf,
  seconds,
  WEAPONS,
  WeaponId,
  weaponOf,
} from "../../shared/content/index.ts";
import { carries, roundsOf } from "../../shared/sim/index.ts";
import { ArenaState, RackState } from "../../shared/state/index.ts";
import { drawArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { racksOf } from "./items.ts";
import { eventsOf, FIRE, type Game, startGame } from "./testing.ts";

const RACK = middleOf(4, 2);
const ASIDE = middleOf(7, 3);

let game: Game;

/** Ada and Ben in a hall with a rack for this item, both away from it. */
function hallWith(item: ItemKey): void {
  const drawing = ["##########", "#s......s#", "#...i....#", "#........#", "##########"];
  game = startGame(drawArena(...drawing, { legend: { i: item } }), ["ada", "ben"]);
  game.place("ada", ASIDE);
  game.place("ben", ASIDE);
}

/** What an item gives, of the kind that the test is about. */
function giftOf<K extends Gift["kind"]>(item: number, kind: K): Extract<Gift, { kind: K }> {
  const { gift } = itemOf(item);
  if (gift.kind !== kind) throw new RangeError(`item ${item} gives ${gift.kind}`);
  return gift as Extract<Gift, { kind: K }>;
}

describe("a health cell", () => {
  const CELL = itemOf(ItemKind.healthCell);
  const { amount } = giftOf(ItemKind.healthCell, "health");
  beforeEach(() => hallWith("healthCell"));

  test("heals whoever is on the rack, and everybody is told", () => {
    game.place("ada", RACK).health = 30;
    const events = game.step();
    expect(eventsOf(events, "taken")).toEqual([{ rack: 0, by: game.player("ada").slot }]);
    expect(events.find(({ type }) => type === "taken")?.to).toEqual({ all: true });
    expect(game.player("ada").health).toBe(30 + amount);
  });

  test("never heals beyond the full measure", () => {
    game.place("ada", RACK).health = DRONE.health - 1;
    game.step();
    expect(game.player("ada").health).toBe(DRONE.health);
  });

  test("stays for those who need it: the whole and the dead do not take it", () => {
    game.place("ada", RACK);
    Object.assign(game.place("ben", RACK), { alive: 0, health: 0, respawnAt: 100_000 });
    expect(eventsOf(game.step(10), "taken")).toEqual([]);
    expect(game.match.state.racks[0]!.readyAt).toBe(0);
  });

  test("is taken within its reach and not beyond", () => {
    game.place("ada", { x: RACK.x + CELL.reach + 1, y: RACK.y }).health = 30;
    expect(eventsOf(game.step(), "taken")).toEqual([]);
    game.place("ada", { x: RACK.x + CELL.reach, y: RACK.y });
    expect(eventsOf(game.step(), "taken")).toHaveLength(1);
  });

  test("goes to one of two", () => {
    for (const id of ["ada", "ben"]) game.place(id, RACK).health = 10;
    expect(eventsOf(game.step(2), "taken")).toHaveLength(1);
    expect(game.player("ada").health + game.player("ben").health).toBe(20 + amount);
  });

  test("is there again when a round begins", () => {
    game = startGame(game.match.arena, ["ada"], { liveTicks: 5, podiumTicks: 5 });
    game.place("ada", RACK).health = 1;
    game.step();
    expect(game.match.state.racks[0]!.readyAt).toBeGreaterThan(0);
    game.step(9);
    expect(game.match.state.round).toBe(2);
    expect(game.match.state.racks[0]!.readyAt).toBe(0);
  });
});

describe("plating", () => {
  const { amount } = giftOf(ItemKind.plating, "plating");
  beforeEach(() => hallWith("plating"));

  test("is worn by whoever takes it, up to its full measure, and left by those who have that", () => {
    game.place("ada", RACK);
    game.step();
    expect(game.player("ada").plating).toBe(amount);
    game.player("ada").plating = DRONE.plating.most - 1;
    game.step(itemOf(ItemKind.plating).respawnTicks);
    expect(game.player("ada").plating).toBe(DRONE.plating.most);
    expect(eventsOf(game.step(itemOf(ItemKind.plating).respawnTicks + 1), "taken")).toEqual([]);
  });

  test("takes its part of each hit until it is used up, and is lost by dying", () => {
    const hit = weaponOf(WeaponId.pulse).damage;
    const absorbed = Math.floor(hit * DRONE.plating.absorbs);
    const ben = game.place("ben", { x: ASIDE.x - 40, y: ASIDE.y });
    ben.plating = absorbed + 1;
    const pause = weaponOf(WeaponId.pulse).cooldownTicks;
    game.let("ada", { ...FIRE, aim: Math.PI });
    game.step(pause);
    expect(ben).toMatchObject({ plating: 1, health: DRONE.health - hit + absorbed });
    game.step(pause);
    expect(ben).toMatchObject({ plating: 0, health: DRONE.health - 2 * hit + absorbed + 1 });
    Object.assign(ben, { health: 1, plating: 1 });
    game.step(pause);
    expect(ben).toMatchObject({ alive: 0, plating: 0 });
  });
});

describe("the overclock", () => {
  const { ticks } = giftOf(ItemKind.overclock, "overclock");
  beforeEach(() => hallWith("overclock"));

  test("fires three shots in the time of two, is seen by all and ends after its time", () => {
    const ada = game.place("ada", RACK);
    game.step();
    expect(ada).toMatchObject({ overclock: ticks, overclocked: true });
    game.let("ada", FIRE);
    game.step(ticks - 1);
    const ordinary = ticks / weaponOf(WeaponId.pulse).cooldownTicks;
    expect(game.match.records()[0]!.shots[WeaponId.pulse]! / ordinary).toBeGreaterThan(1.35);
    expect(ada).toMatchObject({ overclock: 1, overclocked: true });
    game.step();
    expect(ada).toMatchObject({ overclock: 0, overclocked: false });
  });

  test("is lost by dying", () => {
    const ada = game.place("ada", RACK);
    game.step();
    ada.health = 1;
    game.place("ada", { x: ASIDE.x - 40, y: ASIDE.y });
    game.let("ben", { ...FIRE, aim: Math.PI });
    game.step(9);
    expect(ada).toMatchObject({ alive: 0, overclock: 0, overclocked: false });
  });
});

describe("ammo", () => {
  beforeEach(() => hallWith("ammo"));

  test("gives a magazine for each weapon that is carried, and none for others", () => {
    const ada = game.arm("ada", WeaponId.rail, 1);
    game.arm("ada", WeaponId.burst, 2);
    game.place("ada", RACK);
    game.step();
    expect(ada).toMatchObject({ railLoaded: 1, railSpare: weaponOf(WeaponId.rail).magazine!.rounds });
    expect(ada).toMatchObject({ burstLoaded: 2, burstSpare: weaponOf(WeaponId.burst).magazine!.rounds });
    expect(carries(ada, weaponOf(WeaponId.mine))).toBe(false);
  });

  test("is left by those who have only the Pulse, or can carry no more", () => {
    game.place("ada", RACK);
    game.arm("ben", WeaponId.rail);
    game.place("ben", RACK);
    expect(eventsOf(game.step(), "taken")).toEqual([]);
  });
});

describe.each(WEAPONS.filter((weapon) => weapon.magazine !== null))("a rack with the $name", (weapon) => {
  const racked = weapon.magazine!.racked;
  beforeEach(() => hallWith(weapon.key as ItemKey));

  test("gives the weapon with its rounds, and puts it into a hand that holds only the Pulse", () => {
    const ada = game.place("ada", RACK);
    expect(carries(ada, weapon)).toBe(false);
    game.step();
    expect(roundsOf(ada, weapon)).toBe(racked);
    expect(ada).toMatchObject({ weapon: weapon.id, cooldown: weapon.drawTicks });
  });

  test("leaves a better weapon in the hand", () => {
    const better = weapon.id === WeaponId.rail ? WeaponId.burst : WeaponId.rail;
    game.arm("ada", better);
    const ada = game.place("ada", RACK);
    game.step();
    expect(ada.weapon).toBe(better);
    expect(roundsOf(ada, weapon)).toBe(racked);
  });

  test("fills up who has the weapon, and stays for others when no more can be carried", () => {
    const { spare, rounds } = weapon.magazine!;
    const ada = game.arm("ada", weapon.id);
    game.place("ada", RACK);
    expect(eventsOf(game.step(), "taken")).toEqual([]);
    game.arm("ada", weapon.id, rounds + spare - 1);
    expect(eventsOf(game.step(), "taken")).toHaveLength(1);
    expect(roundsOf(ada, weapon)).toBe(rounds + spare);
  });
});

describe.each(ITEMS)("the clock of $name", ({ key, respawnTicks }) => {
  test("says when it is back, and it is back on that tick", () => {
    hallWith(key);
    // Somebody who can make use of anything, again and again.
    const needy = (): void => {
      game.arm("ada", WeaponId.rail, 1);
      Object.assign(game.place("ada", RACK), { health: 1, plating: 0 });
    };
    needy();
    expect(eventsOf(game.step(), "taken")).toHaveLength(1);
    expect(game.match.state.racks[0]!.readyAt).toBe(game.match.state.tick + respawnTicks);
    needy();
    expect(eventsOf(game.step(respawnTicks - 1), "taken")).toEqual([]);
    needy();
    expect(eventsOf(game.step(), "taken")).toHaveLength(1);
    expect(respawnTicks).toBeGreaterThan(seconds(5));
  });
});

test("a map that names an item that does not exist is refused at once", () => {
  const arena = drawArena("####", "#si#", "####", { legend: { i: "pizza" } });
  expect(() => startGame(arena, [])).toThrow(/pizza/);
});

describe("the racks as a plain list", () => {
  test("follow those that travel: as they come, as they go, and when one takes the place of another", () => {
    const state = new ArenaState();
    const follow = (change: () => void): void => {
      change();
      state.tick += 1;
      expect(racksOf(state)).toEqual([...state.racks]);
    };
    follow(() => state.racks.push(new RackState(), new RackState()));
    const list = racksOf(state);
    follow(() => {
      state.racks[0]!.readyAt = 7;
    });
    expect(racksOf(state)).toBe(list);
    follow(() => {
      state.racks.pop();
      state.racks.push(new RackState());
    });
    expect(racksOf(state)).not.toBe(list);
    follow(() => state.racks.pop());
    expect(racksOf(state)).toHaveLength(1);
  });
});
