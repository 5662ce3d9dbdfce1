import { beforeEach, describe, expect, it } from "vitest";
import { createWorld } from "../../client/net/blank.ts";
import { aDrone } from "../../client/net/testing.ts";
import { createBrain, traitsFor } from "../../server/match/bots/index.ts";
import { inSight } from "../../shared/arena/index.ts";
import { seconds, WEAPONS } from "../../shared/content/index.ts";
import { angleTo, turnBetween } from "../../shared/math/index.ts";
import { Button, type Command, stepBody } from "../../shared/sim/index.ts";
import { NOBODY } from "../../shared/state/index.ts";
import { drawArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { aPlayer } from "../../tests/fixtures/worlds.ts";
import { openEyes } from "./eyes.ts";

/** Two rooms with a door between them. */
const ROOMS = drawArena(
  "######################",
  "#s........#.........s#",
  "#.........#..........#",
  "#....................#",
  "#.........#.....h....#",
  "#s........#.........s#",
  "######################",
);

interface Hunt {
  /** Tick on which the enemy was seen first, and on which the trigger was pulled first; Infinity for never. */
  readonly seenAt: number;
  readonly firedAt: number;
  /** Radians that the first shot pointed beside the enemy. */
  readonly off: number;
}

/** Lets a bot hunt an enemy who stands in the other room; `sense` says whether it can be seen from a place. */
function hunt(seed: number, sense: (x: number, y: number) => boolean): Hunt {
  const world = createWorld(ROOMS);
  const start = middleOf(2, 5);
  const prey = middleOf(17, 4);
  const body = aPlayer(0, { ...start, health: 100, dashCharges: 2 });
  const self = aDrone({ slot: 0, self: true, ...start });
  const enemy = aDrone({ slot: 1, ...prey, seen: false });
  world.drones.push(self, enemy);
  world.self = self;
  const eyes = openEyes(world);
  const brain = createBrain(ROOMS, traitsFor(0.7), seed);
  const wish: Command = { mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 };
  const found = { seenAt: Number.POSITIVE_INFINITY, firedAt: Number.POSITIVE_INFINITY, off: 0 };
  for (let tick = 0; tick < seconds(40); tick++) {
    enemy.seen = sense(self.x, self.y);
    if (enemy.seen) found.seenAt = Math.min(found.seenAt, tick);
    eyes.tick();
    eyes.look();
    brain.hear(eyes.surroundings, eyes.self!);
    eyes.forget();
    brain.think(eyes.surroundings, eyes.self!, wish);
    if ((wish.buttons & Button.fire) !== 0) {
      found.firedAt = tick;
      found.off = Math.abs(turnBetween(wish.aim, angleTo(prey.x - self.x, prey.y - self.y)));
      return found;
    }
    stepBody(body, wish, ROOMS, { dashed: false, fired: -1 });
    self.x = body.x;
    self.y = body.y;
    self.aim = wish.aim;
  }
  return found;
}

describe("a bot that sees only what a client would draw", () => {
  it("finds an enemy in another room and shoots at it, after it has come into sight", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { seenAt, firedAt, off } = hunt(seed, (x, y) => {
        const prey = middleOf(17, 4);
        return inSight(ROOMS, x, y, prey.x, prey.y);
      });
      expect(seenAt, `seed ${seed}`).toBeGreaterThan(0);
      expect(firedAt, `seed ${seed}`).toBeGreaterThan(seenAt);
      expect(firedAt, `seed ${seed}`).toBeLessThan(seconds(40));
      expect(off, `seed ${seed}`).toBeLessThan(0.5);
    }
  });

  it("knows nothing of an enemy whom it is not told of, wherever that one last was", () => {
    for (let seed = 1; seed <= 3; seed++)
      expect(hunt(seed, () => false).firedAt).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("what the brain is shown", () => {
  const world = createWorld(ROOMS);
  beforeEach(() => {
    for (const list of [world.drones, world.bolts, world.mines, world.drops]) list.length = 0;
    world.self = aDrone({ slot: 3, self: true, team: 1, x: 100, y: 120 });
    world.drones.push(world.self);
  });

  it("hides enemies who are not seen, and no mates", () => {
    world.drones.push(
      aDrone({ slot: 4, team: 1, seen: false, x: 200, y: 90 }),
      aDrone({ slot: 5, team: 2, seen: false, x: 200, y: 90 }),
    );
    const eyes = openEyes(world);
    eyes.tick();
    eyes.look();
    const [, mate, enemy] = [...eyes.surroundings.fighters.values()];
    expect(mate!.player).toMatchObject({ x: 200, y: 90, team: 1 });
    expect(enemy!.player.x).toBeGreaterThan(ROOMS.columns * ROOMS.tile);
    expect(eyes.self!.player.slot).toBe(3);
  });

  it("has the own rounds and dashes from the instruments", () => {
    const rail = WEAPONS.find(({ key }) => key === "rail")!;
    Object.assign(world.own.arms[rail.id]!, { carried: true, loaded: 2, spare: 5 });
    world.own.dashCharges = 2;
    const eyes = openEyes(world);
    eyes.tick();
    eyes.look();
    expect(eyes.self!.player).toMatchObject({ railLoaded: 2, railSpare: 5, dashCharges: 2 });
  });

  it("takes whoever comes into a slot for somebody else", () => {
    const first = aDrone({ slot: 6, name: "Ann" });
    world.drones.push(first);
    const eyes = openEyes(world);
    eyes.tick();
    eyes.look();
    const ann = [...eyes.surroundings.fighters.values()][1];
    world.drones[1] = aDrone({ slot: 6, name: "Bob" });
    eyes.tick();
    eyes.look();
    expect([...eyes.surroundings.fighters.values()][1]).not.toBe(ann);
    expect(eyes.surroundings.fighters.size).toBe(2);
    world.drones.length = 1;
    eyes.tick();
    eyes.look();
    expect(eyes.surroundings.fighters.size).toBe(1);
  });

  it("has grenades with the speed at which they are seen to fly, and clocks that stand still", () => {
    const launcher = WEAPONS.find(({ kind }) => kind === "grenade")!;
    const grenade = { id: 1, owner: 3, own: true, weapon: launcher.id, dx: 1, dy: 0, x: 50, y: 60, flown: 0 };
    world.bolts.push(grenade);
    world.racks[0]!.readyIn = 5;
    const eyes = openEyes(world);
    eyes.tick();
    eyes.look();
    const [rack] = eyes.surroundings.state.racks;
    const readyAt = rack!.readyAt;
    expect(readyAt).toBe(eyes.surroundings.state.tick + seconds(5));
    grenade.x += 4;
    world.racks[0]!.readyIn = 4.95;
    eyes.tick();
    eyes.look();
    expect(eyes.surroundings.flights[0]!.grenade).toMatchObject({ x: 54, y: 60, vx: 240, vy: 0 });
    expect(rack!.readyAt).toBe(readyAt);
    world.racks[0]!.readyIn = 0;
    eyes.tick();
    eyes.look();
    expect(rack!.readyAt).toBe(0);
  });

  it("puts what was only heard in the direction that it was heard from, by nobody", () => {
    const eyes = openEyes(world);
    eyes.tick();
    eyes.look();
    eyes.notice({ type: "heard", what: "shot", weapon: 0, sector: 2, loudness: 1 });
    expect(eyes.surroundings.events).toMatchObject([
      { type: "blast", data: { by: NOBODY, x: expect.closeTo(100, 0), y: expect.closeTo(420, 0) } },
    ]);
    eyes.forget();
    expect(eyes.surroundings.events).toHaveLength(0);
  });
});
