import { beforeEach, describe, expect, test } from "vitest";
import {
  ModeId,
  modeOf,
  seconds,
  TeamId,
  TICK_HZ,
  WeaponId,
  ZONE_TICKS,
} from "../../../shared/content/index.ts";
import { NOBODY, Phase } from "../../../shared/state/index.ts";
import { drawArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { createScene, eventsOf, fighterAt, type Game, startGame } from "../testing.ts";
import { createMode } from "./index.ts";

const ROWS = [
  "####################",
  "#1................2#",
  "#..................#",
  "#..................#",
  "#....z.............#",
  "#..................#",
  "#1................2#",
  "####################",
];
const ARENA = drawArena(...ROWS, { modes: ["uplink"] });
const ZONE = ARENA.zones[0]!;
const AWAY = middleOf(16, 2);
const UPLINK = modeOf(ModeId.uplink);
const { azure, ember, none } = TeamId;

let game: Game;

/** Ada and Ann of azure against Eli of ember, all away from the zone. */
function begin(arena = ARENA, rules = {}): void {
  game = startGame(arena, ["ada", "ann", "eli"], { podiumTicks: 50, liveTicks: 100_000, ...rules }, 1, {
    modes: ["uplink"],
  });
  for (const id of ["ada", "ann"]) game.player(id).team = azure;
  game.player("eli").team = ember;
  for (const id of ["ada", "ann", "eli"]) game.place(id, AWAY);
  game.step();
}
beforeEach(() => begin());

describe("Uplink", () => {
  test("gives a team a point for each second in which it is in the zone alone", () => {
    game.place("ada", ZONE);
    const events = game.step(TICK_HZ);
    expect(game.match.state).toMatchObject({ zone: 0, zoneHolder: azure, azureScore: 1, emberScore: 0 });
    expect(eventsOf(events, "goal")).toEqual([{ what: "zoneHeld", team: azure, by: 0 }]);
    expect(eventsOf(game.step(9 * TICK_HZ - 1), "goal")).toEqual([]);
    expect(game.match.state.azureScore).toBe(9);
    game.step();
    expect(game.match.state.azureScore).toBe(10);
  });

  test("gives no more for two of them, but each of them their share", () => {
    for (const id of ["ada", "ann"]) game.place(id, ZONE);
    game.step(3 * TICK_HZ);
    expect(game.match.state.azureScore).toBe(3);
    for (const id of ["ada", "ann"]) expect(game.player(id)).toMatchObject({ captures: 3, score: 3 });
    expect(game.player("eli")).toMatchObject({ captures: 0, score: 0 });
  });

  test("gives nobody anything while both are in the zone, and says so", () => {
    game.place("ada", ZONE);
    game.step(30);
    game.place("eli", ZONE);
    game.step(5 * TICK_HZ);
    expect(game.match.state).toMatchObject({
      ...{ azureScore: 0, emberScore: 0 },
      ...{ zoneHolder: none, zoneContested: true },
    });
    game.place("ada", AWAY);
    game.step(TICK_HZ);
    expect(game.match.state).toMatchObject({ emberScore: 1, zoneHolder: ember, zoneContested: false });
  });

  test("counts a second anew when the zone was left", () => {
    game.place("ada", ZONE);
    game.step(TICK_HZ - 1);
    game.place("ada", AWAY);
    game.step();
    expect(game.match.state.zoneHolder).toBe(none);
    game.place("ada", ZONE);
    game.step(TICK_HZ - 1);
    expect(game.match.state.azureScore).toBe(0);
    game.step();
    expect(game.match.state.azureScore).toBe(1);
  });

  test("counts who is within the zone's circle and in play", () => {
    game.place("ada", { x: ZONE.x + ZONE.radius + 1, y: ZONE.y });
    game.step();
    expect(game.match.state.zoneHolder).toBe(none);
    game.place("ada", { x: ZONE.x + ZONE.radius, y: ZONE.y });
    game.step();
    expect(game.match.state.zoneHolder).toBe(azure);
    Object.assign(game.player("ada"), { alive: 0, respawnAt: 1_000_000 });
    game.step();
    expect(game.match.state.zoneHolder).toBe(none);
  });

  test("counts kills for the player, and not for the team", () => {
    game.arm("ada", WeaponId.burst);
    game.place("ada", middleOf(3, 2));
    game.place("eli", middleOf(6, 2)).health = 1;
    game.let("ada", { buttons: 1 });
    game.step();
    expect(game.player("ada")).toMatchObject({ kills: 1, score: 1 });
    expect(game.match.state.azureScore).toBe(0);
  });

  test("is won by the team that reaches the goal", () => {
    game.match.state.emberScore = UPLINK.goal - 1;
    game.place("eli", ZONE);
    game.step(TICK_HZ - 1);
    expect(game.match.state.phase).toBe(Phase.live);
    game.step();
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: ember });
  });

  test("level at its end goes on to the first second that anybody holds the zone", () => {
    begin(ARENA, { liveTicks: 60 });
    game.step(60);
    expect(game.match.state.phase).toBe(Phase.overtime);
    game.place("ada", ZONE);
    game.step(TICK_HZ);
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: azure });
  });

  test("counts nothing before play", () => {
    begin(ARENA, { warmupTicks: seconds(5) });
    game.place("ada", ZONE);
    game.step(seconds(3));
    expect(game.match.state).toMatchObject({ phase: Phase.warmup, azureScore: 0, zone: 0, zoneHolder: none });
  });

  test("lets everybody appear at the spawns of their own team", () => {
    const mode = createMode("uplink");
    const fighter = fighterAt("ada", 0, middleOf(3, 2));
    fighter.player.team = ember;
    const spots = mode.spawns(createScene(ARENA, [fighter]), fighter);
    expect(spots.map((spot) => spot.team)).toEqual([ember, ember]);
  });
});

describe("the zone", () => {
  test("stays where a map has but one", () => {
    expect(game.match.state.zoneMovesAt).toBe(0);
    expect(eventsOf(game.step(ZONE_TICKS + 10), "goal")).toEqual([]);
    expect(game.match.state.zone).toBe(0);
  });

  test("moves on, around all that a map has, and says when", () => {
    const three = [...ROWS];
    three[2] = "#..............z...#";
    three[5] = "#..............z...#";
    begin(drawArena(...three, { modes: ["uplink"] }));
    const { state } = game.match;
    const zones: number[] = [state.zone];
    for (let i = 0; i < 4; i++) {
      const due = state.zoneMovesAt;
      expect(eventsOf(game.step(due - state.tick - 1), "goal")).toEqual([]);
      expect(eventsOf(game.step(), "goal")).toEqual([{ what: "zoneMoved", team: none, by: NOBODY }]);
      expect(state.zoneMovesAt).toBe(due + ZONE_TICKS);
      zones.push(state.zone);
    }
    expect(zones).toEqual([0, 1, 2, 0, 1]);
  });

  test("is lost with its move by whoever is not where it is now", () => {
    const two = [...ROWS];
    two[4] = "#....z..........z..#";
    begin(drawArena(...two, { modes: ["uplink"] }));
    game.place("ada", ZONE);
    game.step(game.match.state.zoneMovesAt - game.match.state.tick - 1);
    expect(game.match.state.zoneHolder).toBe(azure);
    game.step();
    expect(game.match.state).toMatchObject({ zone: 1, zoneHolder: none });
  });
});
