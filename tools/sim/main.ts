/**
 * Plays matches of bots among themselves, as fast as the machine can, and prints what they tell about the game.
 *
 *   npm run sim -- --matches 200 --seed 1                 equals on every map, in every mode
 *   npm run sim -- --arena foundry --mode ffa             one map, one mode
 *   npm run sim -- --versus veteran:regular               two strengths play each other
 *   npm run sim -- --workers 2 --live 300 --skill 1       more at once, longer rounds, stronger bots
 *
 * Ends with 1 when a bound of bounds.ts is missed, with 2 when it was not understood.
 */
import { loadArena, loadListedArenas } from "../../server/arenas.ts";
import { MODES, seconds, TICK_HZ } from "../../shared/content/index.ts";
import { type Bound, balance, mastery, percent, soundness } from "./bounds.ts";
import { playAll } from "./crew.ts";
import { type Fixture, leagueFixtures, pairingsOf, versusFixtures } from "./fixtures.ts";
import { type Options, readOptions } from "./options.ts";
import { type Outcome, overtimeTicksFor } from "./play.ts";
import { itemLines, killLines, roundLines, sidesLines, weaponLines } from "./report.ts";
import { teamsIn, totalsOf } from "./totals.ts";

function fixturesFor({ arena, mode, versus, skill, ...season }: Options): Fixture[] {
  const arenas = arena === null ? loadListedArenas() : [loadArena(arena)];
  if (versus !== null) return versusFixtures(season, arenas, [versus[0].skill, versus[1].skill]);
  const modes = mode === null ? MODES.map(({ key }) => key) : [mode];
  const pairings = pairingsOf(arenas, modes);
  if (pairings.length === 0) throw new RangeError(`map ${arena} is not made for ${mode}`);
  return leagueFixtures(season, pairings, skill);
}

/** Part of the matches that a strength has won, a draw counting half. */
function rateOf(outcomes: readonly Outcome[], skill: number): number {
  const points = outcomes.map(({ winnerSkill }) =>
    winnerSkill === null ? 0.5 : Number(winnerSkill === skill),
  );
  return points.reduce((sum, point) => sum + point, 0) / points.length;
}

function versusBounds(outcomes: readonly Outcome[], versus: NonNullable<Options["versus"]>): Bound[] {
  const [first, second] = versus;
  const [weaker, stronger] = first.skill < second.skill ? [first, second] : [second, first];
  const rate = (some: readonly Outcome[]): number => rateOf(some, stronger.skill);
  const duels = outcomes.filter(({ fixture }) => !teamsIn(fixture.mode));
  const matches = outcomes.filter(({ fixture }) => teamsIn(fixture.mode));
  console.log(`${stronger.name} against ${weaker.name}, a draw counting half`);
  console.log(`  ${duels.length} duels ${percent(rate(duels))}`);
  console.log(`  ${matches.length} team matches ${percent(rate(matches))}`);
  return [mastery(rate(outcomes), stronger.name, weaker.name)];
}

function printAll(...groups: readonly (readonly string[])[]): void {
  for (const lines of groups) if (lines.length > 0) console.log(`${lines.join("\n")}\n`);
}

async function run(options: Options, fixtures: readonly Fixture[]): Promise<boolean> {
  const { matches, seed, liveS, workers, versus, skill } = options;
  const overtimeS = overtimeTicksFor(seconds(liveS)) / TICK_HZ;
  const pairings = new Set(fixtures.map(({ arena, mode }) => `${arena} ${mode}`));
  const who = versus === null ? `bots of strength ${skill}` : `${versus[0].name} against ${versus[1].name}`;
  console.log(
    `${matches} matches of one round, seed ${seed}: ${who}, ${pairings.size} pairings of a map and a mode in turn\n` +
      `play lasts ${liveS} s at most, overtime ${overtimeS} s`,
  );
  const began = performance.now();
  const before = process.cpuUsage();
  const outcomes = await playAll(fixtures, workers);
  const wallS = (performance.now() - began) / 1000;
  // All that the process did, whichever thread did it: as if it had been one core.
  const { user, system } = process.cpuUsage(before);
  const coreS = (user + system) / 1e6;
  const totals = totalsOf(outcomes);
  const pace = totals.gameS / coreS;
  console.log(
    `${totals.gameS.toFixed(0)} s of game in ${wallS.toFixed(1)} s of wall time on ${workers} ` +
      `${workers === 1 ? "worker" : "workers"}, ${coreS.toFixed(1)} s of processor time\n`,
  );
  printAll(
    versus === null ? sidesLines(outcomes) : [],
    weaponLines(totals),
    roundLines(outcomes),
    [...killLines(totals), ...itemLines(totals)],
    totals.errors.slice(0, 3),
  );
  const bounds = [
    ...soundness(totals, pace),
    ...(versus === null ? balance(totals) : versusBounds(outcomes, versus)),
  ];
  for (const { claim, measured, holds } of bounds)
    console.log(`  ${holds ? "holds" : "FAILS"}  ${claim}\n         ${measured}`);
  console.log(`\nhash of all matches ${totals.hash.toString(16).padStart(8, "0")}`);
  return bounds.every(({ holds }) => holds);
}

let options: Options;
let fixtures: Fixture[];
try {
  options = readOptions(process.argv.slice(2));
  fixtures = fixturesFor(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
process.exitCode = (await run(options, fixtures)) ? 0 : 1;
