import { beforeEach, describe, expect, test } from "vitest";
import { ModeId, modeOf, TeamId, WEAPONS, WeaponId } from "../../../shared/content/index.ts";
import { NOBODY, Phase } from "../../../shared/state/index.ts";
import { drawArena, middleOf } from "../../../tests/fixtures/arenas.ts";
import { hurt } from "../damage.ts";
import { createScene, eventsOf, fighterAt, type Game, startGame } from "../testing.ts";
import { createMode } from "./index.ts";

const ARENA = drawArena(
  "################",
  "#1............2#",
  "#......s.......#",
  "#..............#",
  "#1............2#",
  "################",
  { modes: ["tdm"] },
);
const TDM = modeOf(ModeId.tdm);
const { azure, ember } = TeamId;

let game: Game;
/** Ada and Ann of azure against Eli and Eve of ember. */
beforeEach(() => {
  game = startGame(ARENA, ["ada", "ann", "eli", "eve"], { podiumTicks: 50, liveTicks: 3000 }, 1, {
    modes: ["tdm"],
  });
  for (const id of ["ada", "ann"]) game.player(id).team = azure;
  for (const id of ["eli", "eve"]) game.player(id).team = ember;
});

/** One fires at another, who has hardly any health left. */
function fire(shooter: string, target: string, ticks = 1): ReturnType<Game["step"]> {
  for (const id of ["ada", "ann", "eli", "eve"]) game.place(id, middleOf(13, 1));
  game.place(shooter, middleOf(3, 3));
  game.place(target, middleOf(6, 3)).health = 1;
  game.let(shooter, { buttons: 1 });
  const events = game.step(ticks);
  game.let(shooter, {});
  return events;
}

describe("Team deathmatch", () => {
  test("counts a kill for the killer and for the team", () => {
    game.arm("ada", WeaponId.burst);
    fire("ada", "eli");
    expect(game.player("ada")).toMatchObject({ kills: 1, score: 1 });
    expect(game.match.state).toMatchObject({ azureScore: 1, emberScore: 0 });
    game.arm("eve", WeaponId.burst);
    fire("eve", "ann");
    expect(game.match.state).toMatchObject({ azureScore: 1, emberScore: 1 });
  });

  test.each(WEAPONS.map(({ id, name }) => [name, id] as const))(
    "spares mates: the %s does not hurt them",
    (_name, id) => {
      game.arm("ada", id);
      for (const foe of ["eli", "eve"]) Object.assign(game.player(foe), { alive: 0, respawnAt: 1_000_000 });
      const events = fire("ada", "ann", 120);
      expect(game.player("ann").health).toBe(1);
      expect(eventsOf(events, "hit")).toEqual([]);
      expect(game.match.records()[0]!.hits[id]).toBe(0);
    },
  );

  test("an own mistake costs the player a point, not the team", () => {
    const ada = fighterAt("ada", 0, middleOf(3, 2));
    ada.player.team = azure;
    const world = createScene(ARENA, [ada]);
    world.mode = createMode("tdm");
    world.state.mode = ModeId.tdm;
    hurt(world, ada, 500, { shooter: ada, weapon: WeaponId.launcher, seq: 1, x: 0, y: 0, dx: 1, dy: 0 });
    expect(ada.player.score).toBe(-1);
    expect(world.state.azureScore).toBe(0);
  });

  test("is won by the team that reaches the goal", () => {
    game.match.state.emberScore = TDM.goal - 1;
    game.match.state.azureScore = TDM.goal - 1;
    game.arm("eli", WeaponId.burst);
    fire("eli", "ada");
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: ember });
  });

  test("goes by the score of the teams, not by that of one player", () => {
    game.player("ada").score = TDM.goal + 5;
    game.step();
    expect(game.match.state.phase).toBe(Phase.live);
  });

  test("level at its end goes on until one team scores", () => {
    game.match.state.azureScore = 3;
    game.match.state.emberScore = 3;
    while (game.match.state.phase === Phase.live) game.step();
    expect(game.match.state).toMatchObject({ phase: Phase.overtime, winner: NOBODY });
    game.arm("ada", WeaponId.burst);
    fire("ada", "eli");
    expect(game.match.state).toMatchObject({ phase: Phase.podium, winner: azure });
  });

  test("keeps the points of those who have left", () => {
    game.arm("ada", WeaponId.burst);
    fire("ada", "eli");
    game.match.leave("ada");
    game.step();
    expect(game.match.state.azureScore).toBe(1);
  });

  test("lets nobody appear at the enemy's spawns", () => {
    const mode = createMode("tdm");
    for (const team of [azure, ember]) {
      const fighter = fighterAt("ada", 0, middleOf(3, 2));
      fighter.player.team = team;
      const spots = mode.spawns(createScene(ARENA, [fighter]), fighter);
      expect(spots.map((spot) => spot.team).sort()).toEqual([0, team, team]);
    }
  });
});
