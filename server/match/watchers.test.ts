import { beforeEach, describe, expect, test } from "vitest";
import { ModeId, modeOf, TeamId } from "../../shared/content/index.ts";
import { Life } from "../../shared/sim/index.ts";
import { NOBODY } from "../../shared/state/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { FIRE, type Game, startGame } from "./testing.ts";

const ARENA = { ...emptyArena(30, 20), modes: ["ffa", "tdm"] };

let game: Game;

function watchedBy(id: string): number {
  return game.match.state.spectators.get(id)!.watching;
}

describe("in a free-for-all", () => {
  beforeEach(() => {
    game = startGame(ARENA, ["ada", "ben", "eva"]);
    game.player("ada").score = 1;
    game.player("ben").score = 4;
    game.match.spectate("eva");
    game.step();
  });

  test("a spectator has no drone, does not count as a player and looks at the best at first", () => {
    expect(game.match.state.players.size).toBe(2);
    expect(game.match.state.spectators.get("eva")).toMatchObject({ name: "eva", team: TeamId.none });
    expect(watchedBy("eva")).toBe(game.player("ben").slot);
    expect(game.match.records()).toHaveLength(2);
  });

  test("any player may be watched, but nobody who is not there", () => {
    game.match.watch("eva", game.player("ada").slot);
    expect(watchedBy("eva")).toBe(game.player("ada").slot);
    game.match.watch("eva", 77);
    game.step();
    expect(watchedBy("eva")).toBe(game.player("ada").slot);
  });

  test("a player watches nobody", () => {
    game.match.watch("ada", game.player("ben").slot);
    game.match.play("ada");
    expect(game.match.state.spectators.has("ada")).toBe(false);
  });

  test("when the watched one leaves, the best of the others is watched; and nobody when nobody is left", () => {
    game.match.leave("ben");
    game.step();
    expect(watchedBy("eva")).toBe(game.player("ada").slot);
    game.match.leave("ada");
    game.step();
    expect(watchedBy("eva")).toBe(NOBODY);
    game.match.join("cem", "Cem");
    game.step();
    expect(watchedBy("eva")).toBe(game.player("cem").slot);
  });

  test("a spectator who leaves is gone", () => {
    game.match.leave("eva");
    game.step();
    expect(game.match.state.spectators.size).toBe(0);
    game.match.play("eva");
    expect(game.match.state.players.has("eva")).toBe(false);
  });

  test("asking twice changes nothing", () => {
    game.match.spectate("eva");
    game.match.play("ada");
    expect(game.match.state.players.size).toBe(2);
    expect(game.match.state.spectators.size).toBe(1);
  });
});

describe("who gives up the drone and comes back", () => {
  beforeEach(() => {
    game = startGame(ARENA, ["ada", "ben"], { liveTicks: 1000 });
    game.place("ben", { x: 300, y: 200 }).health = 1;
    game.place("ada", { x: 200, y: 200 });
    game.let("ada", FIRE);
    game.step(10);
    Object.assign(game.player("ada"), { deaths: 2, assists: 1, captures: 3, score: 8 });
  });

  test("has what was reached in this round, statistics and all", () => {
    const before = game.match.records()[0];
    game.match.spectate("ada");
    game.step(50);
    game.match.play("ada");
    expect(game.player("ada")).toMatchObject({ kills: 1, deaths: 2, assists: 1, captures: 3, score: 8 });
    expect(game.match.records().find(({ name }) => name === "ada")).toEqual(before);
  });

  test("waits as the dead do, so that nobody escapes a fight by it", () => {
    game.player("ada").health = 5;
    game.match.spectate("ada");
    game.match.play("ada");
    const { respawnTicks } = modeOf(ModeId.ffa);
    expect(game.player("ada").alive).toBe(Life.out);
    game.step(respawnTicks - 1);
    expect(game.player("ada").alive).toBe(Life.out);
    game.step();
    expect(game.player("ada").alive).toBe(Life.flying);
  });

  test("begins with nothing when another round has begun meanwhile, and at once", () => {
    game.match.spectate("ada");
    while (game.match.state.round === 1) game.step();
    game.match.play("ada");
    expect(game.player("ada")).toMatchObject({ kills: 0, score: 0, alive: Life.flying });
  });

  test("leaves nothing for somebody else of that id", () => {
    game.match.spectate("ada");
    game.match.leave("ada");
    game.match.join("ada", "Ada");
    expect(game.player("ada")).toMatchObject({ kills: 0, alive: Life.flying });
  });
});

describe("in a team mode", () => {
  beforeEach(() => {
    game = startGame(
      ARENA,
      ["a", "b", "c", "eva"],
      { liveTicks: 50, overtimeTicks: 0, podiumTicks: 10, voteTicks: 10 },
      1,
      {
        modes: ["tdm", "ffa"],
      },
    );
    game.player("eva").team = TeamId.azure;
    for (const [id, team] of [["a", 1] as const, ["b", 2] as const, ["c", 1] as const])
      game.player(id).team = team;
    game.match.spectate("eva");
    game.step();
  });

  test("only those of the own team may be watched: nobody spies for it", () => {
    expect([game.player("a").slot, game.player("c").slot]).toContain(watchedBy("eva"));
    game.match.watch("eva", game.player("c").slot);
    expect(watchedBy("eva")).toBe(game.player("c").slot);
    game.match.watch("eva", game.player("b").slot);
    expect(watchedBy("eva")).toBe(game.player("c").slot);
  });

  test("one who changes the team is watched no more", () => {
    game.match.watch("eva", game.player("c").slot);
    game.player("c").team = TeamId.ember;
    game.step();
    expect(watchedBy("eva")).toBe(game.player("a").slot);
  });

  test("nobody is watched when the own team is empty", () => {
    for (const id of ["a", "b", "c"]) game.player(id).team = TeamId.ember;
    game.step();
    // The teams are evened out only when somebody is destroyed.
    expect(watchedBy("eva")).toBe(NOBODY);
  });

  test("the own team is forgotten when a mode without teams follows", () => {
    for (let i = 0; i < 2000 && game.match.state.mode !== ModeId.ffa; i++) game.step();
    expect(game.match.state.mode).toBe(ModeId.ffa);
    game.match.watch("eva", game.player("b").slot);
    expect(watchedBy("eva")).toBe(game.player("b").slot);
  });
});
