import { describe, expect, test } from "vitest";
import { Life } from "../../shared/sim/index.ts";
import { Phase } from "../../shared/state/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { type Game, startGame } from "./testing.ts";

const ARENA = emptyArena(30, 20);
const TEAM_ARENA = { ...ARENA, modes: ["tdm"] };
const SHORT = { liveTicks: 100, overtimeTicks: 0, podiumTicks: 40 };

function botsOf(game: Game): string[] {
  return [...game.match.state.players.entries()].filter(([, player]) => player.bot).map(([id]) => id);
}

describe("people", () => {
  test("cannot sit down twice, as player nor as spectator", () => {
    const game = startGame(ARENA, ["ada", "ben"]);
    game.player("ada").score = 5;
    game.match.join("ada", "again");
    expect(game.player("ada")).toMatchObject({ score: 5, name: "ada" });
    game.match.spectate("ben");
    game.match.join("ben", "again");
    expect([...game.match.state.players.keys()]).toEqual(["ada"]);
  });

  test("get the lowest slot that is free", () => {
    const game = startGame(ARENA, ["ada", "ben", "cem"]);
    game.match.leave("ben");
    game.match.join("dan", "Dan");
    game.match.join("eva", "Eva");
    expect(["ada", "cem", "dan", "eva"].map((id) => game.player(id).slot)).toEqual([0, 2, 1, 3]);
  });
});

describe("who comes late into a free-for-all", () => {
  /** The score with which Cem begins when Ada and Ben have these. */
  function lateScore(scores: readonly [number, number], phaseTick = 10): number {
    const game = startGame(ARENA, ["ada", "ben"], SHORT);
    game.step(phaseTick);
    game.player("ada").score = scores[0];
    game.player("ben").score = scores[1];
    game.match.join("cem", "Cem");
    return game.player("cem").score;
  }

  test("begins with as much as the last of those who are there, neither ahead of anybody nor out of the running", () => {
    expect(lateScore([12, 7])).toBe(7);
    expect(lateScore([4, 4])).toBe(4);
  });

  test("does not begin below nothing", () => {
    expect(lateScore([3, -2])).toBe(0);
  });

  test("begins with nothing when play is over, and when nobody else is there", () => {
    expect(lateScore([12, 7], 120)).toBe(0);
    const game = startGame(ARENA, []);
    game.match.join("cem", "Cem");
    expect(game.player("cem").score).toBe(0);
  });

  test("has no kills for it, nor deaths", () => {
    const game = startGame(ARENA, ["ada"]);
    game.player("ada").score = 9;
    game.match.join("cem", "Cem");
    expect(game.player("cem")).toMatchObject({ score: 9, kills: 0, deaths: 0, assists: 0 });
  });
});

test("who comes late into a team mode has nothing but the score of their team", () => {
  const game = startGame(TEAM_ARENA, ["ada", "ben"], {}, 1, { modes: ["tdm"] });
  for (const id of ["ada", "ben"]) game.player(id).score = 6;
  game.match.state.azureScore = 6;
  game.match.join("cem", "Cem");
  expect(game.player("cem").score).toBe(0);
  expect(game.match.state.azureScore).toBe(6);
});

describe("bots", () => {
  const rules = { ...SHORT, fill: 4 };

  test("fill the room up, each with a slot and a name of its own", () => {
    const game = startGame(ARENA, ["ada"], rules);
    game.step();
    const players = [...game.match.state.players.values()];
    expect(botsOf(game)).toHaveLength(3);
    expect(new Set(players.map((player) => player.slot)).size).toBe(4);
    expect(new Set(players.map((player) => player.name)).size).toBe(4);
  });

  test("have names of their own however many there are", () => {
    const game = startGame(ARENA, [], { fill: 16 });
    game.step();
    expect(new Set([...game.match.state.players.values()].map(({ name }) => name)).size).toBe(16);
  });

  test("give way to people, the one with the lowest score first", () => {
    const game = startGame(ARENA, ["ada"], rules);
    game.step();
    const [first, second, third] = botsOf(game);
    game.player(first!).score = 3;
    game.player(second!).score = 1;
    game.player(third!).score = 2;
    game.match.join("ben", "Ben");
    game.step();
    expect(botsOf(game)).toEqual([first, third]);
  });

  test("come back for those who leave, and are all gone when the room is full of people", () => {
    const game = startGame(ARENA, ["a", "b", "c", "d", "e"], rules);
    game.step();
    expect(botsOf(game)).toEqual([]);
    for (const id of ["a", "b", "c"]) game.match.leave(id);
    game.step();
    expect(game.match.state.players.size).toBe(4);
    expect(botsOf(game)).toHaveLength(2);
  });

  test("take the place of somebody who watches, and give it back", () => {
    const game = startGame(ARENA, ["ada", "ben"], { fill: 2 });
    game.match.spectate("ben");
    game.step();
    expect(botsOf(game)).toHaveLength(1);
    game.match.play("ben");
    game.step();
    expect(botsOf(game)).toEqual([]);
  });

  test("cannot be made to watch", () => {
    const game = startGame(ARENA, [], { fill: 2 });
    game.step();
    game.match.spectate("bot-0");
    expect(game.match.state.players.has("bot-0")).toBe(true);
  });
});

describe("a bot that covers for somebody whose connection is lost", () => {
  test("flies their drone under their name, slot and score, and hands it back as it is then", () => {
    const game = startGame(ARENA, ["ada", "ben"]);
    const ada = game.player("ada");
    const seat = { slot: ada.slot, name: "ada", bot: false };
    Object.assign(ada, { score: 4, kills: 4, deaths: 1 });
    const { x, y } = ada;
    game.match.cover("ada");
    game.step(120);
    expect(game.player("ada")).toBe(ada);
    expect(ada).toMatchObject({ ...seat, score: 4, kills: 4, deaths: 1 });
    expect([ada.x, ada.y]).not.toEqual([x, y]);
    ada.score = 6;
    game.match.handBack("ada");
    game.step();
    const rest = { x: ada.x, y: ada.y };
    game.step(60);
    expect(ada).toMatchObject({ ...seat, ...rest, score: 6 });
  });

  test("is no bot to the others: nobody is sent away for it, and it is not sent away", () => {
    const game = startGame(ARENA, ["ada", "ben"], { fill: 3 });
    game.step();
    game.match.cover("ada");
    game.match.join("cem", "Cem");
    game.step();
    expect([...game.match.state.players.keys()]).toEqual(["ada", "ben", "cem"]);
  });

  test("goes on through rounds and maps, and with the seat when it is given up", () => {
    const other = { ...emptyArena(12, 12), name: "other" };
    const game = startGame(ARENA, ["ada"], { ...SHORT, voteTicks: 20 }, 1, { arenas: [ARENA, other] });
    game.match.cover("ada");
    game.step(145);
    game.match.vote(
      "ada",
      game.match.state.ballot.findIndex((choice) => choice.arena === "other"),
    );
    game.step(25);
    expect(game.match.state).toMatchObject({ round: 2, arena: "other", phase: Phase.live });
    expect(game.player("ada").alive).toBe(Life.flying);
    game.match.leave("ada");
    game.match.handBack("ada");
    game.match.cover("ada");
    game.step(20);
    expect(game.match.state.players.size).toBe(0);
  });
});
