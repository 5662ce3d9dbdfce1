import { describe, expect, it } from "vitest";
import { ModeId, TeamId, WeaponId, weaponOf } from "../../shared/content/index.ts";
import { createShot, shotOf } from "../../shared/sim/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { droneAt } from "../../tests/fixtures/drones.ts";
import { createWorld } from "./blank.ts";
import type { Flights } from "./flights.ts";
import { showOwnShot, tracesOf } from "./shots.ts";
import { aDrone } from "./testing.ts";
import type { WorldEvent } from "./worldEvents.ts";

const ARENA = emptyArena(30, 9);
const BODY = droneAt({ x: 100, y: 144 });
const SLOT = 2;
const SEQ = 41;

type Trace = Extract<WorldEvent, { type: "trace" }>;

function setUp() {
  const world = createWorld(ARENA);
  world.self = aDrone({ slot: SLOT, self: true, x: BODY.x, y: BODY.y });
  world.drones.push(world.self);
  const flown: number[] = [];
  const flights: Flights = {
    predict: (_now, seq) => flown.push(seq),
    hit() {},
    blast: () => false,
    frame() {},
    clear() {},
  };
  return {
    world,
    flown,
    /** What is shown of an own shot. */
    fire(weaponId: number, aim: number): WorldEvent[] {
      const events: WorldEvent[] = [];
      const own = { now: 0, seq: SEQ, weapon: weaponOf(weaponId), aim, body: BODY, slot: SLOT };
      showOwnShot(world, flights, (event) => events.push(event), own);
      return events;
    },
  };
}

const tracesIn = (events: WorldEvent[]): Trace[] => events.filter((event) => event.type === "trace");

describe("an own shot", () => {
  it("of the Scatter draws a ray for each pellet, the very rays that the server tests", () => {
    const { fire } = setUp();
    const traces = tracesIn(fire(WeaponId.scatter, 0));
    const scatter = weaponOf(WeaponId.scatter);
    expect(traces).toHaveLength(scatter.pellets);
    for (const [pellet, trace] of traces.entries()) {
      const { x, y, dx, dy, reach } = shotOf(ARENA, scatter, BODY, 0, SLOT, SEQ, pellet, createShot());
      expect(trace).toMatchObject({ own: true, x, y, length: reach, angle: Math.atan2(dy, dx) });
    }
  });

  it("is cut at the drone that is drawn in its way, and sparks there", () => {
    const { world, fire } = setUp();
    world.drones.push(aDrone({ slot: 5, x: 300, y: 144 }));
    const events = fire(WeaponId.burst, 0);
    const [trace] = tracesIn(events);
    expect(trace!.x + trace!.length).toBeCloseTo(300 - 13, 0);
    expect(events.filter(({ type }) => type === "impact")).toMatchObject([{ on: "drone" }]);
  });

  it("goes through those whom the server spares: the protected, and mates where mates are not hurt", () => {
    const { world, fire } = setUp();
    const mate = aDrone({ slot: 5, x: 300, y: 144, team: TeamId.azure });
    world.drones.push(mate, aDrone({ slot: 6, x: 360, y: 144, protected: true }));
    world.drones.push(aDrone({ slot: 7, x: 420, y: 144, seen: false }));
    const endOf = (events: WorldEvent[]): number => {
      const [trace] = tracesIn(events);
      return trace!.x + trace!.length;
    };
    world.self!.team = TeamId.azure;
    world.round.mode = ModeId.tdm;
    const through = fire(WeaponId.burst, 0);
    expect(endOf(through)).toBeGreaterThan(440);
    expect(through.some((event) => event.type === "impact" && event.on === "drone")).toBe(false);
    expect(fire(WeaponId.rail, 0).some((event) => event.type === "impact" && event.on === "drone")).toBe(
      false,
    );
    mate.team = TeamId.ember;
    expect(endOf(fire(WeaponId.burst, 0))).toBeCloseTo(300 - 13, 0);
  });

  it("ends at a drone that stands at the very muzzle", () => {
    const { world, fire } = setUp();
    world.drones.push(aDrone({ slot: 5, x: BODY.x + 20, y: BODY.y }));
    const [trace] = tracesIn(fire(WeaponId.burst, 0));
    expect(trace!.length).toBeLessThan(10);
  });

  it("of the Rail goes on through drones up to the wall, and sparks at each", () => {
    const { world, fire } = setUp();
    world.drones.push(aDrone({ slot: 5, x: 300, y: 144 }), aDrone({ slot: 6, x: 500, y: 148 }));
    const events = fire(WeaponId.rail, 0);
    const [trace] = tracesIn(events);
    expect(trace!.x + trace!.length).toBeCloseTo(29 * 32, 6);
    const impacts = events.filter((event) => event.type === "impact");
    expect(impacts.map(({ on }) => on)).toEqual(["wall", "drone", "drone"]);
  });

  it("that reaches nothing sparks nowhere", () => {
    const { fire } = setUp();
    const events = fire(WeaponId.scatter, 0);
    expect(events.some(({ type }) => type === "impact")).toBe(false);
  });

  it("of what flies takes off, and that of a mine only flashes", () => {
    const { fire, flown } = setUp();
    expect(fire(WeaponId.pulse, 0).map(({ type }) => type)).toEqual(["shot"]);
    expect(fire(WeaponId.launcher, 0).map(({ type }) => type)).toEqual(["shot"]);
    expect(flown).toEqual([SEQ, SEQ]);
    expect(fire(WeaponId.mine, 0)).toMatchObject([{ type: "shot", weapon: WeaponId.mine, own: true }]);
    expect(flown).toEqual([SEQ, SEQ]);
  });
});

describe("somebody else's shot", () => {
  it("is drawn along the rays that its shooter has drawn, each as long as the server says", () => {
    const { world, fire } = setUp();
    const aim = 0.3;
    const own = tracesIn(fire(WeaponId.scatter, aim));
    const lengths = own.map((_trace, pellet) => 20 + pellet);
    const { x, y } = own[0]!;
    const message = { by: SLOT, weapon: WeaponId.scatter, x, y, angle: aim, seq: SEQ, lengths };
    const events = tracesOf(world, message);
    expect(events[0]).toMatchObject({ type: "shot", slot: SLOT, own: false, angle: aim });
    const traces = tracesIn(events);
    expect(traces.map(({ length }) => length)).toEqual(lengths);
    for (const [pellet, trace] of traces.entries()) {
      expect(trace.angle).toBeCloseTo(own[pellet]!.angle, 9);
      expect(trace.x).toBeCloseTo(own[pellet]!.x, 6);
      expect(trace.y).toBeCloseTo(own[pellet]!.y, 6);
    }
  });
});
