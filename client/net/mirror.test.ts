import { describe, expect, it } from "vitest";
import { TICK_HZ, WeaponId, weaponOf } from "../../shared/content/index.ts";
import { createBody, giveRounds, Life, reviveBody } from "../../shared/sim/index.ts";
import { aPlayer, openMirror, SELF, TICK } from "../../tests/fixtures/worlds.ts";
import type { Prediction } from "./prediction.ts";

/** A prediction that stands still. */
function predicted(changes: (body: ReturnType<typeof createBody>) => void): Prediction {
  const body = createBody();
  reviveBody(body, 100, 100);
  changes(body);
  return { body, aim: 1, pending: 0, send() {}, dispose() {} };
}

describe("drones", () => {
  it("show what the state says of others, and what the prediction says of the own one", () => {
    const { state, world, frame } = openMirror();
    state.players.set(SELF, aPlayer(0, { overclocked: false, charge: 0 }));
    const chargeTicks = weaponOf(WeaponId.rail).chargeTicks;
    const other = { team: 2, plating: 30, laden: 1, overclocked: true, weapon: WeaponId.rail, assists: 3 };
    state.players.set("a", aPlayer(4, { ...other, charge: chargeTicks / 2 }));
    frame(
      predicted((body) => {
        body.weapon = WeaponId.rail;
        body.charge = chargeTicks;
        body.overclock = 60;
      }),
    );
    expect(world.self).toMatchObject({
      slot: 0,
      charge: 1,
      overclocked: true,
      weapon: WeaponId.rail,
      aim: 1,
    });
    expect(world.focus).toBe(world.self);
    expect(world.drones[1]).toMatchObject({
      ...{ slot: 4, self: false, team: 2, plating: 30, laden: true, overclocked: true },
      ...{ charge: 0.5, assists: 3 },
    });
  });

  it("that are held before a round are there, and dead ones are not until the picture has come to their return", () => {
    const { state, world, events, frame, time } = openMirror();
    const other = aPlayer(4, { alive: Life.held });
    state.players.set("a", other);
    frame();
    expect(world.drones[0]!.alive).toBe(true);
    other.alive = Life.out;
    frame();
    expect(world.drones[0]!.alive).toBe(true);
    time.shownMs = 100;
    frame();
    expect(world.drones[0]!.alive).toBe(false);
    other.alive = Life.flying;
    time.shownMs = 90;
    frame();
    expect(world.drones[0]!.alive).toBe(false);
    time.shownMs = 100;
    frame();
    expect(world.drones[0]!.alive).toBe(true);
    expect(events).toMatchObject([{ type: "spawn", slot: 4, own: false }]);
  });

  it("come back as others under the same id", () => {
    const { state, world, frame } = openMirror();
    state.players.set(SELF, aPlayer(0));
    frame();
    const before = world.self;
    state.players.delete(SELF);
    frame();
    expect([world.self, world.drones]).toEqual([null, []]);
    state.players.set(SELF, aPlayer(6));
    frame();
    expect(world.self).not.toBe(before);
    expect(world.self?.slot).toBe(6);
  });
});

describe("instruments", () => {
  it("are those of the predicted body", () => {
    const { state, world, frame } = openMirror();
    state.players.set(SELF, aPlayer(0));
    const burst = weaponOf(WeaponId.burst);
    frame(
      predicted((body) => {
        giveRounds(body, burst, 30);
        body.weapon = WeaponId.burst;
        body.reload = burst.magazine!.reloadTicks / 5;
        body.overclock = 3 * TICK_HZ;
      }),
    );
    const { own } = world;
    expect(own.arms[WeaponId.pulse]).toEqual({ carried: true, loaded: null, spare: null });
    expect(own.arms[WeaponId.burst]).toEqual({ carried: true, loaded: 18, spare: 12 });
    expect(own.arms[WeaponId.rail]).toEqual({ carried: false, loaded: 0, spare: 0 });
    expect(own.reloadProgress).toBeCloseTo(0.8);
    expect(own.overclockIn).toBe(3);
    expect(own.respawnIn).toBe(0);
  });

  it("count down to the respawn", () => {
    const { state, world, frame } = openMirror();
    state.players.set(SELF, aPlayer(0, { alive: Life.out, respawnAt: TICK + 2 * TICK_HZ }));
    frame(
      predicted((body) => {
        body.alive = Life.out;
      }),
    );
    expect(world.own.respawnIn).toBe(2);
  });
});
