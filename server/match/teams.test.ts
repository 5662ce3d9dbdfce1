import { describe, expect, test } from "vitest";
import { TEAMS, TeamId } from "../../shared/content/index.ts";
import { Life } from "../../shared/sim/index.ts";
import { drawArena } from "../../tests/fixtures/arenas.ts";
import { eventsOf, type Game, startGame } from "./testing.ts";

const ARENA = drawArena(
  "####################",
  "#1................2#",
  "#1................2#",
  "#1.......s........2#",
  "#1................2#",
  "####################",
  { modes: ["ffa", "tdm"] },
);
const { azure, ember } = TeamId;

function begin(ids: readonly string[], rules = {}, seed = 1): Game {
  return startGame(ARENA, ids, { liveTicks: 100_000, ...rules }, seed, { modes: ["tdm"] });
}

/** How many drones each team has: all of them, and people. */
function sizes(game: Game): { all: number[]; people: number[] } {
  const players = [...game.match.state.players.values()];
  const count = (which: typeof players): number[] =>
    TEAMS.map(({ id }) => which.filter(({ team }) => team === id).length);
  return { all: count(players), people: count(players.filter(({ bot }) => !bot)) };
}

describe("somebody who joins", () => {
  test("makes the teams even: one after the other goes to the smaller one", () => {
    const game = begin([]);
    for (let i = 0; i < 9; i++) {
      game.match.join(`p${i}`, `P${i}`);
      const [a, b] = sizes(game).all;
      expect(Math.abs(a! - b!)).toBeLessThanOrEqual(1);
    }
    expect(sizes(game).all).toEqual([5, 4]);
  });

  test("comes to where fewer people are, though bots be there", () => {
    const game = begin([], { fill: 6 });
    game.step();
    for (let i = 0; i < 6; i++) {
      game.match.join(`p${i}`, `P${i}`);
      game.step();
      expect(sizes(game).all).toEqual([3, 3]);
      const [a, b] = sizes(game).people;
      expect(Math.abs(a! - b!)).toBeLessThanOrEqual(1);
    }
  });

  test("helps those who are behind when the teams are even", () => {
    const game = begin(["ada", "ben"]);
    game.match.state.azureScore = 5;
    game.match.join("cem", "Cem");
    expect(game.player("cem").team).toBe(ember);
  });

  test("has no team in a free-for-all", () => {
    const game = startGame(ARENA, ["ada", "ben"]);
    expect(game.player("ada").team).toBe(TeamId.none);
  });
});

describe("when people leave", () => {
  /** Three of azure and three of ember, of whom two of azure leave. */
  function uneven(): Game {
    const game = begin(["a", "b", "c", "d", "e", "f"]);
    for (const [i, id] of ["a", "b", "c", "d", "e", "f"].entries())
      game.player(id).team = i < 3 ? azure : ember;
    for (const id of ["a", "b"]) game.match.leave(id);
    return game;
  }

  test("nobody is taken out of a life: the teams stay uneven while all fly", () => {
    const game = uneven();
    game.step(100);
    expect(sizes(game).all).toEqual([1, 3]);
  });

  test("the next one of the larger team who is destroyed comes back in the other, and is told", () => {
    const game = uneven();
    Object.assign(game.player("e"), { alive: Life.out, respawnAt: game.match.state.tick + 50 });
    const events = game.step();
    expect(sizes(game).all).toEqual([2, 2]);
    expect(eventsOf(events, "moved")).toEqual([{ team: azure }]);
    expect(events.find(({ type }) => type === "moved")?.to).toEqual({ only: "e" });
    expect(game.player("e")).toMatchObject({ team: azure, alive: Life.out });
    game.step(60);
    expect(game.player("e").alive).toBe(Life.flying);
    expect(eventsOf(game.step(100), "moved")).toEqual([]);
  });

  test("a bot changes before a person does, and else who came last", () => {
    const game = begin([], { fill: 6 });
    game.step();
    for (const id of ["a", "b"]) game.match.join(id, id);
    game.step();
    const players = [...game.match.state.players.values()];
    const [bot] = players.filter((player) => player.bot);
    for (const player of players) {
      Object.assign(player, { team: player === bot ? azure : ember, alive: Life.out, respawnAt: 100_000 });
    }
    game.step(2);
    expect(game.player("a").team).toBe(ember);
    expect(game.player("b").team).toBe(ember);
    expect(sizes(game).all).toEqual([3, 3]);

    const persons = uneven();
    for (const id of ["d", "e", "f"])
      Object.assign(persons.player(id), { alive: Life.out, respawnAt: 100_000 });
    persons.step();
    expect(persons.player("f").team).toBe(azure);
  });

  test("bots even the teams out at once, by going and coming", () => {
    const game = begin(["a", "b", "c", "d"], { fill: 4 });
    game.step();
    const mates = ["a", "b", "c", "d"].filter((id) => game.player(id).team === azure);
    for (const id of mates) game.match.leave(id);
    game.step();
    expect(sizes(game).all).toEqual([2, 2]);
  });

  test("nobody changes sides after play: who has won stays with the winners", () => {
    const game = begin(["a", "b", "c", "d"], { liveTicks: 10, overtimeTicks: 0, podiumTicks: 100 });
    game.step(20);
    const teams = ["a", "b", "c", "d"].map((id) => game.player(id).team);
    const losers = ["a", "b", "c", "d"].filter((_id, i) => teams[i] === ember);
    for (const id of losers) game.match.leave(id);
    expect(eventsOf(game.step(50), "moved")).toEqual([]);
    expect(sizes(game).all).toEqual([2, 0]);
    game.step(60);
    expect(game.match.state.round).toBe(2);
    expect(sizes(game).all).toEqual([1, 1]);
  });

  test("before play somebody changes at once, and is where the new team begins", () => {
    const game = begin(["a", "b", "c", "d"], { warmupTicks: 100 });
    for (const id of ["a", "b", "c", "d"]) game.player(id).team = azure;
    game.step(2);
    expect(sizes(game).all).toEqual([2, 2]);
    const moved = ["a", "b", "c", "d"].filter((id) => game.player(id).team === ember);
    // The spawn in the middle belongs to nobody, and in this mode all may appear there.
    for (const id of moved) expect(game.player(id).x).toBeGreaterThan(ARENA.spawns[0]!.x);
  });
});

describe("the teams of a new round", () => {
  test("are of one size, and the best are dealt out by their last scores", () => {
    const game = begin(["a", "b", "c", "d", "e", "f"], { liveTicks: 20, overtimeTicks: 0, podiumTicks: 10 });
    for (const [i, id] of ["a", "b", "c", "d", "e", "f"].entries()) game.player(id).score = 60 - i * 10;
    game.step(30);
    expect(game.match.state.round).toBe(2);
    const teams = ["a", "b", "c", "d", "e", "f"].map((id) => game.player(id).team);
    expect(teams).toEqual([azure, ember, ember, azure, azure, ember]);
    expect(game.match.state).toMatchObject({ azureScore: 0, emberScore: 0 });
  });

  test("have as many people each, whatever the scores of bots", () => {
    const game = begin(["a", "b"], { fill: 6, liveTicks: 20, overtimeTicks: 0, podiumTicks: 10 });
    game.step(5);
    for (const [id, player] of game.match.state.players.entries()) player.score = id.length > 1 ? 50 : 0;
    game.step(26);
    expect(game.match.state.round).toBe(2);
    expect(sizes(game)).toEqual({ all: [3, 3], people: [1, 1] });
  });
});
