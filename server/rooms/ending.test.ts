import { describe, expect, it } from "vitest";
import type { PlayerRecord } from "../../shared/protocol.ts";
import { ArenaState, Phase, PlayerState } from "../../shared/state/index.ts";
import { createClosing, type RoundResult, watchRounds } from "./ending.ts";

function seat(state: ArenaState, name: string, score: number, bot = false): void {
  const player = new PlayerState();
  player.name = name;
  player.score = score;
  player.bot = bot;
  state.players.set(name, player);
}

function setUp() {
  const state = new ArenaState();
  state.arena = "range";
  state.round = 3;
  state.tick = 100;
  state.phaseEndsAt = 400;
  state.phase = Phase.live;
  const results: RoundResult[] = [];
  const records = (): PlayerRecord[] =>
    [...state.players.values()].map(({ slot, name, bot, team, score, kills, deaths, assists, captures }) => ({
      ...{ slot, name, bot, team, score, kills, deaths, assists, captures },
      ...{ damage: 0, streak: 0, shots: [], hits: [], killsWith: [], medals: [] },
    }));
  return {
    state,
    results,
    rounds: watchRounds({ state, records }, "room", (result) => results.push(result)),
  };
}

describe("the result of a round", () => {
  it("is handed over once, when the round ends, best player first", () => {
    const { state, results, rounds } = setUp();
    seat(state, "Ann", 2);
    seat(state, "Bolt", 5, true);
    rounds.stepped();
    expect(results).toEqual([]);
    state.phase = Phase.podium;
    rounds.stepped();
    rounds.stepped();
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ room: "room", arena: "range", round: 3, finished: true });
    expect(results[0]?.players.map((player) => player.name)).toEqual(["Bolt", "Ann"]);
  });

  it("of a round that is cut off says so, and is handed over once", () => {
    const { state, results, rounds } = setUp();
    seat(state, "Ann", 2);
    rounds.cut();
    rounds.cut();
    expect(results.map((result) => result.finished)).toEqual([false]);
  });

  it("is not touched by a cut after the round's end", () => {
    const { state, results, rounds } = setUp();
    seat(state, "Ann", 2);
    state.phase = Phase.podium;
    rounds.stepped();
    rounds.cut();
    expect(results.map((result) => result.finished)).toEqual([true]);
  });

  it("of bots among themselves is not kept when it is cut off", () => {
    const { state, results, rounds } = setUp();
    seat(state, "Bolt", 5, true);
    rounds.cut();
    expect(results).toEqual([]);
  });
});

describe("a room of a server that stops", () => {
  it("closes when the result of its round has been shown", () => {
    const { state } = setUp();
    const closing = createClosing(state, 60_000, 120);
    expect(closing.secondsLeft(0)).toBe(7);
    state.phase = Phase.podium;
    state.tick = 400;
    state.phaseEndsAt = 520;
    expect([closing.secondsLeft(5000), closing.due(5000)]).toEqual([2, false]);
    state.tick = 519;
    expect(closing.due(7000)).toBe(true);
  });

  it("closes at the deadline at the latest", () => {
    const closing = createClosing(setUp().state, 3000, 120);
    expect([closing.secondsLeft(0), closing.due(2999), closing.due(3000)]).toEqual([3, false, true]);
  });
});
