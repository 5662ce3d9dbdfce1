import { PredictedSpawns } from "@colyseus/sdk/predict";
import { describe, expect, it } from "vitest";
import {
  type FlyingWeapon,
  type GrenadeWeapon,
  TICK_MS,
  WeaponId,
  weaponOf,
} from "../../shared/content/index.ts";
import { directionOf } from "../../shared/math/index.ts";
import { createShot, launchGrenade, shotOf, stepGrenade } from "../../shared/sim/index.ts";
import { BoltState } from "../../shared/state/index.ts";
import { drawArena } from "../../tests/fixtures/arenas.ts";
import { createWorld } from "./blank.ts";
import { createFlights } from "./flights.ts";
import type { WorldEvent } from "./worldEvents.ts";

const ARENA = drawArena(
  "####################",
  "#........#.........#",
  "#........#.........#",
  "#..................#",
  "#..................#",
  "#......##..........#",
  "#..................#",
  "####################",
);
const LAUNCHER = weaponOf(WeaponId.launcher) as GrenadeWeapon;
const PULSE = weaponOf(WeaponId.pulse) as FlyingWeapon;
const SELF = 3;
const OTHER = 7;
/** Ticks that others are drawn in the past. */
const BEHIND = 6;
/** A command's aim as the wire holds it. */
const AIM = 0.703125 * 2 * Math.PI;

/** A shot of somebody in the middle of the arena. */
function shotAt(weapon: FlyingWeapon, aim: number) {
  return shotOf(ARENA, weapon, { x: 200, y: 130 }, aim, SELF, 1, 0, createShot());
}

/** The state by which the server tells of a shot. */
function stateOf(weapon: FlyingWeapon, owner: number, aim: number, bornAt: number, seq = 1): BoltState {
  const { x, y } = shotAt(weapon, aim);
  return Object.assign(new BoltState(), {
    owner,
    weapon: weapon.id,
    seq,
    x,
    y,
    angle: aim,
    bornAt,
  });
}

/** Where the server has a grenade after each tick, from its launch on. */
function serverPath(state: BoltState): { x: number; y: number }[] {
  const shot = createShot();
  const direction = directionOf(state.angle, { x: 0, y: 0 });
  Object.assign(shot, { x: state.x, y: state.y, dx: direction.x, dy: direction.y });
  const grenade = launchGrenade(LAUNCHER, shot, { x: 0, y: 0, vx: 0, vy: 0, age: 0 });
  const path = [{ x: grenade.x, y: grenade.y }];
  while (grenade.age < LAUNCHER.fuseTicks) {
    stepGrenade(ARENA, LAUNCHER, grenade);
    path.push({ x: grenade.x, y: grenade.y });
  }
  return path;
}

function setUp() {
  const world = createWorld(ARENA);
  const time = { tick: 1000, serverMs: 0 };
  let add = (_state: BoltState, _key: string): void => {};
  let remove = (_state: BoltState, _key: string): void => {};
  const flights = createFlights(
    (options) => {
      const clock = { serverNow: () => time.serverMs, smoothedRtt: () => 50 };
      const spawns = new PredictedSpawns<BoltState, { readonly seq: number }>(options, clock);
      spawns.attach((onAdd, onRemove) => {
        add = onAdd;
        remove = onRemove;
        return () => {};
      });
      return spawns;
    },
    { latest: () => time.tick, present: () => time.tick, shown: () => time.tick - BEHIND },
    () => SELF,
    world,
  );
  const events: WorldEvent[] = [];
  return {
    world,
    time,
    flights,
    events,
    add: (state: BoltState) => add(state, "a"),
    remove: (state: BoltState) => remove(state, "a"),
    /** A frame so many ticks after the click at 0 ms. */
    frame: (ticks: number) => flights.frame(ticks * TICK_MS, (event) => events.push(event)),
    typesOf: () => events.map(({ type }) => type),
  };
}

describe("a grenade of one's own", () => {
  it("flies from the click on along the very path of the server, and evenly between its ticks", () => {
    const { world, flights, frame } = setUp();
    const path = serverPath(stateOf(LAUNCHER, SELF, AIM, 0));
    flights.predict(0, 1, LAUNCHER, SELF, shotAt(LAUNCHER, AIM));
    let turns = 0;
    let last = { dx: 0, dy: 0 };
    for (let tick = 0; tick < LAUNCHER.fuseTicks - 1; tick++) {
      frame(tick);
      const bolt = world.bolts[0]!;
      expect(bolt.x).toBeCloseTo(path[tick]!.x, 6);
      expect(bolt.y).toBeCloseTo(path[tick]!.y, 6);
      if (bolt.dx * last.dx < 0 || bolt.dy * last.dy < 0) turns += 1;
      last = { dx: bolt.dx, dy: bolt.dy };
      frame(tick + 0.5);
      expect(bolt.x).toBeCloseTo((path[tick]!.x + path[tick + 1]!.x) / 2, 6);
    }
    expect(turns).toBeGreaterThan(0);
  });

  it("tells each bounce once", () => {
    const { flights, frame, events } = setUp();
    flights.predict(0, 1, LAUNCHER, SELF, shotAt(LAUNCHER, AIM));
    for (let frames = 0; frames < 300; frames++) frame(frames / 4);
    const bounces = events.filter((event) => event.type === "bounce");
    const places = new Set(bounces.map((event) => JSON.stringify(event)));
    expect(bounces.length).toBeGreaterThan(1);
    expect(places.size).toBe(bounces.length);
  });

  it("is handed over to the server's unseen, and goes off where and when the server says", () => {
    const { world, flights, frame, events, add, remove, time } = setUp();
    const state = stateOf(LAUNCHER, SELF, AIM, 1000 - BEHIND);
    flights.predict(0, 1, LAUNCHER, SELF, shotAt(LAUNCHER, AIM));
    frame(5);
    const { id, x, y } = world.bolts[0]!;
    add(state);
    frame(5);
    expect(world.bolts).toHaveLength(1);
    expect(world.bolts[0]).toMatchObject({ id, x, y, own: true });
    // At tick 1034 it has met somebody: 40 ticks old, drawn as 34 old.
    time.tick = 1034;
    remove(state);
    expect(flights.blast({ by: SELF, weapon: WeaponId.launcher, x: 50, y: 60 })).toBe(true);
    frame(34);
    expect(world.bolts).toHaveLength(1);
    frame(39.9);
    expect(events.some(({ type }) => type === "blast")).toBe(false);
    frame(40);
    expect(world.bolts).toEqual([]);
    expect(events.filter(({ type }) => type === "blast")).toEqual([
      { type: "blast", by: SELF, weapon: WeaponId.launcher, x: 50, y: 60, radius: LAUNCHER.blast.radius },
    ]);
  });

  it("that the server never confirms disappears after its fuse without a word", () => {
    const { world, flights, frame, typesOf } = setUp();
    flights.predict(0, 1, LAUNCHER, SELF, shotAt(LAUNCHER, AIM));
    frame(LAUNCHER.fuseTicks - 1);
    expect(world.bolts).toHaveLength(1);
    frame(LAUNCHER.fuseTicks + 1);
    expect(world.bolts).toEqual([]);
    expect(typesOf()).not.toContain("blast");
  });

  it("lies still after its fuse while the server has not told what became of it", () => {
    const { world, flights, frame, add, remove, time } = setUp();
    const state = stateOf(LAUNCHER, SELF, AIM, 1000);
    flights.predict(0, 1, LAUNCHER, SELF, shotAt(LAUNCHER, AIM));
    add(state);
    frame(LAUNCHER.fuseTicks + 20);
    const end = serverPath(state).at(-1)!;
    expect(world.bolts[0]!.x).toBeCloseTo(end.x, 6);
    // The patch that takes it away may be one tick late.
    time.tick = 1000 + LAUNCHER.fuseTicks + 1;
    remove(state);
    frame(LAUNCHER.fuseTicks + 21);
    expect(world.bolts).toEqual([]);
  });

  it("goes off even when it did so before the first patch with it", () => {
    const { world, flights, frame, events } = setUp();
    flights.predict(0, 1, LAUNCHER, SELF, shotAt(LAUNCHER, AIM));
    frame(4);
    expect(flights.blast({ by: SELF, weapon: WeaponId.launcher, x: 1, y: 2 })).toBe(true);
    frame(5);
    expect(world.bolts).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: "blast", x: 1, y: 2 });
  });
});

describe("what others fire", () => {
  it("flies the server's path at the time of the picture when it is far", () => {
    const { world, frame, add, time } = setUp();
    const state = stateOf(LAUNCHER, OTHER, AIM, 1000);
    const path = serverPath(state);
    add(state);
    for (let tick = 0; tick < 60; tick++) {
      time.tick = 1000 + BEHIND + tick;
      frame(tick);
      expect(world.bolts[0]!.x).toBeCloseTo(path[tick]!.x, 6);
      expect(world.bolts[0]!.y).toBeCloseTo(path[tick]!.y, 6);
    }
  });

  it("is told and drawn when the picture has come to the shot, and not before", () => {
    const { world, frame, add, time, events } = setUp();
    const state = stateOf(LAUNCHER, OTHER, AIM, 1000);
    add(state);
    time.tick = 1000 + BEHIND - 1;
    frame(0);
    expect([world.bolts, events]).toEqual([[], []]);
    time.tick += 1;
    frame(1);
    time.tick += 1;
    frame(2);
    expect(world.bolts).toHaveLength(1);
    expect(events).toMatchObject([
      { type: "shot", slot: OTHER, own: false, weapon: WeaponId.launcher, x: state.x, y: state.y },
    ]);
  });

  it("that came while it was under way does not tell the bounces of its past", () => {
    const { frame, add, time, typesOf } = setUp();
    add(stateOf(LAUNCHER, OTHER, AIM, 1000));
    time.tick = 1000 + BEHIND + 80;
    frame(0);
    expect(typesOf()).toEqual([]);
  });

  it("is no business of a blast by somebody else", () => {
    const { flights, add, remove } = setUp();
    const state = stateOf(LAUNCHER, OTHER, AIM, 990);
    add(state);
    remove(state);
    expect(flights.blast({ by: SELF, weapon: WeaponId.launcher, x: 0, y: 0 })).toBe(false);
    expect(flights.blast({ by: OTHER, weapon: WeaponId.mine, x: 0, y: 0 })).toBe(false);
  });

  it("is taken away without a blast when the air is cleared by the server", () => {
    const { world, frame, add, remove, time, typesOf } = setUp();
    const state = stateOf(LAUNCHER, OTHER, AIM, 1000);
    add(state);
    time.tick = 1020;
    frame(0);
    remove(state);
    frame(1);
    expect(world.bolts).toHaveLength(1);
    time.tick = 1020 + BEHIND;
    frame(2);
    expect(world.bolts).toEqual([]);
    expect(typesOf()).not.toContain("blast");
  });
});

describe("a bolt", () => {
  it("of one's own flies from the click on and ends where the server says that it hit", () => {
    const { world, flights, frame, events } = setUp();
    const shot = shotAt(PULSE, 0);
    flights.predict(0, 9, PULSE, SELF, shot);
    frame(2);
    expect(world.bolts[0]!.x).toBeCloseTo(shot.x + (900 / 60) * 2, 6);
    flights.hit(9, shot.x + 60, shot.y);
    frame(3);
    expect(world.bolts).toHaveLength(1);
    frame(5);
    expect(world.bolts).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: "impact", x: shot.x + 60, y: shot.y });
  });

  it("is not drawn on another map, and the server's are taken up anew", () => {
    const { world, flights, frame, add, events } = setUp();
    flights.predict(0, 1, PULSE, SELF, shotAt(PULSE, 0));
    add(stateOf(PULSE, OTHER, 0, 990));
    frame(1);
    expect(world.bolts).toHaveLength(2);
    flights.clear();
    expect(world.bolts).toEqual([]);
    frame(2);
    expect(world.bolts.map(({ owner }) => owner)).toEqual([OTHER]);
    expect(events.filter(({ type }) => type === "impact")).toEqual([]);
  });
});
