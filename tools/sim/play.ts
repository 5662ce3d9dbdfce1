/** Plays one match of bots among themselves. Reads no clock and no file: runs in a page as well as in Node. */
import {
  type CommandSource,
  createMatch,
  DEFAULT_RULES,
  hashState,
  type Match,
  type MatchRules,
  NO_REWIND,
} from "../../server/match/index.ts";
import type { Arena } from "../../shared/arena/index.ts";
import { MODES, modeOf, seconds, WEAPONS } from "../../shared/content/index.ts";
import { foldNumber } from "../../shared/sim/index.ts";
import { isPlay, NOBODY, Phase } from "../../shared/state/index.ts";
import type { Fixture } from "./fixtures.ts";

/** How play came to its end. */
export type Ending = "goal" | "time" | "overtime";

/** What a match came to. Lists of weapons are indexed by id. */
export interface Outcome {
  readonly fixture: Fixture;
  /** Ticks of the whole round, and of those in which kills count. */
  ticks: number;
  playTicks: number;
  ending: Ending;
  /** Slot, or team in a team mode; `NOBODY` for a draw. */
  winner: number;
  /** Strength of who won, null for a draw. */
  winnerSkill: number | null;
  /** Best score at the end, of a player or of a team. */
  best: number;
  kills: number;
  deaths: number;
  killsWith: number[];
  shots: number[];
  hits: number[];
  /** Ticks for which living drones had each weapon in hand. */
  heldTicks: number[];
  /** Items taken from racks, by their key. */
  taken: Record<string, number>;
  /** Whether the round took longer than its phases together. */
  stalled: boolean;
  /** What was thrown; null when nothing was. */
  error: string | null;
  /** Stands for all that happened: the state at the end and on every `HASH_EVERY`th tick before. */
  hash: number;
}

/** Ticks between two looks at the whole state. */
const HASH_EVERY = 60;

/** Nobody plays but bots. */
const NO_PEOPLE: CommandSource = { take() {} };

/** Overtime is as long a part of a round as it is with the usual rules. */
export function overtimeTicksFor(liveTicks: number): number {
  return Math.round((liveTicks * DEFAULT_RULES.overtimeTicks) / DEFAULT_RULES.liveTicks);
}

/** The phases around play are as short as they may be without being skipped. */
function rulesOf({ players, liveTicks, skills }: Fixture): MatchRules {
  return {
    ...DEFAULT_RULES,
    fill: players,
    warmupTicks: seconds(1),
    countdownTicks: seconds(1),
    liveTicks,
    overtimeTicks: overtimeTicksFor(liveTicks),
    podiumTicks: seconds(1),
    voteTicks: seconds(1),
    botSkills: skills,
  };
}

function blank(fixture: Fixture): Outcome {
  return {
    fixture,
    ticks: 0,
    playTicks: 0,
    ending: "time",
    winner: NOBODY,
    winnerSkill: null,
    best: 0,
    kills: 0,
    deaths: 0,
    killsWith: WEAPONS.map(() => 0),
    shots: WEAPONS.map(() => 0),
    hits: WEAPONS.map(() => 0),
    heldTicks: WEAPONS.map(() => 0),
    taken: {},
    stalled: false,
    error: null,
    hash: 0,
  };
}

function addTo(sums: number[], list: readonly number[]): void {
  list.forEach((value, i) => {
    sums[i] = sums[i]! + value;
  });
}

/** Writes down what play has come to, as it ends. */
function readResult(match: Match, outcome: Outcome, wentOn: boolean): void {
  const { state } = match;
  const { skills, liveTicks } = outcome.fixture;
  const { teams } = modeOf(state.mode);
  outcome.ending = wentOn ? "overtime" : outcome.playTicks < liveTicks ? "goal" : "time";
  outcome.winner = state.winner;
  outcome.best = Math.max(state.azureScore, state.emberScore);
  state.players.forEach((player) => {
    if (!teams) outcome.best = Math.max(outcome.best, player.score);
    if ((teams ? player.team : player.slot) === state.winner)
      outcome.winnerSkill = skills[player.slot % skills.length]!;
  });
  for (const record of match.records()) {
    outcome.kills += record.kills;
    outcome.deaths += record.deaths;
    addTo(outcome.killsWith, record.killsWith);
    addTo(outcome.shots, record.shots);
    addTo(outcome.hits, record.hits);
  }
}

function step(match: Match, outcome: Outcome): void {
  const { state } = match;
  for (const event of match.step(NO_PEOPLE, NO_REWIND)) {
    if (event.type !== "taken" || !isPlay(state.phase)) continue;
    const { item } = match.arena.items[event.data.rack]!;
    outcome.taken[item] = (outcome.taken[item] ?? 0) + 1;
  }
  outcome.ticks += 1;
  if (state.tick % HASH_EVERY === 0) outcome.hash = foldNumber(outcome.hash, hashState(state));
  if (!isPlay(state.phase)) return;
  outcome.playTicks += 1;
  state.players.forEach((player) => {
    if (player.alive !== 0) outcome.heldTicks[player.weapon]! += 1;
  });
}

/** Plays a round up to where the next one begins, or to where it should have begun at the latest. */
function playRound(match: Match, rules: MatchRules, outcome: Outcome): void {
  const { state } = match;
  const { warmupTicks, countdownTicks, liveTicks, overtimeTicks, podiumTicks, voteTicks } = rules;
  const latest = warmupTicks + countdownTicks + liveTicks + overtimeTicks + podiumTicks + voteTicks;
  let phase = state.phase;
  let wentOn = false;
  while (state.round === 1) {
    if (state.tick >= latest) {
      outcome.stalled = true;
      break;
    }
    step(match, outcome);
    wentOn ||= state.phase === Phase.overtime;
    if (state.phase === Phase.podium && phase !== Phase.podium) readResult(match, outcome, wentOn);
    phase = state.phase;
  }
  outcome.hash = foldNumber(outcome.hash, hashState(state));
}

/**
 * Plays one match: a round of the wanted mode, the vote and the beginning of the next one.
 * @param arena the map of that name
 */
export function playFixture(fixture: Fixture, arena: Arena): Outcome {
  const outcome = blank(fixture);
  const rules = rulesOf(fixture);
  // The other modes of the map are there to be voted for.
  const others = MODES.map(({ key }) => key).filter((key) => key !== fixture.mode);
  try {
    const match = createMatch({ arena, modes: [fixture.mode, ...others], rules, seed: fixture.seed });
    playRound(match, rules, outcome);
  } catch (error) {
    outcome.error = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  return outcome;
}
