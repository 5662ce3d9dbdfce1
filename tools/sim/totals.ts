import { MODES, type ModeKey, modeOf, TEAMS, TICK_HZ, WEAPONS } from "../../shared/content/index.ts";
import { foldNumber } from "../../shared/sim/index.ts";
import type { Ending, Outcome } from "./play.ts";

/** How the matches between two teams came out. */
export interface Sides {
  azure: number;
  ember: number;
  draws: number;
}

/** How long rounds took, in seconds of play. */
export interface Lengths {
  readonly mean: number;
  readonly shortest: number;
  readonly longest: number;
}

/** What all matches of a run come to together. Lists of weapons are indexed by id. */
export interface Totals {
  readonly matches: number;
  readonly gameS: number;
  readonly playS: number;
  /** Seconds of play times the drones in it. */
  readonly droneS: number;
  readonly sides: Sides;
  readonly kills: number;
  readonly deaths: number;
  readonly killsWith: readonly number[];
  readonly shots: readonly number[];
  readonly hits: readonly number[];
  readonly heldS: readonly number[];
  /** Items taken, by key. */
  readonly taken: ReadonlyMap<string, number>;
  readonly lengths: Lengths;
  readonly endings: Readonly<Record<Ending, number>>;
  readonly stalls: number;
  readonly errors: readonly string[];
  readonly hash: number;
}

/** Which of the two teams has won how often; matches without teams do not count. */
export function sidesOf(outcomes: readonly Outcome[]): Sides {
  const sides: Sides = { azure: 0, ember: 0, draws: 0 };
  for (const { fixture, winner } of outcomes) {
    if (!teamsIn(fixture.mode)) continue;
    const team = TEAMS.find(({ id }) => id === winner);
    sides[team?.key === "azure" ? "azure" : team?.key === "ember" ? "ember" : "draws"] += 1;
  }
  return sides;
}

/** Whether a mode is played by teams. */
export function teamsIn(key: ModeKey): boolean {
  return MODES.some((mode) => mode.key === key && modeOf(mode.id).teams);
}

/** Part 0..1 of the decided matches that the first team has won; NaN when there are none. */
export function azureRate({ azure, ember }: Sides): number {
  return azure / (azure + ember);
}

function sum(outcomes: readonly Outcome[], value: (outcome: Outcome) => number): number {
  return outcomes.reduce((total, outcome) => total + value(outcome), 0);
}

function perWeapon(
  outcomes: readonly Outcome[],
  list: "killsWith" | "shots" | "hits" | "heldTicks",
): number[] {
  return WEAPONS.map(({ id }) => sum(outcomes, (outcome) => outcome[list][id]!));
}

function lengthsOf(outcomes: readonly Outcome[]): Lengths {
  const lengths = outcomes.map(({ playTicks }) => playTicks / TICK_HZ);
  return {
    mean: lengths.reduce((total, length) => total + length, 0) / lengths.length,
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
  };
}

function takenIn(outcomes: readonly Outcome[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const outcome of outcomes) {
    for (const [key, count] of Object.entries(outcome.taken)) taken.set(key, (taken.get(key) ?? 0) + count);
  }
  return taken;
}

/** Adds up what matches came to. */
export function totalsOf(outcomes: readonly Outcome[]): Totals {
  const ended = (ending: Ending): number => outcomes.filter((outcome) => outcome.ending === ending).length;
  return {
    matches: outcomes.length,
    gameS: sum(outcomes, ({ ticks }) => ticks) / TICK_HZ,
    playS: sum(outcomes, ({ playTicks }) => playTicks) / TICK_HZ,
    droneS: sum(outcomes, ({ playTicks, fixture }) => playTicks * fixture.players) / TICK_HZ,
    sides: sidesOf(outcomes),
    kills: sum(outcomes, ({ kills }) => kills),
    deaths: sum(outcomes, ({ deaths }) => deaths),
    killsWith: perWeapon(outcomes, "killsWith"),
    shots: perWeapon(outcomes, "shots"),
    hits: perWeapon(outcomes, "hits"),
    heldS: perWeapon(outcomes, "heldTicks").map((ticks) => ticks / TICK_HZ),
    taken: takenIn(outcomes),
    lengths: lengthsOf(outcomes),
    endings: { goal: ended("goal"), time: ended("time"), overtime: ended("overtime") },
    stalls: outcomes.filter(({ stalled }) => stalled).length,
    errors: outcomes.flatMap(({ error }) => (error === null ? [] : [error])),
    hash: outcomes.map(({ hash }) => hash).reduce((folded, hash) => foldNumber(folded, hash), 0),
  };
}
