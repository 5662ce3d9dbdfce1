import { beforeEach, describe, expect, test } from "vitest";
import { seconds, TeamId, WeaponId } from "../../shared/content/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { hurt } from "./damage.ts";
import { createScene, eventsOf, fighterAt } from "./testing.ts";
import type { Fighter, MatchWorld } from "./world.ts";

const ARENA = emptyArena(40, 32);

let world: MatchWorld;
let ada: Fighter;
let ben: Fighter;
let cem: Fighter;
beforeEach(() => {
  ada = fighterAt("ada", 0, { x: 200, y: 200 });
  ben = fighterAt("ben", 1, { x: 400, y: 200 });
  cem = fighterAt("cem", 2, { x: 600, y: 200 });
  world = createScene(ARENA, [ada, ben, cem]);
});

/** One hits another with a Pulse. */
function hit(shooter: Fighter, target: Fighter, damage: number): boolean {
  const { x, y } = target.player;
  return hurt(world, target, damage, { shooter, weapon: WeaponId.pulse, seq: 1, x, y, dx: 1, dy: 0 });
}

describe("an assist", () => {
  test("is a good part of the damage, done not long before somebody else's kill", () => {
    hit(ada, cem, 40);
    hit(ben, cem, 60);
    expect(ada.player).toMatchObject({ assists: 1, kills: 0, score: 0 });
    expect(ben.player).toMatchObject({ assists: 0, kills: 1 });
    expect(eventsOf(world.events, "kill")).toMatchObject([{ killer: 1, victim: 2, assists: [0] }]);
  });

  test("adds up from several hits", () => {
    for (let i = 0; i < 5; i++) hit(ada, cem, 5);
    hit(ben, cem, 75);
    expect(ada.player.assists).toBe(1);
  });

  test("is not a scratch, nor a wound of long ago", () => {
    hit(ada, cem, 24);
    hit(ben, cem, 76);
    expect(ada.player.assists).toBe(0);

    cem = fighterAt("cem", 2, { x: 600, y: 200 });
    world.fighters.set("cem", cem);
    hit(ada, cem, 50);
    world.state.tick += seconds(12) + 1;
    hit(ben, cem, 50);
    expect(ada.player.assists).toBe(0);
  });

  test("goes to nobody who has left, and not to the killer or the victim", () => {
    hit(ada, cem, 40);
    world.fighters.delete("ada");
    hit(cem, cem, 1);
    hit(ben, cem, 59);
    expect([ada, ben, cem].map(({ player }) => player.assists)).toEqual([0, 0, 0]);
  });

  test("is credited when the victim then destroys itself", () => {
    hit(ada, cem, 40);
    hit(cem, cem, 200);
    expect(cem.player).toMatchObject({ alive: 0, kills: 0, score: -1 });
    expect(ada.player.assists).toBe(1);
  });
});

describe("a hit", () => {
  test("is counted as what it took, plating included, and only against enemies", () => {
    cem.player.plating = 50;
    expect(hit(ada, cem, 30)).toBe(true);
    expect(cem.player).toMatchObject({ plating: 32, health: 88 });
    expect(ada.tally.damage).toBe(30);
    expect(hit(ada, ada, 30)).toBe(false);
    expect(ada.tally.damage).toBe(30);
  });

  test("takes no more than there is left", () => {
    cem.player.health = 10;
    hit(ada, cem, 90);
    expect(ada.tally.damage).toBe(10);
    expect(eventsOf(world.events, "hit")).toMatchObject([{ damage: 10, fatal: true }]);
  });

  test("does not reach the dead, nor mates of a team mode", () => {
    cem.player.alive = 0;
    expect(hit(ada, cem, 30)).toBe(false);
    world.state.mode = 1;
    ada.player.team = TeamId.azure;
    ben.player.team = TeamId.azure;
    expect(hit(ada, ben, 30)).toBe(false);
    expect(ben.player.health).toBe(100);
    expect(world.events).toEqual([]);
  });
});
