import { describe, expect, test } from "vitest";
import type { Arena, Spot } from "../../../shared/arena/index.ts";
import { ModeId, seconds, TeamId } from "../../../shared/content/index.ts";
import { stepBody } from "../../../shared/sim/index.ts";
import { PacketState } from "../../../shared/state/index.ts";
import { drawArena, loadArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { command, createScene, fighterAt } from "../testing.ts";
import type { Fighter, MatchWorld } from "../world.ts";
import { type Brain, createBrain } from "./brain.ts";
import { live, meet, temperOf } from "./testing.ts";
import { traitsFor } from "./traits.ts";

const { azure, ember } = TeamId;

/** Zone in the middle, homes at both ends. */
const FIELD = drawArena(
  "########################################",
  "#......................................#",
  "#......................................#",
  "#.........##..............##...........#",
  "#.........##..............##...........#",
  "#......................................#",
  "#.A................z.................B.#",
  "#......................................#",
  "#.........##..............##...........#",
  "#.........##..............##...........#",
  "#......................................#",
  "#s.....................................#",
  "########################################",
);
const HOME = FIELD.homes[0]!;
const LAIR = FIELD.homes[1]!;

interface Team {
  readonly world: MatchWorld;
  readonly bots: readonly Fighter[];
  readonly brains: readonly Brain[];
}

/** Bots of team azure at their places, and enemies at theirs who do nothing. */
function team(
  arena: Arena,
  spots: readonly Spot[],
  enemies: readonly Spot[] = [],
  zeals: readonly number[] = [],
): Team {
  const bots = spots.map((spot, i) => fighterAt(`bot ${i}`, i, spot));
  const foes = enemies.map((spot, i) => fighterAt(`enemy ${i}`, i + 10, spot));
  const brains = bots.map((_bot, i) =>
    createBrain(arena, traitsFor(0.5), i + 1, temperOf({ zeal: zeals[i] ?? 0.5 })),
  );
  for (const [i, bot] of bots.entries()) {
    bot.player.team = azure;
    bot.brain = brains[i]!;
  }
  for (const foe of foes) foe.player.team = ember;
  return { world: createScene(arena, [...bots, ...foes]), bots, brains };
}

function uplink(world: MatchWorld, zone = 0): void {
  Object.assign(world.state, { mode: ModeId.uplink, zone });
}

function courier(world: MatchWorld): readonly [PacketState, PacketState] {
  world.state.mode = ModeId.courier;
  const packets = [azure, ember].map((side) => {
    const packet = new PacketState();
    const home = world.arena.homes.find((spot) => spot.team === side)!;
    Object.assign(packet, { team: side, x: home.x, y: home.y });
    world.state.packets.push(packet);
    return packet;
  });
  return [packets[0]!, packets[1]!];
}

/** Lets all bots think and fly for some ticks. */
function run({ world, bots, brains }: Team, ticks: number, watch: () => void = () => {}): void {
  const wish = command();
  for (let i = 0; i < ticks; i++) {
    world.state.tick += 1;
    bots.forEach((bot, b) => {
      brains[b]!.think(world, bot, wish);
      stepBody(bot.player, wish, world.arena, { dashed: false, fired: -1 });
      bot.player.aim = wish.aim;
    });
    watch();
  }
}

function distance(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

describe("Uplink", () => {
  const zone = FIELD.zones[0]!;
  const insideOf = ({ bots }: Team): number =>
    bots.filter(({ player }) => distance(player, zone) <= zone.radius).length;
  const starts = [middleOf(2, 5), middleOf(3, 7), middleOf(2, 8), middleOf(4, 5)];

  test("most of a team go into a zone that is not theirs", () => {
    const side = team(FIELD, starts);
    uplink(side.world);
    run(side, seconds(5));
    expect(insideOf(side)).toBeGreaterThanOrEqual(2);
  });

  test("while it is held some stay inside for good, and others guard the ways to it", () => {
    const side = team(FIELD, starts);
    uplink(side.world);
    side.world.state.zoneHolder = azure;
    run(side, seconds(6));
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    let farthest = 0;
    run(side, seconds(12), () => {
      least = Math.min(least, insideOf(side));
      most = Math.max(most, insideOf(side));
      for (const { player } of side.bots) farthest = Math.max(farthest, distance(player, zone));
    });
    expect(least).toBeGreaterThanOrEqual(1);
    expect(most).toBeLessThan(4);
    // Nobody strays: they are needed here.
    expect(farthest).toBeLessThan(560);
  });

  test("a fight in the zone is fought in the zone", () => {
    const side = team(FIELD, [zone], [{ x: zone.x + 250, y: zone.y }]);
    uplink(side.world);
    side.world.state.zoneHolder = azure;
    let outside = 0;
    run(side, seconds(8), () => {
      if (insideOf(side) === 0) outside += 1;
    });
    expect(outside).toBeLessThan(30);
  });

  test("the zone that counts is the one that is gone to", () => {
    // Nothing is ever taken here, so there is nothing to take.
    const arena = { ...loadArena("foundry"), items: [] };
    for (const [index, target] of arena.zones.entries()) {
      const side = team(arena, [arena.spawns.find((spawn) => spawn.team === azure)!], [], [1]);
      uplink(side.world, index);
      let nearest = Number.POSITIVE_INFINITY;
      run(side, seconds(14), () => {
        nearest = Math.min(nearest, distance(side.bots[0]!.player, target));
      });
      expect(nearest).toBeLessThan(target.radius);
    }
  });
});

describe("Courier", () => {
  test("some go for the packet of the others, others stay at home: the zealous go", () => {
    const starts = [middleOf(4, 4), middleOf(4, 6), middleOf(4, 8), middleOf(5, 6)];
    const side = team(FIELD, starts, [], [0.1, 0.9, 0.2, 0.8]);
    courier(side.world);
    run(side, seconds(6));
    const away = side.bots.filter(({ player }) => distance(player, LAIR) < 300).map(({ id }) => id);
    const back = side.bots.filter(({ player }) => distance(player, HOME) < 480).map(({ id }) => id);
    expect(away).toEqual(["bot 1", "bot 3"]);
    expect(back).toEqual(["bot 0", "bot 2"]);
  });

  test("who has it flies home, without stopping to fight", () => {
    const side = team(FIELD, [middleOf(30, 6)], [middleOf(34, 6)]);
    const [, booty] = courier(side.world);
    booty.carrier = 0;
    booty.home = false;
    side.bots[0]!.player.laden = 1;
    run(side, seconds(5.5));
    expect(distance(side.bots[0]!.player, HOME)).toBeLessThan(40);
  });

  test("and goes round an enemy in its way", () => {
    const least = (laden: boolean): number => {
      const enemy = { x: middleOf(19, 0).x, y: middleOf(0, 6).y };
      const side = team(FIELD, [middleOf(29, 6)], [enemy]);
      const [, booty] = courier(side.world);
      side.bots[0]!.player.laden = laden ? 1 : 0;
      if (laden) Object.assign(booty, { carrier: 0, home: false });
      side.world.fighters.get("enemy 0")!.player.protected = true;
      let nearest = Number.POSITIVE_INFINITY;
      run(side, seconds(6), () => {
        nearest = Math.min(nearest, distance(side.bots[0]!.player, enemy));
      });
      if (laden) expect(distance(side.bots[0]!.player, HOME)).toBeLessThan(60);
      return nearest;
    };
    expect(least(true)).toBeGreaterThan(90);
  });

  test("mates go with a carrier", () => {
    const side = team(FIELD, [middleOf(30, 6), middleOf(30, 2)]);
    const [, booty] = courier(side.world);
    Object.assign(booty, { carrier: 0, home: false });
    side.bots[0]!.player.laden = 1;
    run(side, seconds(4));
    expect(distance(side.bots[0]!.player, side.bots[1]!.player)).toBeLessThan(260);
  });

  test("a packet that was dropped is fetched: the own one back, the other one for good", () => {
    for (const own of [true, false]) {
      const side = team(FIELD, [middleOf(10, 6)]);
      const packets = courier(side.world);
      const lost = packets[own ? 0 : 1];
      Object.assign(lost, { ...middleOf(20, 10), home: false });
      let nearest = Number.POSITIVE_INFINITY;
      run(side, seconds(4), () => {
        nearest = Math.min(nearest, distance(side.bots[0]!.player, lost));
      });
      expect(nearest).toBeLessThan(30);
    }
  });

  test("a thief in sight is run after, one out of sight awaited where it has to go", () => {
    const chased = team(FIELD, [middleOf(12, 6)], [middleOf(18, 6)]);
    const [packet] = courier(chased.world);
    Object.assign(packet, { carrier: 10, home: false });
    const thief = chased.world.fighters.get("enemy 0")!;
    thief.player.laden = 1;
    run(chased, 40);
    for (let i = 0; i < seconds(2); i++) {
      thief.player.x += 2;
      run(chased, 1);
    }
    expect(distance(chased.bots[0]!.player, thief.player)).toBeLessThan(330);

    const awaited = team(FIELD, [middleOf(26, 6)], [middleOf(2, 1)]);
    const [other] = courier(awaited.world);
    Object.assign(other, { carrier: 10, home: false });
    run(awaited, seconds(5));
    expect(distance(awaited.bots[0]!.player, LAIR)).toBeLessThan(180);
  });
});

test("in a team deathmatch it keeps to its mates, the calm more than the aggressive", () => {
  const arena = { ...loadArena("yards"), items: [] };
  const meanDistance = (aggression: number): number => {
    let sum = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const temper = temperOf({ aggression });
      const scene = meet(arena, arena.spawns[3]!, arena.spawns[seed + 4]!, { seed, temper });
      scene.world.state.mode = ModeId.tdm;
      scene.self.player.team = azure;
      scene.other.player.team = azure;
      live(scene, seconds(40), () => {
        sum += distance(scene.self.player, scene.other.player);
      });
    }
    return sum / 4 / seconds(40);
  };
  expect(meanDistance(0)).toBeLessThan(meanDistance(1) - 50);
});
