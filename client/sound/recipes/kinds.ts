/** What sounds of one kind have in common, to be spread into their literals. */
import { hz, type Layer, type Recipe } from "../synth/index.ts";

type Kind = Pick<Recipe, "bus" | "hall" | "reach" | "spread" | "gapMs">;

/** px from which shots and blasts are not heard any more; the server tells of hidden ones up to here. */
export const HEARING = 900;

/** Shots and explosions: heard from afar, with the hall behind them. */
export const LOUD: Kind = { bus: "effects", hall: 0.3, reach: HEARING, spread: 0.04, gapMs: 24 };

/** What is heard from near, such as a ricochet. */
export const NEAR: Kind = { bus: "effects", hall: 0.2, reach: 560, spread: 0.05, gapMs: 30 };

/** What the own drone says to its player: dry, right at the ear, always the same. */
export const COCKPIT: Kind = { bus: "effects", hall: 0.08, reach: 560, spread: 0.015, gapMs: 60 };

/** What everybody is told, with no place: signals of the round and its goal. */
export const SIGNAL: Kind = { bus: "effects", hall: 0.28, reach: 1, spread: 0, gapMs: 120 };

/** A row of struck bells, for what deserves one: [note as MIDI counts them, second at which it is struck]. */
export function bells(...notes: readonly (readonly [note: number, at: number])[]): Layer[] {
  return notes.flatMap(([note, at]) => [
    {
      tone: { wave: "sine", from: hz(note), fm: { ratio: 3.5, depth: 0.16, decay: 0.2 } },
      ...{ gain: 0.5, at, decay: 0.55 },
    },
    { tone: { wave: "triangle", from: hz(note - 12) }, gain: 0.22, at, decay: 0.3 },
  ]);
}

/** A row of soft horns, for what is said to everybody: [note, second at which it begins, seconds until it is gone]. */
export function horns(...notes: readonly (readonly [note: number, at: number, decay: number])[]): Layer[] {
  return notes.flatMap(([note, at, decay]) => [
    {
      tone: { wave: "saw", from: hz(note) },
      ...{ gain: 0.3, at, attack: 0.012, decay },
      filter: { kind: "low", from: hz(note) * 6, to: hz(note) * 1.5, q: 0.9 },
    },
    { tone: { wave: "triangle", from: hz(note) }, gain: 0.4, at, attack: 0.008, decay },
  ]);
}
