import { describe, expect, test } from "vitest";
import { loadListedArenas } from "../../server/arenas.ts";
import { MODES, seconds, TICK_HZ } from "../../shared/content/index.ts";
import { drawArena, emptyArena } from "../../tests/fixtures/arenas.ts";
import { balance, soundness } from "./bounds.ts";
import { type Fixture, leagueFixtures, pairingsOf, usualPlayers, versusFixtures } from "./fixtures.ts";
import { readOptions } from "./options.ts";
import { playFixture } from "./play.ts";
import { azureRate, totalsOf } from "./totals.ts";

const ARENAS = loadListedArenas();
const MODE_KEYS = MODES.map(({ key }) => key);
const PAIRINGS = pairingsOf(ARENAS, MODE_KEYS);

function playAll(fixtures: readonly Fixture[]): ReturnType<typeof playFixture>[] {
  return fixtures.map((fixture) => playFixture(fixture, ARENAS.find(({ name }) => name === fixture.arena)!));
}

// Hundreds of seconds of game: a busy machine takes its time.
describe("a season of bots", { timeout: 30_000 }, () => {
  const fixtures = leagueFixtures({ matches: 12, seed: 1, liveS: 15 }, PAIRINGS, 0.5);

  test("on every map and in every mode: no round stalls, nothing is thrown, somebody is destroyed", () => {
    expect(new Set(fixtures.map(({ arena }) => arena))).toEqual(new Set(ARENAS.map(({ name }) => name)));
    expect(new Set(fixtures.map(({ mode }) => mode))).toEqual(new Set(MODE_KEYS));
    const totals = totalsOf(playAll(fixtures));
    expect(totals.errors).toEqual([]);
    expect(totals.stalls).toBe(0);
    expect(totals.kills).toBeGreaterThan(0);
    expect(totals.lengths.longest).toBeLessThanOrEqual(15 + 3 + 1);
  });

  test("comes out the same twice, and differently from another seed", () => {
    const few = fixtures.slice(0, 4);
    const { hash } = totalsOf(playAll(few));
    expect(totalsOf(playAll(few)).hash).toBe(hash);
    const others = few.map((fixture) => ({ ...fixture, seed: fixture.seed + 1 }));
    expect(totalsOf(playAll(others)).hash).not.toBe(hash);
  });
});

describe("a match that cannot be played", () => {
  const fixture: Fixture = {
    index: 0,
    arena: "drawn",
    mode: "courier",
    seed: 1,
    players: 2,
    liveTicks: seconds(1),
    skills: [0.5],
  };

  test("is told with what was thrown", () => {
    // A map that says it is made for Courier and has no homes.
    const outcome = playFixture(fixture, { ...emptyArena(12, 12), modes: ["courier"] });
    expect(outcome.error).toContain("no home for team 1");
    expect(soundness(totalsOf([outcome]), 1000).map(({ holds }) => holds)).toEqual([true, false, true]);
  });

  test("and one that can be is not", () => {
    const arena = drawArena("######", "#A1.s#", "#....#", "#..2B#", "######", { modes: ["courier"] });
    const outcome = playFixture(fixture, arena);
    expect(outcome.error).toBeNull();
    expect(outcome.playTicks).toBeGreaterThanOrEqual(TICK_HZ);
  });
});

describe("the fixtures", () => {
  test("meet each pairing of a map and a mode equally often", () => {
    const keys = leagueFixtures({ matches: PAIRINGS.length * 2, seed: 1, liveS: 1 }, PAIRINGS, 0.5).map(
      ({ arena, mode }) => `${arena} ${mode}`,
    );
    expect(new Set(keys).size).toBe(PAIRINGS.length);
    for (const key of keys) expect(keys.filter((other) => other === key)).toHaveLength(2);
  });

  test("fill a map half way between few and many, with teams of one size", () => {
    for (const arena of ARENAS) {
      const players = usualPlayers(arena);
      expect(players % 2).toBe(0);
      expect(players).toBeGreaterThan(arena.players.min);
      expect(players).toBeLessThanOrEqual(arena.players.max);
    }
  });

  test("between two strengths give each of them the first seat as often, in duels and in team matches", () => {
    const fixtures = versusFixtures({ matches: 24, seed: 1, liveS: 1 }, ARENAS, [0, 1]);
    for (const duel of [true, false]) {
      const own = fixtures.filter(({ players }) => (players === 2) === duel);
      expect(own).toHaveLength(12);
      expect(own.filter(({ skills }) => skills[0] === 0)).toHaveLength(6);
      expect(new Set(own.map(({ arena }) => arena)).size).toBeGreaterThan(1);
    }
  });
});

describe("the bounds", () => {
  const played = totalsOf(playAll(leagueFixtures({ matches: 1, seed: 1, liveS: 1 }, PAIRINGS, 0.5)));
  const even = { ...played, kills: 100, killsWith: [30, 20, 15, 15, 10, 10] };

  test("hold when no side and no weapon decides", () => {
    const totals = { ...even, sides: { azure: 50, ember: 48, draws: 10 } };
    expect(balance(totals).map(({ holds }) => holds)).toEqual([true, true]);
  });

  test("refuse a side that wins too often, and a weapon that does too much or too little", () => {
    expect(balance({ ...even, sides: { azure: 60, ember: 40, draws: 0 } })[0]).toMatchObject({
      holds: false,
    });
    for (const killsWith of [
      [40, 20, 10, 10, 10, 10],
      [30, 25, 15, 15, 11, 4],
    ])
      expect(balance({ ...even, killsWith }).at(-1)).toMatchObject({ holds: false });
  });

  test("say nothing about sides where there are none", () => {
    expect(azureRate({ azure: 0, ember: 0, draws: 3 })).toBeNaN();
    expect(balance({ ...even, sides: { azure: 0, ember: 0, draws: 0 } })).toHaveLength(1);
  });
});

describe("the command line", () => {
  test("has a default for everything", () => {
    expect(readOptions([])).toMatchObject({ matches: 200, seed: 1, arena: null, mode: null, versus: null });
  });

  test("takes a map, a mode and two strengths", () => {
    const options = readOptions(["--arena", "foundry", "--mode", "tdm", "--versus", "veteran:rookie"]);
    expect(options).toMatchObject({ arena: "foundry", mode: "tdm", versus: [{ skill: 1 }, { skill: 0 }] });
  });

  test.each([
    ["--matches", "0"],
    ["--matches", "many"],
    ["--seed", "1.5"],
    ["--skill", "2"],
    ["--mode", "chess"],
    ["--versus", "veteran"],
    ["--versus", "rookie:rookie"],
    ["--speed", "1"],
  ])("refuses %s %s", (name, value) => {
    expect(() => readOptions([name, value])).toThrow();
  });
});
