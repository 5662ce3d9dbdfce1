import { describe, expect, test } from "vitest";
import { STRENGTHS, seconds, TEMPERAMENTS } from "../../../shared/content/index.ts";
import { Phase } from "../../../shared/state/index.ts";
import { drawArena } from "../../../tests/fixtures/arenas.ts";
import { createMatch } from "../match.ts";
import { DEFAULT_RULES } from "../rules.ts";
import { NO_REWIND } from "../world.ts";
import { createBrain } from "./brain.ts";
import { drawReaction, FASTEST_REACTION_TICKS, traitsFor } from "./traits.ts";

const NOBODY = { take(): void {} };
const DUELS = 60;

/** Small, with something to hide behind and something to fetch: nobody looks for the other for long. */
const PIT = drawArena(
  "######################",
  "#s........b.........s#",
  "#....................#",
  "#....##........##....#",
  "#....##........##....#",
  "#.........##.........#",
  "#h........##........h#",
  "#....##........##....#",
  "#....##........##....#",
  "#....................#",
  "#s........b.........s#",
  "######################",
  { legend: { b: "burst" } },
);

/** Kills of two bots of these skills in one short duel; who has which slot makes no difference. */
function duel(skills: readonly [number, number], seed: number): readonly [number, number] {
  const swapped = seed % 2 === 1;
  const botSkills = swapped ? [skills[1], skills[0]] : skills;
  const phases = { warmupTicks: 0, countdownTicks: 0, liveTicks: seconds(20), overtimeTicks: seconds(10) };
  const rules = { ...DEFAULT_RULES, ...phases, fill: 2, botSkills };
  const match = createMatch({ arena: PIT, rules, seed });
  while (match.state.phase < Phase.podium) match.step(NOBODY, NO_REWIND);
  const kills: [number, number] = [0, 0];
  for (const player of match.state.players.values())
    kills[player.slot === (swapped ? 1 : 0) ? 0 : 1] = player.kills;
  return kills;
}

/** Part of the decided duels that the stronger one wins. */
function winRate(stronger: number, weaker: number): number {
  let won = 0;
  let lost = 0;
  for (let seed = 1; seed <= DUELS; seed++) {
    const [strong, weak] = duel([stronger, weaker], seed);
    if (strong > weak) won += 1;
    if (strong < weak) lost += 1;
  }
  expect(won + lost).toBeGreaterThan(DUELS * 0.6);
  return won / (won + lost);
}

describe("in duels", () => {
  const [rookie, regular, veteran] = STRENGTHS.map(({ skill }) => skill);

  test("a veteran beats a regular", () => {
    expect(winRate(veteran!, regular!)).toBeGreaterThan(0.65);
  });

  test("a regular beats a rookie", () => {
    expect(winRate(regular!, rookie!)).toBeGreaterThan(0.65);
  });

  test("two of one strength are as good as each other", () => {
    const rate = winRate(regular!, regular!);
    expect(rate).toBeGreaterThan(0.3);
    expect(rate).toBeLessThan(0.7);
  });
});

describe("the limits of people", () => {
  test("hold for every strength: reactions take 150 ms at least, a veteran's mostly up to 250", () => {
    for (const { skill } of STRENGTHS) {
      const traits = traitsFor(skill);
      for (let bell = -4; bell <= 4; bell += 0.5)
        expect(drawReaction(traits, bell)).toBeGreaterThanOrEqual(FASTEST_REACTION_TICKS);
      // A half turn takes a quarter of a second and more.
      expect(Math.PI / traits.turnPerTick).toBeGreaterThan(seconds(0.2));
    }
    expect(drawReaction(traitsFor(1), 2)).toBeLessThanOrEqual(seconds(0.25));
    expect(drawReaction(traitsFor(0), 0)).toBeGreaterThan(seconds(0.35));
  });
});

describe("a temperament", () => {
  test("comes with the seed, and all of them come up", () => {
    const drawn = new Set<string>();
    for (let seed = 1; seed <= 60; seed++) {
      const { temper } = createBrain(PIT, traitsFor(0.5), seed);
      expect(createBrain(PIT, traitsFor(0.5), seed).temper).toBe(temper);
      drawn.add(temper.key);
    }
    expect(drawn.size).toBe(TEMPERAMENTS.length);
  });

  test("has leanings within their ranges and a name of its own", () => {
    expect(new Set(TEMPERAMENTS.map(({ key }) => key)).size).toBe(TEMPERAMENTS.length);
    for (const { name, idea, distance, ...rest } of TEMPERAMENTS) {
      expect(name.length * idea.length).toBeGreaterThan(0);
      expect(Math.abs(distance)).toBeLessThanOrEqual(1);
      for (const leaning of [rest.aggression, rest.caution, rest.patience, rest.zeal, rest.mines]) {
        expect(leaning).toBeGreaterThanOrEqual(0);
        expect(leaning).toBeLessThanOrEqual(1);
      }
    }
  });
});
