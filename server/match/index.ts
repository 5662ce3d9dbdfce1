/** The host-free game: rounds, combat, spawns, items and bots. Runs in a test with no network and no clock. */
export { prepareWays } from "./bots/index.ts";
export type { Audience, FiredEvent, MatchEvent } from "./events.ts";
export { hashState } from "./hash.ts";
export {
  type CommandSink,
  type CommandSource,
  createMatch,
  type Match,
  type MatchOptions,
  STAGES,
  type Stage,
} from "./match.ts";
export { DEFAULT_RULES, type MatchRules } from "./rules.ts";
export { NO_REWIND, type Rewind } from "./world.ts";
