/** The names of everything that a run measures, as asserted on the command line and written to the report. */

export type Unit = "ms" | "ms/s" | "B/s" | "MB" | "kB/min" | "%" | "/min" | "";

/** What is measured many times: each has a distribution. Times are counted in microseconds, bytes as they are. */
export const SPREADS = {
  rtt: { unit: "ms", says: "round trip of a message that the server answers at once" },
  ack: { unit: "ms", says: "from sending an input to the patch that acknowledges it" },
  patch: { unit: "ms", says: "between two patches of a player" },
  join: { unit: "ms", says: "from asking for a seat to the first state" },
  down: { unit: "B/s", says: "what a player receives, WebSocket frames with their headers" },
  up: { unit: "B/s", says: "what a player sends" },
  tick: { unit: "ms", says: "a step of a room on the server" },
  late: { unit: "ms", says: "how much later than a tick after the one before a step began" },
  generator: { unit: "ms", says: "delay of the event loop that plays the players" },
} as const satisfies Record<string, { readonly unit: Unit; readonly says: string }>;
export type SpreadName = keyof typeof SPREADS;
export const SPREAD_NAMES = Object.keys(SPREADS) as SpreadName[];

/** What is asked of a distribution. */
export const STATS = ["mean", "p50", "p90", "p99", "p999", "max"] as const;
export type Stat = (typeof STATS)[number];

/** What is one number for the whole run. */
export const SINGLES = {
  players: { unit: "", says: "players in play at once, at most" },
  joins: { unit: "", says: "seats that were taken" },
  returns: { unit: "", says: "broken connections that came back to their seat" },
  errors: { unit: "", says: "joins given up, seats lost, wrong seats, faults of a player's program" },
  refused: { unit: "", says: "joins that the server turned away and that were tried again" },
  disconnects: { unit: "", says: "connections that broke though nobody broke them" },
  acked: {
    unit: "%",
    says: "of the inputs were acknowledged; the others were under way or on a connection that broke",
  },
  corrections: { unit: "/min", says: "predictions that a player had to correct in a minute" },
  kills: { unit: "/min", says: "enemies that a player destroyed in a minute" },
  cpu: { unit: "%", says: "of one core that the server's process took" },
  doubled: { unit: "%", says: "of the server's steps came right after another, to make up for a missed one" },
  "memory.slope": { unit: "kB/min", says: "growth of the server's resident memory" },
  "memory.max": { unit: "MB", says: "resident memory of the server at most" },
  "generator.memory": {
    unit: "MB",
    says: "resident memory of this program at most, with the garbage that V8 lets lie",
  },
  "generator.held": { unit: "MB", says: "what the last full garbage collections of this program left" },
  "generator.slope": {
    unit: "kB/min",
    says: "growth of what full garbage collections of this program leave",
  },
  "generator.cpu": { unit: "ms/s", says: "processor time that one player takes here in a second" },
  "generator.busy": { unit: "%", says: "of the time that the busiest event loop of this program was busy" },
} as const satisfies Record<string, { readonly unit: Unit; readonly says: string }>;
export type SingleName = keyof typeof SINGLES;

/** Those that only the server knows. */
const OF_SERVER: readonly string[] = ["tick", "late", "cpu", "doubled", "memory"];

/** What a metric is measured in; null when there is none of the name. */
export function unitOf(name: string): Unit | null {
  if (Object.hasOwn(SINGLES, name)) return SINGLES[name as SingleName].unit;
  const [spread = "", stat] = name.split(".");
  if (!Object.hasOwn(SPREADS, spread) || !STATS.some((known) => known === stat)) return null;
  return SPREADS[spread as SpreadName].unit;
}

/** Whether a metric needs the server's own figures. */
export function isOfServer(name: string): boolean {
  return OF_SERVER.includes(name.split(".")[0]!);
}

/** By how much a recorded number is divided to be in its unit. */
export function scaleOf(spread: SpreadName): number {
  return SPREADS[spread].unit === "ms" ? 1000 : 1;
}

/** What a run came to, by the name of the metric; what could not be measured is not there. */
export type Figures = Readonly<Record<string, number>>;
