import { describe, expect, test } from "vitest";
import type { Spot } from "../../shared/arena/index.ts";
import { DRONE, WeaponId, weaponOf } from "../../shared/content/index.ts";
import { createShot, meetsDrone, shotOf } from "../../shared/sim/index.ts";
import { drawArena, emptyArena } from "../../tests/fixtures/arenas.ts";
import { eventsOf, FIRE, type Game, pastOf, startGame } from "./testing.ts";

const ARENA = emptyArena(60, 32);
const ADA = { x: 200, y: 500 };
const SCATTER = weaponOf(WeaponId.scatter);
const RAIL = weaponOf(WeaponId.rail);

let game: Game;

/** Ada with a weapon, and others at places to her right. */
function scene(weapon: WeaponId, others: Readonly<Record<string, Spot>>, arena = ARENA): void {
  game = startGame(arena, ["ada", ...Object.keys(others)]);
  game.arm("ada", weapon);
  game.place("ada", ADA);
  for (const [id, spot] of Object.entries(others)) game.place(id, spot);
}

function right(px: number, down = 0): Spot {
  return { x: ADA.x + px, y: ADA.y + down };
}

describe("the Scatter", () => {
  test("at arm's length hits with all its pellets, told as one hit", () => {
    scene(WeaponId.scatter, { ben: right(50) });
    game.let("ada", FIRE);
    const events = game.step();
    const damage = SCATTER.damage * SCATTER.pellets;
    expect(eventsOf(events, "hit")).toMatchObject([{ victim: 1, damage, seq: 1 }]);
    expect(eventsOf(events, "hurt")).toHaveLength(1);
    expect(game.player("ben").health).toBe(DRONE.health - damage);
    expect(game.match.records()[0]).toMatchObject({
      shots: [0, 0, SCATTER.pellets, 0, 0, 0],
      hits: [0, 0, SCATTER.pellets, 0, 0, 0],
    });
  });

  test("from farther away hits with those pellets that both sides work out from slot and number", () => {
    for (const distance of [120, 180, 240, 290]) {
      scene(WeaponId.scatter, { ben: right(distance) });
      game.let("ada", FIRE);
      const trace = eventsOf(game.step(), "trace")[0]!;
      let hits = 0;
      for (let pellet = 0; pellet < SCATTER.pellets; pellet++) {
        const shot = shotOf(ARENA, SCATTER, ADA, trace.angle, trace.by, trace.seq, pellet, createShot());
        const met = meetsDrone(shot, 0, shot.reach, ADA.x + distance, ADA.y, 0);
        if (met !== Number.POSITIVE_INFINITY) hits += 1;
        expect(trace.lengths[pellet]).toBe(Math.round(Math.min(met, shot.reach)));
      }
      expect(hits).toBeGreaterThan(0);
      expect(hits).toBeLessThan(SCATTER.pellets);
      expect(game.player("ben").health).toBe(DRONE.health - hits * SCATTER.damage);
    }
  });

  test("hits several who stand in its fan, each with its own pellets", () => {
    scene(WeaponId.scatter, { ben: right(90, -16), cem: right(90, 16) });
    game.let("ada", FIRE);
    const hits = eventsOf(game.step(), "hit");
    expect(hits).toHaveLength(2);
    for (const { damage } of hits) expect(damage % SCATTER.damage).toBe(0);
    expect(hits.reduce((sum, { damage }) => sum + damage, 0)).toBeLessThanOrEqual(
      SCATTER.damage * SCATTER.pellets,
    );
  });

  test("needs two hits at arm's length", () => {
    scene(WeaponId.scatter, { ben: right(50) });
    game.let("ada", FIRE);
    game.step(SCATTER.cooldownTicks);
    expect(game.player("ben").alive).toBe(1);
    game.step();
    expect(game.player("ben").alive).toBe(0);
  });

  test("reaches no farther than its range", () => {
    scene(WeaponId.scatter, { ben: right(SCATTER.muzzle + SCATTER.range + DRONE.radius + 1) });
    game.let("ada", FIRE);
    expect(eventsOf(game.step(), "hit")).toEqual([]);
  });
});

describe("the Rail", () => {
  test("fires when the trigger was held for its charge, and others see it charge", () => {
    scene(WeaponId.rail, { ben: right(400) });
    game.let("ada", FIRE);
    game.step(RAIL.chargeTicks - 1);
    expect(game.player("ada").charge).toBe(RAIL.chargeTicks - 1);
    expect(game.player("ben").health).toBe(DRONE.health);
    game.step();
    expect(game.player("ben").health).toBe(DRONE.health - RAIL.damage);
    expect(game.player("ada").charge).toBe(0);
  });

  test("goes through everybody up to the first wall", () => {
    const walled = drawArena(
      ...Array.from({ length: 32 }, (_, row) => {
        if (row === 0 || row === 31) return "#".repeat(40);
        return row === 1 ? `#s${".".repeat(23)}#${".".repeat(13)}#` : `#${".".repeat(24)}#${".".repeat(13)}#`;
      }),
    );
    const wall = 25 * 32;
    scene(WeaponId.rail, { ben: right(200), cem: right(400, 8), dan: { x: wall + 60, y: ADA.y } }, walled);
    game.let("ada", FIRE);
    const events = game.step(RAIL.chargeTicks);
    for (const id of ["ben", "cem"]) expect(game.player(id).health).toBe(DRONE.health - RAIL.damage);
    expect(game.player("dan").health).toBe(DRONE.health);
    const [beam] = eventsOf(events, "trace");
    expect(beam!.lengths).toEqual([wall - ADA.x - RAIL.muzzle]);
    expect(events.find(({ type }) => type === "trace")?.to).toEqual({ except: "ada" });
  });

  test("kills two at once, and both count", () => {
    scene(WeaponId.rail, { ben: right(200), cem: right(300) });
    for (const id of ["ben", "cem"]) game.player(id).health = RAIL.damage;
    game.let("ada", FIRE);
    expect(eventsOf(game.step(RAIL.chargeTicks), "kill")).toHaveLength(2);
    expect(game.player("ada").kills).toBe(2);
    expect(game.match.records()[0]!.hits[WeaponId.rail]).toBe(2);
  });

  test("hits where its shooter saw the target", () => {
    scene(WeaponId.rail, { ben: { x: 1500, y: 900 } });
    game.step(60);
    game.let("ada", FIRE, 150);
    game.step(RAIL.chargeTicks, pastOf(game.player("ben"), right(300)));
    expect(game.player("ben").health).toBe(DRONE.health - RAIL.damage);
  });
});
