import { describe, expect, test } from "vitest";
import type { ModeKey } from "../../shared/content/index.ts";
import { ModeId, modeOf } from "../../shared/content/index.ts";
import { Phase } from "../../shared/state/index.ts";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { pairingsOf } from "./ballot.ts";
import { type Game, startGame } from "./testing.ts";

const MODES: ModeKey[] = ["ffa", "tdm"];
const FIRST = { ...emptyArena(20, 20), name: "first", modes: MODES };
const SECOND = { ...FIRST, name: "second" };
const THIRD = { ...FIRST, name: "third", modes: ["ffa"] };
const RULES = { liveTicks: 10, overtimeTicks: 0, podiumTicks: 10, voteTicks: 30 };

/** A match in the middle of its vote. */
function voting(ids: readonly string[], seed = 1, rules = {}): Game {
  const game = startGame(FIRST, ids, { ...RULES, ...rules }, seed, {
    arenas: [FIRST, SECOND, THIRD],
    modes: MODES,
  });
  game.step(25);
  expect(game.match.state.phase).toBe(Phase.vote);
  return game;
}

/** What the choices on the ballot are. */
function choicesOf({ match }: Game): [arena: string, mode: ModeKey][] {
  return match.state.ballot.map(({ arena, mode }) => [arena, modeOf(mode).key]);
}

describe("the ballot", () => {
  test("offers three different things that can be played, and not what was just played", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const choices = choicesOf(voting(["ada"], seed));
      expect(choices).toHaveLength(3);
      expect(new Set(choices.map(String)).size).toBe(3);
      expect(choices).not.toContainEqual(["first", "ffa"]);
      expect(choices).not.toContainEqual(["third", "tdm"]);
      expect(new Set(choices.map(([arena]) => arena)).size).toBeGreaterThan(1);
      expect(new Set(choices.map(([, mode]) => mode)).size).toBeGreaterThan(1);
    }
  });

  test("does not offer it either when there is hardly more to offer", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const game = startGame(FIRST, ["ada"], RULES, seed, { arenas: [FIRST, SECOND], modes: MODES });
      game.step(25);
      expect(choicesOf(game)).toHaveLength(3);
      expect(choicesOf(game)).not.toContainEqual(["first", "ffa"]);
    }
  });

  test("is empty outside of the vote", () => {
    const game = startGame(FIRST, ["ada"], RULES, 1, { arenas: [FIRST, SECOND] });
    expect(game.match.state.ballot).toHaveLength(0);
    game.match.vote("ada", 0);
    game.step(25);
    expect(game.match.state.ballot.length).toBeGreaterThan(0);
    game.step(1);
    expect(game.match.state.ballot.map(({ votes }) => votes)).toEqual([0, 0]);
    game.step(25);
    expect(game.match.state.ballot).toHaveLength(0);
  });

  test("does not come up where only one thing can be played: that is played again", () => {
    const game = startGame(FIRST, ["ada"], RULES);
    game.step(20);
    expect(game.match.state).toMatchObject({ phase: Phase.live, round: 2, arena: "first", mode: ModeId.ffa });
  });

  test("has two choices where two things can be played, the last one among them", () => {
    const game = startGame(FIRST, ["ada"], RULES, 1, { modes: MODES });
    game.step(25);
    expect(choicesOf(game)).toEqual([
      ["first", "tdm"],
      ["first", "ffa"],
    ]);
  });

  test("needs a map for one of the modes, or there is no match at all", () => {
    expect(() => pairingsOf([THIRD], ["tdm"])).toThrow(/third.*tdm/);
    expect(() => startGame(THIRD, [], {}, 1, { modes: ["tdm"] })).toThrow(RangeError);
  });
});

describe("a vote", () => {
  test("is counted for all to see, and may be changed and taken away by leaving", () => {
    const game = voting(["ada", "ben"]);
    game.match.vote("ada", 2);
    game.match.vote("ben", 2);
    game.step();
    expect(game.match.state.ballot.map(({ votes }) => votes)).toEqual([0, 0, 2]);
    game.match.vote("ada", 1);
    game.step();
    expect(game.match.state.ballot.map(({ votes }) => votes)).toEqual([0, 1, 1]);
    game.match.leave("ben");
    game.step();
    expect(game.match.state.ballot.map(({ votes }) => votes)).toEqual([0, 1, 0]);
  });

  test("is taken from players and spectators, from nobody else and for nothing else", () => {
    const game = voting(["ada", "ben"]);
    game.match.spectate("ben");
    game.match.vote("ben", 0);
    game.match.vote("stranger", 1);
    game.match.vote("ada", 3);
    game.step();
    expect(game.match.state.ballot.map(({ votes }) => votes)).toEqual([1, 0, 0]);
  });

  test("cast on the last tick counts, and the most wanted choice is played", () => {
    for (let choice = 0; choice < 3; choice++) {
      const game = voting(["ada", "ben", "cem"]);
      const wanted = choicesOf(game)[choice]!;
      game.match.vote("cem", (choice + 1) % 3);
      game.step(24);
      expect(game.match.state.phase).toBe(Phase.vote);
      for (const id of ["ada", "ben"]) game.match.vote(id, choice);
      game.step();
      const { arena, mode } = game.match.state;
      expect([arena, modeOf(mode).key]).toEqual(wanted);
    }
  });

  test("without votes is decided by chance, among all choices", () => {
    const played = new Set<string>();
    for (let seed = 1; seed <= 60; seed++) {
      const game = voting([], seed);
      const choices = choicesOf(game).map(String);
      game.step(25);
      const { arena, mode, phase } = game.match.state;
      expect(phase).toBe(Phase.live);
      expect(choices).toContain(String([arena, modeOf(mode).key]));
      played.add(String(choices.indexOf(String([arena, modeOf(mode).key]))));
    }
    expect([...played].sort()).toEqual(["0", "1", "2"]);
  });

  test("that is a tie is decided by chance, among the most wanted alone", () => {
    const played = new Set<number>();
    for (let seed = 1; seed <= 60; seed++) {
      const game = voting(["ada", "ben"], seed);
      const choices = choicesOf(game).map(String);
      game.match.vote("ada", 0);
      game.match.vote("ben", 2);
      game.step(25);
      const { arena, mode } = game.match.state;
      played.add(choices.indexOf(String([arena, modeOf(mode).key])));
    }
    expect([...played].sort()).toEqual([0, 2]);
  });

  test("is forgotten with the next ballot", () => {
    const game = voting(["ada"]);
    game.match.vote("ada", 0);
    game.step(25);
    game.step(25);
    expect(game.match.state.phase).toBe(Phase.vote);
    expect(game.match.state.ballot.map(({ votes }) => votes)).toEqual([0, 0, 0]);
  });
});
