import { beforeEach, describe, expect, test } from "vitest";
import {
  MEDAL_RULES,
  MEDALS,
  type MedalKey,
  seconds,
  TeamId,
  WeaponId,
  weaponOf,
} from "../../shared/content/index.ts";
import { Phase } from "../../shared/state/index.ts";
import { drawArena, emptyArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { hurt } from "./damage.ts";
import { createMode } from "./modes/index.ts";
import { createScene, eventsOf, FIRE, fighterAt, startGame } from "./testing.ts";
import type { Fighter, MatchWorld } from "./world.ts";

const ARENA = emptyArena(60, 40);
const PULSE = weaponOf(WeaponId.pulse);

let world: MatchWorld;
let ada: Fighter;
let ben: Fighter;
beforeEach(() => {
  ada = fighterAt("ada", 0, { x: 200, y: 200 });
  ben = fighterAt("ben", 1, { x: 300, y: 200 });
  world = createScene(ARENA, [ada, ben]);
  world.state.tick = seconds(100);
});

/** One destroys another, who is whole again at once. */
function destroy(killer: Fighter, victim: Fighter, weapon: WeaponId = WeaponId.pulse): void {
  const { x, y } = victim.player;
  hurt(world, victim, 1000, { shooter: killer, weapon, seq: 1, x, y, dx: 1, dy: 0 });
  expect(victim.player.alive).toBe(0);
  Object.assign(victim.player, { alive: 1, health: 100 });
}

/** How often a fighter was given a medal. */
function has({ tally }: Fighter, key: MedalKey): number {
  return tally.medals[MEDALS.findIndex((medal) => medal.key === key)]!;
}

/** Lets so much time pass that the next kill is nobody's double. */
function rest(): void {
  world.state.tick += MEDAL_RULES.doubleTicks + 1;
}

describe("the medal", () => {
  test("First blood is for the first kill of the round and no other", () => {
    destroy(ada, ben);
    destroy(ben, ada);
    expect([has(ada, "firstBlood"), has(ben, "firstBlood")]).toEqual([1, 0]);
    expect(eventsOf(world.events, "medal")[0]).toEqual({ slot: 0, medal: 0 });
  });

  test("First blood stays with who had it, even when they are gone", () => {
    destroy(ada, ben);
    world.fighters.delete("ada");
    const cem = fighterAt("cem", 2, { x: 300, y: 300 });
    world.fighters.set("cem", cem);
    destroy(cem, ben);
    expect(has(cem, "firstBlood")).toBe(0);
  });

  test("First blood is not for an own mistake", () => {
    destroy(ada, ada);
    expect(has(ada, "firstBlood")).toBe(0);
    destroy(ben, ada);
    expect(has(ben, "firstBlood")).toBe(1);
  });

  test("Double is for two kills within its time", () => {
    destroy(ada, ben);
    world.state.tick += MEDAL_RULES.doubleTicks;
    destroy(ada, ben);
    expect(has(ada, "double")).toBe(1);
    rest();
    destroy(ada, ben);
    expect(has(ada, "double")).toBe(1);
  });

  test("Streak is for kills of one life", () => {
    for (let i = 1; i < MEDAL_RULES.streakKills; i++) destroy(ada, ben);
    expect(has(ada, "streak")).toBe(0);
    destroy(ben, ada);
    destroy(ada, ben);
    expect(has(ada, "streak")).toBe(0);
    for (let i = 1; i < MEDAL_RULES.streakKills; i++) destroy(ada, ben);
    expect(has(ada, "streak")).toBe(1);
    destroy(ada, ben);
    expect(has(ada, "streak")).toBe(1);
    expect(ada.tally.streak).toBe(MEDAL_RULES.streakKills + 1);
  });

  test("Comeback is for a kill after so many deaths without one", () => {
    for (let i = 0; i < MEDAL_RULES.comebackDeaths - 1; i++) destroy(ben, ada);
    destroy(ada, ben);
    expect(has(ada, "comeback")).toBe(0);
    for (let i = 0; i < MEDAL_RULES.comebackDeaths; i++) destroy(ben, ada);
    destroy(ada, ben);
    expect(has(ada, "comeback")).toBe(1);
    destroy(ada, ben);
    expect(has(ada, "comeback")).toBe(1);
  });

  test("Long shot is for a kill from far away, which a mine is not", () => {
    ben.player.x = ada.player.x + MEDAL_RULES.longShotFrom - 1;
    destroy(ada, ben);
    expect(has(ada, "longShot")).toBe(0);
    ben.player.x = ada.player.x + MEDAL_RULES.longShotFrom;
    destroy(ada, ben, WeaponId.mine);
    expect(has(ada, "longShot")).toBe(0);
    destroy(ada, ben);
    expect(has(ada, "longShot")).toBe(1);
  });

  test("Defender is for a kill close to the home of one's packet", () => {
    const rows = ["#".repeat(40), `#A${".".repeat(36)}B#`, `#1${".".repeat(36)}2#`, "#".repeat(40)];
    world = createScene(drawArena(...rows), [ada, ben]);
    world.mode = createMode("courier");
    world.state.mode = 3;
    ada.player.team = TeamId.azure;
    ben.player.team = TeamId.ember;
    world.mode.begin(world);
    Object.assign(ben.player, { x: middleOf(1, 1).x + MEDAL_RULES.defenderWithin, y: middleOf(1, 1).y });
    destroy(ada, ben);
    expect(has(ada, "defender")).toBe(1);
    ben.player.x += 1;
    destroy(ada, ben);
    expect(has(ada, "defender")).toBe(1);
    Object.assign(ben.player, middleOf(37, 1));
    destroy(ada, ben);
    expect(has(ada, "defender")).toBe(1);
  });

  test("Defender is for a kill close to the zone that one's team holds", () => {
    const rows = ["#".repeat(20), `#1${".".repeat(16)}2#`, `#z${".".repeat(17)}#`, "#".repeat(20)];
    world = createScene(drawArena(...rows), [ada, ben]);
    world.mode = createMode("uplink");
    world.state.mode = 2;
    ada.player.team = TeamId.azure;
    ben.player.team = TeamId.ember;
    world.mode.begin(world);
    Object.assign(ben.player, middleOf(5, 2));
    destroy(ada, ben);
    expect(has(ada, "defender")).toBe(0);
    world.state.zoneHolder = TeamId.azure;
    destroy(ada, ben);
    expect(has(ada, "defender")).toBe(1);
  });
});

describe("the records of a round", () => {
  test("tell what everybody has done, and begin anew with the next", () => {
    const game = startGame(ARENA, ["ada", "ben"], { liveTicks: 60, overtimeTicks: 0, podiumTicks: 20 });
    game.place("ada", { x: 200, y: 200 });
    game.place("ben", { x: 300, y: 200 }).health = 3 * PULSE.damage;
    game.let("ada", FIRE);
    game.step(59);
    const [record] = game.match.records();
    const shots = Math.ceil(59 / PULSE.cooldownTicks);
    expect(record).toMatchObject({
      ...{ slot: 0, name: "ada", bot: false, team: 0, score: 1, kills: 1, deaths: 0, assists: 0 },
      ...{
        captures: 0,
        damage: 3 * PULSE.damage,
        streak: 1,
        shots: [shots, 0, 0, 0, 0, 0],
        hits: [3, 0, 0, 0, 0, 0],
      },
      ...{ killsWith: [1, 0, 0, 0, 0, 0], medals: [1, 0, 0, 0, 0, 0] },
    });
    const events = game.step();
    expect(game.match.state.phase).toBe(Phase.podium);
    expect(eventsOf(events, "stats")).toMatchObject([{ final: true, players: [{ slot: 0, kills: 1 }, {}] }]);
    game.let("ada", {});
    game.step(20);
    expect(game.match.state.round).toBe(2);
    expect(game.match.records()[0]).toMatchObject({ kills: 0, damage: 0, shots: [0, 0, 0, 0, 0, 0] });
  });
});
