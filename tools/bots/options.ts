import { parseArgs } from "node:util";
import { PROFILE_NAMES, PROFILES, type ProfileName } from "../netlab/netlab.ts";
import { type Limit, LimitError, parseLimit, withDefaults } from "./limits.ts";
import { isOfServer } from "./metrics.ts";

/** What a run is asked to do. */
export interface Options {
  readonly players: number;
  /** Joins a second while they come in. */
  readonly rampPerS: number;
  /** How long they play together once all are in. */
  readonly minutes: number;
  /** A server that runs already; null for one of our own. */
  readonly url: URL | null;
  /** Where that server tells its figures; null when they cannot be had. */
  readonly metrics: URL | null;
  /** Settings of the own server (README), over those of a load test. */
  readonly settings: Readonly<Record<string, string>>;
  /** A network between each player and the server; null for none. */
  readonly net: ProfileName | null;
  /** Part 0..1 of the players to whom something happens in a minute. */
  readonly churnPerMin: number;
  /** Whether they decode nothing and predict nothing. */
  readonly lean: boolean;
  readonly workers: number;
  /** Frames a second of each player. */
  readonly fps: number;
  /** How well they play, 0..1. */
  readonly skill: number;
  readonly seed: number;
  readonly limits: readonly Limit[];
  /** Folder for the report. */
  readonly out: string;
}

/** An option that cannot be understood; the message says what is allowed. */
export class OptionError extends Error {
  override name = "OptionError";
}

export const HELP = `npm run bots -- [options]: players without a screen, by the hundred, and what the server makes of them

  --players N      how many; 50
  --ramp N/s       joins a second while they come in; 20/s
  --minutes M      how long they play once all are in; 1. With hours it is a soak: watch the slope of the memory
  --url URL        a server that runs already; without it one is started here, with its limits by address lifted
  --metrics URL    where that server tells its figures (its setting METRICS), such as http://127.0.0.1:9464/metrics
  --server K=V     a setting of the server that is started here (README); may be given several times
  --net NAME       a network between each player and the server: ${PROFILE_NAMES.join(", ")}
  --churn P        so many % of the players a minute break off and come back, or leave and join anew; 10
  --lean           decode nothing, predict nothing: for very large numbers
  --workers N      threads that play; one for each core but the server's
  --fps N          frames a second of a player, 20 to 144; 60
  --skill S        how well they play, 0 to 1; 0.5
  --seed N         what their chance grows from; 1
  --assert LIMIT   such as "rtt.p99<80ms"; may be given several times. errors=0 and disconnects=0 unless you say otherwise
  --out FOLDER     for report.html and report.json; artifacts/bots
  --help           this

Ends with 0 when all limits held, with 1 when one did not, with 2 when it was not understood. docs/loadtest.md says more.`;

function readNumber(name: string, text: string, min: number, max: number, whole = true): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  throw new OptionError(`--${name} is a ${whole ? "whole " : ""}number from ${min} to ${max}, not "${text}"`);
}

function readRamp(text: string): number {
  const [, number] = /^(\d+(?:\.\d+)?)(?:\/s)?$/.exec(text) ?? [];
  if (number === undefined || Number(number) <= 0 || Number(number) > 5000)
    throw new OptionError(`--ramp is a number of joins a second up to 5000, such as 20/s, not "${text}"`);
  return Number(number);
}

function readUrl(name: string, text: string | undefined): URL | null {
  if (text === undefined) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new OptionError(`--${name} is an http:// or https:// address, not "${text}"`);
  return new URL(text);
}

function readNet(text: string | undefined): ProfileName | null {
  if (text === undefined) return null;
  const known = PROFILE_NAMES.find((name) => name === text);
  if (known === undefined)
    throw new OptionError(`--net is one of ${PROFILE_NAMES.join(", ")}, not "${text}"`);
  return known;
}

function readSettings(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(pair) ?? [];
      if (name === undefined || value === undefined)
        throw new OptionError(`--server takes NAME=VALUE, such as SEATS=8, not "${pair}"`);
      return [name, value];
    }),
  );
}

function readLimits(texts: readonly string[], mayBreak: boolean): Limit[] {
  try {
    return withDefaults(texts.map(parseLimit), mayBreak);
  } catch (error) {
    if (error instanceof LimitError) throw new OptionError(error.message);
    throw error;
  }
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        players: { type: "string", default: "50" },
        ramp: { type: "string", default: "20/s" },
        minutes: { type: "string", default: "1" },
        url: { type: "string" },
        metrics: { type: "string" },
        server: { type: "string", multiple: true, default: [] },
        net: { type: "string" },
        churn: { type: "string", default: "10" },
        lean: { type: "boolean", default: false },
        workers: { type: "string" },
        fps: { type: "string", default: "60" },
        skill: { type: "string", default: "0.5" },
        seed: { type: "string", default: "1" },
        assert: { type: "string", multiple: true, default: [] },
        out: { type: "string", default: "artifacts/bots" },
        help: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    throw new OptionError(`${(error as Error).message}\n--help says what there is`);
  }
}

/**
 * Reads the command line.
 * @param cores of this machine
 * @returns null when help was asked for
 * @throws OptionError that says what is allowed
 */
export function readOptions(args: readonly string[], cores: number): Options | null {
  const values = parse(args);
  if (values.help) return null;
  const url = readUrl("url", values.url);
  const metrics = readUrl("metrics", values.metrics);
  const net = readNet(values.net);
  if (url === null && metrics !== null)
    throw new OptionError("--metrics belongs to --url: the server that is started here is asked anyway");
  if (url !== null && values.server.length > 0)
    throw new OptionError("--server changes a server that is started here, and --url names one that runs");
  // TLS would have to end at the laboratory, with a certificate for this machine.
  if (url?.protocol === "https:" && net !== null)
    throw new OptionError("--net stands before http:// servers only");
  const limits = readLimits(values.assert, net !== null && "cuts" in PROFILES[net].shape);
  const unknown = limits.find(({ metric }) => isOfServer(metric));
  if (unknown !== undefined && url !== null && metrics === null)
    throw new OptionError(
      `"${unknown.text}" needs --metrics: only the server itself knows ${unknown.metric}`,
    );
  return {
    players: readNumber("players", values.players, 1, 100_000),
    rampPerS: readRamp(values.ramp),
    minutes: readNumber("minutes", values.minutes, 0.05, 10_080, false),
    url,
    metrics,
    settings: readSettings(values.server),
    net,
    churnPerMin: readNumber("churn", values.churn, 0, 6000, false) / 100,
    lean: values.lean,
    workers: readNumber("workers", values.workers ?? String(defaultWorkers(cores, url)), 1, 256),
    fps: readNumber("fps", values.fps, 20, 144),
    skill: readNumber("skill", values.skill, 0, 1, false),
    seed: readNumber("seed", values.seed, 0, 0xffffffff),
    limits,
    out: values.out,
  };
}

/** A server here needs a core for itself. */
function defaultWorkers(cores: number, url: URL | null): number {
  return Math.max(1, url === null ? cores - 1 : cores);
}
