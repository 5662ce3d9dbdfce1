import { beforeEach, describe, expect, test } from "vitest";
import { ModeId, modeOf, WeaponId } from "../../../shared/content/index.ts";
import { Phase } from "../../../shared/state/index.ts";
import { drawArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { hurt } from "../damage.ts";
import { createScene, eventsOf, fighterAt, type Game, startGame } from "../testing.ts";
import { createMode } from "./index.ts";

const ARENA = drawArena("############", "#1...s....2#", "#..........#", "#1...s....2#", "############");
const FFA = modeOf(ModeId.ffa);

/** One destroys another. */
function destroy(game: Game, killer: string, victim: string): ReturnType<Game["step"]> {
  game.arm(killer, WeaponId.burst);
  game.place(killer, middleOf(3, 2));
  game.place(victim, middleOf(6, 2)).health = 1;
  game.let(killer, { buttons: 1 });
  const events = game.step();
  game.let(killer, {});
  return events;
}

let game: Game;
beforeEach(() => {
  game = startGame(ARENA, ["ada", "ben", "cem"], { podiumTicks: 50 });
});

describe("Free-for-all", () => {
  test("gives a point for each kill, to the killer alone", () => {
    destroy(game, "ada", "ben");
    expect(game.player("ada")).toMatchObject({ kills: 1, score: 1, captures: 0 });
    expect(game.player("ben").score).toBe(0);
    expect(game.match.state).toMatchObject({ azureScore: 0, emberScore: 0, zone: 255 });
    expect(game.match.state.packets).toHaveLength(0);
  });

  test("takes a point for an own mistake", () => {
    const ada = fighterAt("ada", 0, middleOf(3, 2));
    const world = createScene(ARENA, [ada]);
    hurt(world, ada, 500, { shooter: ada, weapon: WeaponId.launcher, seq: 1, x: 0, y: 0, dx: 1, dy: 0 });
    expect(ada.player).toMatchObject({ alive: 0, kills: 0, deaths: 1, score: -1 });
  });

  test("is won by the first who reaches the goal", () => {
    game.player("ada").score = FFA.goal - 1;
    game.player("ben").score = FFA.goal - 1;
    destroy(game, "ben", "cem");
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: game.player("ben").slot });
  });

  test("lets everybody hurt everybody", () => {
    for (const victim of ["ben", "cem"])
      expect(eventsOf(destroy(game, "ada", victim), "kill")).toHaveLength(1);
  });

  test("begins at the spawns that are nobody's, and at any when there are none", () => {
    const open = [middleOf(5, 1), middleOf(5, 3)];
    for (const id of ["ada", "ben"])
      expect(open).toContainEqual({ x: game.player(id).x, y: game.player(id).y });
    const fighter = fighterAt("ada", 0, middleOf(3, 2));
    const teamsOnly = { ...ARENA, spawns: ARENA.spawns.filter(({ team }) => team !== 0) };
    expect(createMode("ffa").spawns(createScene(teamsOnly, [fighter]), fighter)).toHaveLength(4);
  });

  test("brings the dead back after its time", () => {
    destroy(game, "ada", "ben");
    game.step(FFA.respawnTicks - 1);
    expect(game.player("ben").alive).toBe(0);
    game.step();
    expect(game.player("ben").alive).toBe(1);
  });
});
