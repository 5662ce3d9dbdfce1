import { describe, expect, test } from "vitest";
import type { Arena } from "../../shared/arena/index.ts";
import {
  DRONE,
  type GrenadeWeapon,
  type ModeKey,
  TICK_MS,
  TILE,
  WeaponId,
  weaponOf,
} from "../../shared/content/index.ts";
import { directionOf } from "../../shared/math/index.ts";
import { createShot, launchGrenade, stepGrenade } from "../../shared/sim/index.ts";
import { drawArena, emptyArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { launch, stepFlights } from "./flights.ts";
import { createScene, eventsOf, FIRE, fighterAt, type Game, pastOf, startGame } from "./testing.ts";
import { NO_REWIND } from "./world.ts";

const ARENA = emptyArena(40, 32);
const LAUNCHER = weaponOf(WeaponId.launcher) as GrenadeWeapon;
const ADA = { x: 200, y: 500 };
const FAR_AWAY = { x: 1100, y: 100 };

/** Ada with the Launcher, and Ben at a place. */
function duel(ben: { x: number; y: number }, arena: Arena = ARENA, mode: ModeKey = "ffa"): Game {
  const game = startGame(arena, ["ada", "ben"], {}, 1, { modes: [mode] });
  game.arm("ada", WeaponId.launcher);
  game.place("ada", ADA);
  game.place("ben", ben);
  return game;
}

/** One pull of Ada's trigger on this tick. */
function lob(game: Game, aim = 0, agoMs = 0, rewind?: Parameters<Game["step"]>[1]): ReturnType<Game["step"]> {
  game.let("ada", { ...FIRE, aim }, agoMs);
  const events = game.step(1, rewind);
  game.let("ada", { aim });
  return events;
}

describe("a grenade", () => {
  test("bursts on the enemy whom it touches, with nearly all of its damage", () => {
    const game = duel({ x: 500, y: 500 });
    const events = [...lob(game), ...game.step(60)];
    expect(eventsOf(events, "blast")).toHaveLength(1);
    const { health } = game.player("ben");
    expect(DRONE.health - health).toBeLessThanOrEqual(LAUNCHER.blast.damage);
    expect(DRONE.health - health).toBeGreaterThanOrEqual(LAUNCHER.blast.damage - 6);
    expect(eventsOf(events, "hit")).toMatchObject([{ victim: 1, seq: 1 }]);
    expect(game.match.state.bolts.size).toBe(0);
  });

  test("bursts by itself when its fuse is over, and not before", () => {
    const game = duel(FAR_AWAY);
    lob(game);
    expect(eventsOf(game.step(LAUNCHER.fuseTicks - 1), "blast")).toEqual([]);
    expect(game.match.state.bolts.size).toBe(1);
    expect(eventsOf(game.step(), "blast")).toHaveLength(1);
    expect(game.match.state.bolts.size).toBe(0);
  });

  test("does not burst on its thrower, but hurts them when its fuse is over", () => {
    const game = duel(FAR_AWAY);
    game.place("ada", { x: TILE + DRONE.radius, y: 500 });
    const events = [...lob(game, Math.PI), ...game.step(20)];
    expect(eventsOf(events, "blast")).toEqual([]);
    // It has come back from the wall: she waits for it where it will lie.
    const [blast] = eventsOf(game.step(LAUNCHER.fuseTicks - 20), "blast");
    const again = duel(FAR_AWAY);
    again.place("ada", { x: TILE + DRONE.radius, y: 500 });
    lob(again, Math.PI);
    again.place("ada", { x: blast!.x, y: blast!.y });
    again.step(LAUNCHER.fuseTicks);
    expect(again.player("ada").health).toBeLessThan(DRONE.health);
    expect(again.player("ada").alive).toBe(1);
  });

  test("bounces off walls, around corners, to whoever hides there", () => {
    // Ben stands in a niche that no line from Ada's lane leads into.
    const rows = [
      "################",
      "#s.............#",
      "#..............#",
      "###########....#",
      "###########....#",
      "###########....#",
      "################",
    ];
    const arena = drawArena(...rows);
    const hits = new Set<number>();
    for (let step = 0; step < 40; step++) {
      const game = duel(middleOf(12, 5), arena);
      game.place("ada", middleOf(2, 1));
      lob(game, step * 0.02);
      game.step(LAUNCHER.fuseTicks);
      if (game.player("ben").health < DRONE.health) hits.add(step);
    }
    expect(hits.size).toBeGreaterThan(3);
  });

  test("flies, bit by bit, as everybody works it out from what travels, also with an aim finer than the wire", () => {
    const hall = emptyArena(14, 10);
    for (let angle = 0.0123456; angle < 6.28; angle += 0.2) {
      const shooter = fighterAt("ada", 0, middleOf(7, 5));
      const world = createScene(hall, [shooter]);
      const pending = { shooter, weapon: LAUNCHER.id, seq: 3, angle, agoMs: 0, ...middleOf(7, 5) };
      launch(world, NO_REWIND, pending, LAUNCHER);
      const [bolt] = [...world.state.bolts.values()];
      const { x: dx, y: dy } = directionOf(bolt!.angle, { x: 0, y: 0 });
      const shot = { ...createShot(), x: bolt!.x, y: bolt!.y, dx, dy };
      const seen = launchGrenade(LAUNCHER, shot, { x: 0, y: 0, vx: 0, vy: 0, age: 0 });
      for (let age = 1; age < LAUNCHER.fuseTicks; age++) {
        world.state.tick += 1;
        stepFlights(world, NO_REWIND);
        stepGrenade(hall, LAUNCHER, seen);
        expect(world.flights[0]!.grenade).toEqual(seen);
      }
    }
  });

  test("thrown in the past is already on its way", () => {
    const game = duel(FAR_AWAY);
    game.step(30);
    const behind = 8;
    lob(game, 0, behind * TICK_MS);
    const [bolt] = [...game.match.state.bolts.values()];
    expect(bolt!.bornAt).toBe(game.match.state.tick - behind);
    expect(eventsOf(game.step(LAUNCHER.fuseTicks - behind - 1), "blast")).toEqual([]);
    expect(eventsOf(game.step(), "blast")).toHaveLength(1);
  });

  test("on that way bursts on whom its thrower saw there", () => {
    const game = duel(FAR_AWAY);
    game.step(30);
    const rewind = pastOf(game.player("ben"), { x: ADA.x + 60, y: ADA.y });
    expect(eventsOf(lob(game, 0, 150, rewind), "blast")).toHaveLength(1);
  });

  test("rolls past protected and past mates, and hurts neither", () => {
    const guarded = duel({ x: 400, y: 500 });
    guarded.player("ben").protected = true;
    expect(eventsOf([...lob(guarded), ...guarded.step(60)], "blast")).toEqual([]);

    const team = emptyArena(40, 32);
    const mates = duel({ x: 400, y: 500 }, { ...team, modes: ["tdm"] }, "tdm");
    for (const id of ["ada", "ben"]) mates.player(id).team = 1;
    const events = [...lob(mates), ...mates.step(LAUNCHER.fuseTicks)];
    expect(eventsOf(events, "blast")).toHaveLength(1);
    expect(mates.player("ben").health).toBe(DRONE.health);
  });
});

describe("what flies", () => {
  test("of somebody who leaves is gone with them, for their slot may soon be another's", () => {
    for (const weapon of [WeaponId.pulse, WeaponId.launcher]) {
      const game = duel({ x: 700, y: 500 });
      game.arm("ada", weapon);
      lob(game);
      expect(game.match.state.bolts.size).toBe(1);
      game.match.leave("ada");
      game.match.join("cem", "Cem");
      expect(game.match.state.bolts.size).toBe(0);
      expect(eventsOf(game.step(100), "blast")).toEqual([]);
      expect(game.player("ben").health).toBe(DRONE.health);
    }
  });

  test("goes through mates to the enemy behind", () => {
    const arena = { ...ARENA, modes: ["tdm"] };
    for (const weapon of [WeaponId.pulse, WeaponId.burst, WeaponId.scatter]) {
      const game = startGame(arena, ["ada", "ben", "cem"], {}, 1, { modes: ["tdm"] });
      for (const [id, team] of [["ada", 1] as const, ["ben", 1] as const, ["cem", 2] as const]) {
        game.player(id).team = team;
      }
      game.arm("ada", weapon);
      game.place("ada", ADA);
      game.place("ben", { x: ADA.x + 80, y: ADA.y });
      game.place("cem", { x: ADA.x + 160, y: ADA.y });
      lob(game);
      game.step(20);
      expect(game.player("ben").health).toBe(DRONE.health);
      expect(game.player("cem").health).toBeLessThan(DRONE.health);
    }
  });
});
