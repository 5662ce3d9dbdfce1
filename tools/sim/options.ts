import { parseArgs } from "node:util";
import { type BotStrength, MODES, type ModeKey, STRENGTHS } from "../../shared/content/index.ts";

/** What a run is asked to do. */
export interface Options {
  readonly matches: number;
  readonly seed: number;
  /** Name of a map; null for all that are listed. */
  readonly arena: string | null;
  /** Null for all. */
  readonly mode: ModeKey | null;
  /** Strength of all bots, 0..1. */
  readonly skill: number;
  /** Two strengths that play each other. */
  readonly versus: readonly [BotStrength, BotStrength] | null;
  readonly workers: number;
  /** Seconds for which play lasts at most. */
  readonly liveS: number;
}

function readNumber(name: string, text: string, min: number, max: number, whole: boolean): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  throw new RangeError(`--${name} is a ${whole ? "whole " : ""}number from ${min} to ${max}, not "${text}"`);
}

function readMode(text: string): ModeKey | null {
  if (text === "all") return null;
  const mode = MODES.find(({ key }) => key === text);
  if (mode === undefined)
    throw new RangeError(`--mode is all, ${MODES.map(({ key }) => key).join(", ")}, not "${text}"`);
  return mode.key;
}

function readVersus(text: string | undefined): readonly [BotStrength, BotStrength] | null {
  if (text === undefined) return null;
  const names = STRENGTHS.map(({ key }) => key);
  const [first, second] = text.split(":").map((part) => STRENGTHS.find(({ key }) => key === part));
  if (first === undefined || second === undefined || first === second)
    throw new RangeError(`--versus takes two of ${names.join(", ")}, as in rookie:regular, not "${text}"`);
  return [first, second];
}

/**
 * Reads the command line.
 * @throws Error that says what is allowed
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      matches: { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
      arena: { type: "string", default: "all" },
      mode: { type: "string", default: "all" },
      skill: { type: "string", default: "0.5" },
      versus: { type: "string" },
      workers: { type: "string", default: "1" },
      live: { type: "string", default: "150" },
    },
  });
  return {
    matches: readNumber("matches", values.matches, 1, 100_000, true),
    seed: readNumber("seed", values.seed, 0, 0xffffffff, true),
    arena: values.arena === "all" ? null : values.arena,
    mode: readMode(values.mode),
    skill: readNumber("skill", values.skill, 0, 1, false),
    versus: readVersus(values.versus),
    workers: readNumber("workers", values.workers, 1, 64, true),
    liveS: readNumber("live", values.live, 1, 3600, true),
  };
}
