/** How much one address may ask for: requests, joins, open connections. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Refusal } from "./refusal.ts";

/** Seconds over which a rate is measured: long enough for a room full of friends who all press Play at once. */
const WINDOW_S = 10;

export interface LimitSettings {
  /** Sockets that one address may have open in games. */
  readonly connectionsPerAddress: number;
  /** Requests for pages a second from one address, over ten seconds; 0 for no limit. */
  readonly requestRate: number;
  /** Joins a second from one address, over ten seconds; 0 for no limit. */
  readonly joinRate: number;
}

/** Counts one event of an address; a refusal when it is one too many. */
export type RateLimit = (key: string) => Promise<Refusal | null>;

function rateLimit(perSecond: number, what: string): RateLimit {
  if (perSecond === 0) return async () => null;
  const limiter = new RateLimiterMemory({ points: perSecond * WINDOW_S, duration: WINDOW_S });
  return async (key) => {
    try {
      await limiter.consume(key);
      return null;
    } catch (over) {
      if (!(over instanceof RateLimiterRes)) throw over;
      const retryAfter = Math.max(1, Math.ceil(over.msBeforeNext / 1000));
      return {
        status: 429,
        error: `too many ${what} from your network, try again in ${retryAfter} s`,
        retryAfter,
      };
    }
  };
}

/** How many of something each address has. Addresses with none take no memory. */
export interface Tally {
  of(key: string): number;
  add(key: string): void;
  remove(key: string): void;
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    of: (key) => counts.get(key) ?? 0,
    add(key) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    remove(key) {
      const left = (counts.get(key) ?? 0) - 1;
      if (left > 0) counts.set(key, left);
      else counts.delete(key);
    },
  };
}

export interface Limits {
  readonly request: RateLimit;
  readonly join: RateLimit;
  /** A refusal when the address has as many sockets in games as it may have. */
  crowded(key: string): Refusal | null;
  /** Sockets in games by address. */
  readonly sockets: Tally;
}

export function createLimits(settings: LimitSettings): Limits {
  const sockets = createTally();
  return {
    request: rateLimit(settings.requestRate, "requests"),
    join: rateLimit(settings.joinRate, "joins"),
    crowded: (key) =>
      sockets.of(key) < settings.connectionsPerAddress
        ? null
        : { status: 429, error: "too many players from your network", retryAfter: WINDOW_S },
    sockets,
  };
}
