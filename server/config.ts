/** The server's settings, all from the environment, each checked before anything starts. */
import { randomBytes } from "node:crypto";
import * as v from "valibot";
import { MAX_REWIND_MS, MODES, type ModeKey, seconds } from "../shared/content/index.ts";
import { LIMITS } from "../shared/protocol.ts";
import { type EdgeSettings, originsSetting, readTls, trustProxySetting } from "./edge/index.ts";
import { DEFAULT_RULES, type MatchRules } from "./match/index.ts";
import { type MetricsAddress, metricsSetting } from "./metrics/address.ts";
import { UNIQUE, type Unique } from "./rooms/identity.ts";

/** A setting that cannot be used; the message names the variable, what it got and what is allowed. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * The longest that a dead peer may go unnoticed, in s. The transport gives up at the first look at which a peer owes
 * PING_MISSES answers, and looks every PING_SECONDS: a peer that dies right after an answer is noticed
 * PING_SECONDS * (PING_MISSES + 1) later.
 */
const MAX_SILENCE_S = 10;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  /** Names of the maps that are played, files in assets/maps; null for all that are listed. */
  readonly arenas: readonly string[] | null;
  /** What is played on them. */
  readonly modes: readonly ModeKey[];
  /** Seats of a room. */
  readonly seats: number;
  /** Seconds that the seat of a lost connection is held. */
  readonly holdSeconds: number;
  /** A silent peer is asked every so many seconds, and given up when it owes so many answers. */
  readonly pingSeconds: number;
  readonly pingMisses: number;
  /** Seconds without real input after which a player loses the seat; 0 for never. */
  readonly idleSeconds: number;
  /** Seconds that rounds may still take when the server is told to stop. */
  readonly drainSeconds: number;
  /** File that takes one JSON line for each round; empty for none. */
  readonly resultsFile: string;
  /** Where the figures of the process are served; null for nowhere. */
  readonly metrics: MetricsAddress | null;
  /** What makes two seats belong to one player; the older one is given up. */
  readonly unique: Unique;
  /** How far a shot may look back; 0 switches lag compensation off. */
  readonly rewindMs: number;
  /** Seed of every match, or null for a new one each. */
  readonly seed: number | null;
  readonly rules: MatchRules;
  readonly edge: EdgeSettings;
}

interface Setting {
  /** What is allowed, in words; part of the error. */
  readonly allowed: string;
  readonly fallback: string;
  readonly schema: v.GenericSchema<string, unknown>;
  /** Whether the value must not be shown. */
  readonly secret?: true;
}

const wholeNumber = (min: number, max: number): v.GenericSchema<string, number> =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(min), v.maxValue(max));

const fraction: v.GenericSchema<string, number> = v.pipe(
  v.string(),
  v.regex(/^\d+(\.\d+)?$/),
  v.transform(Number),
  v.minValue(0),
  v.maxValue(1),
);

const integer = (fallback: number, min: number, max: number) => ({
  allowed: `a whole number from ${min} to ${max}`,
  fallback: String(fallback),
  schema: wholeNumber(min, max),
});

const MODE_KEYS: ModeKey[] = MODES.map(({ key }) => key);

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/** Every variable that the server reads, with what it accepts; the README's table is checked against it. */
export const SETTINGS = {
  PORT: integer(2567, 0, 65535),
  HOST: {
    allowed: "a host name or address to listen on",
    fallback: "0.0.0.0",
    schema: v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:_-]+$/)),
  },
  LOG_LEVEL: { allowed: `one of ${LOG_LEVELS.join(", ")}`, fallback: "info", schema: v.picklist(LOG_LEVELS) },
  ARENA: {
    allowed: "names of maps in assets/maps, without .tmj, separated by commas, or all",
    fallback: "all",
    schema: v.pipe(
      v.string(),
      v.regex(/^[a-z0-9-]+(,[a-z0-9-]+)*$/),
      v.transform((names) => (names === "all" ? null : names.split(","))),
    ),
  },
  MODES: {
    allowed: `some of ${MODE_KEYS.join(", ")}, separated by commas, or all`,
    fallback: "all",
    schema: v.pipe(
      v.string(),
      v.transform((keys) => (keys === "all" ? MODE_KEYS : keys.split(","))),
      v.array(v.picklist(MODE_KEYS)),
    ),
  },
  SEATS: integer(16, 1, 32),
  FILL: integer(DEFAULT_RULES.fill, 0, 32),
  BOT_SKILL: {
    allowed: "a number from 0 to 1",
    fallback: String(DEFAULT_RULES.botSkill),
    schema: fraction,
  },
  WARMUP_SECONDS: integer(8, 0, 120),
  COUNTDOWN_SECONDS: integer(3, 0, 10),
  ROUND_SECONDS: integer(300, 5, 3600),
  OVERTIME_SECONDS: integer(60, 0, 600),
  RESULT_SECONDS: integer(10, 1, 60),
  VOTE_SECONDS: integer(12, 0, 60),
  HOLD_SECONDS: integer(LIMITS.holdSeconds, 0, 120),
  PING_SECONDS: integer(3, 1, MAX_SILENCE_S),
  PING_MISSES: integer(2, 1, MAX_SILENCE_S),
  IDLE_SECONDS: integer(120, 0, 3600),
  DRAIN_SECONDS: integer(30, 0, 3600),
  RESULTS_FILE: { allowed: "a file that can be appended to, or nothing", fallback: "", schema: v.string() },
  METRICS: {
    allowed: "a port of this machine, an address with a port such as 10.0.0.5:9464, or nothing",
    fallback: "",
    schema: metricsSetting,
  },
  UNIQUE: { allowed: `one of ${UNIQUE.join(", ")}`, fallback: "off", schema: v.picklist(UNIQUE) },
  REWIND_MS: integer(MAX_REWIND_MS, 0, MAX_REWIND_MS),
  SEED: {
    allowed: "a whole number, or nothing for a new match each time",
    fallback: "",
    schema: v.union([v.literal(""), wholeNumber(0, 0xffffffff)]),
  },
  ORIGINS: {
    allowed: "origins such as https://play.example.org, separated by commas, or nothing for the server's own",
    fallback: "",
    schema: originsSetting,
  },
  REQUIRE_ORIGIN: integer(0, 0, 1),
  TLS_CERT: { allowed: "a file in PEM form, or nothing", fallback: "", schema: v.string() },
  TLS_KEY: { allowed: "a file in PEM form, or nothing", fallback: "", schema: v.string() },
  TRUST_PROXY: {
    allowed: "the number of proxies in front, or their addresses and networks, separated by commas",
    fallback: "0",
    schema: trustProxySetting,
  },
  CONNECTIONS: integer(4096, 1, 1_000_000),
  CONNECTIONS_PER_ADDRESS: integer(128, 1, 1_000_000),
  REQUEST_RATE: integer(100, 0, 1_000_000),
  JOIN_RATE: integer(10, 0, 1_000_000),
  SEAT_SECRET: {
    allowed: "16 characters or more, or nothing for a new secret at each start",
    fallback: "",
    schema: v.union([v.literal(""), v.pipe(v.string(), v.minLength(16))]),
    secret: true,
  },
} as const satisfies Record<string, Setting>;

type SettingName = keyof typeof SETTINGS;

function read<N extends SettingName>(
  environment: Readonly<Record<string, string | undefined>>,
  name: N,
): v.InferOutput<(typeof SETTINGS)[N]["schema"]> {
  const setting: Setting = SETTINGS[name];
  const given = environment[name] ?? setting.fallback;
  const result = v.safeParse(setting.schema, given);
  if (!result.success) {
    // What is meant to be secret does not belong on a console.
    const got = setting.secret ? `${given.length} characters long` : `"${given}"`;
    throw new ConfigError(`${name} is ${got}, allowed is ${setting.allowed}`);
  }
  return result.output as v.InferOutput<(typeof SETTINGS)[N]["schema"]>;
}

/** What stands between the server and the network. */
function readEdge(environment: Readonly<Record<string, string | undefined>>): EdgeSettings {
  const tls = readTls(read(environment, "TLS_CERT"), read(environment, "TLS_KEY"));
  if (tls !== null && "fault" in tls) throw new ConfigError(tls.fault);
  return {
    origins: read(environment, "ORIGINS"),
    requireOrigin: read(environment, "REQUIRE_ORIGIN") === 1,
    tls,
    trustProxy: read(environment, "TRUST_PROXY"),
    connections: read(environment, "CONNECTIONS"),
    connectionsPerAddress: read(environment, "CONNECTIONS_PER_ADDRESS"),
    requestRate: read(environment, "REQUEST_RATE"),
    joinRate: read(environment, "JOIN_RATE"),
    seatSecret: read(environment, "SEAT_SECRET") || randomBytes(32).toString("base64url"),
  };
}

/**
 * Reads the settings from an environment such as `process.env`.
 * @throws ConfigError naming the first variable that is wrong
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const seed = read(environment, "SEED");
  const seats = read(environment, "SEATS");
  const fill = read(environment, "FILL");
  if (fill > seats) throw new ConfigError(`FILL is "${fill}", allowed is at most SEATS, which is ${seats}`);
  const pingSeconds = read(environment, "PING_SECONDS");
  const pingMisses = read(environment, "PING_MISSES");
  if (pingSeconds * (pingMisses + 1) > MAX_SILENCE_S)
    throw new ConfigError(
      `PING_SECONDS is "${pingSeconds}", allowed is that PING_SECONDS * (PING_MISSES + 1) is at most ` +
        `${MAX_SILENCE_S}, and PING_MISSES is ${pingMisses}`,
    );
  return {
    port: read(environment, "PORT"),
    host: read(environment, "HOST"),
    logLevel: read(environment, "LOG_LEVEL"),
    arenas: read(environment, "ARENA"),
    modes: read(environment, "MODES"),
    seats,
    holdSeconds: read(environment, "HOLD_SECONDS"),
    pingSeconds,
    pingMisses,
    idleSeconds: read(environment, "IDLE_SECONDS"),
    drainSeconds: read(environment, "DRAIN_SECONDS"),
    resultsFile: read(environment, "RESULTS_FILE"),
    metrics: read(environment, "METRICS"),
    unique: read(environment, "UNIQUE"),
    rewindMs: read(environment, "REWIND_MS"),
    seed: seed === "" ? null : seed,
    rules: {
      fill,
      botSkill: read(environment, "BOT_SKILL"),
      warmupTicks: seconds(read(environment, "WARMUP_SECONDS")),
      countdownTicks: seconds(read(environment, "COUNTDOWN_SECONDS")),
      liveTicks: seconds(read(environment, "ROUND_SECONDS")),
      overtimeTicks: seconds(read(environment, "OVERTIME_SECONDS")),
      podiumTicks: seconds(read(environment, "RESULT_SECONDS")),
      voteTicks: seconds(read(environment, "VOTE_SECONDS")),
    },
    edge: readEdge(environment),
  };
}
