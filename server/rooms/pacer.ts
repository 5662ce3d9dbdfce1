import { LIMITS } from "../../shared/protocol.ts";

/**
 * Decides how many of a player's waiting inputs one tick spends. One input is one tick of movement, so whoever sends
 * faster than time gains nothing; whoever was held up by the network may spend what they missed, and no more.
 */
export interface Pacer {
  /**
   * @param waiting inputs in the buffer
   * @returns how many to spend now: 0, 1, or 2 to catch up
   */
  spend(waiting: number): number;
  /** The server itself has lost so many ticks: what players sent for those may be spent. */
  grant(ticks: number): void;
  /** Forgets everything, for a new connection. */
  reset(): void;
}

/** Inputs that the buffer holds; the oldest fall out beyond. */
export const INPUT_BUFFER = LIMITS.bufferedInputs;

/**
 * Missed ticks that may be made up for: 0.4 s, a little more than a client sends on in a stall (client/net/pending.ts).
 * Nobody saves up more than that by sending nothing.
 */
const MOST_CREDIT = 24;

/** Ticks over which the emptiest moment of the buffer is taken as its standing backlog (the idea of CoDel, RFC 8289). */
const WINDOW = 20;

/** Inputs that may stand in the buffer for good: one, so that an input a little late does not leave a hole. */
const RESERVE = 1;

/**
 * Ticks without an input after which what comes is a backlog for sure, and is spent without watching it for a window
 * first: a tenth of a second, more than jitter does, less than a lost segment costs on most links (docs/netlab.md).
 */
const STALL = 6;

/** Ticks without a backlog after which a stall is over: what it held back may come in several pieces. */
const OVER = 12;

/**
 * Ticks that earn one extra input even to a player who is never late. Without it a client whose clock runs a little
 * fast would fill its buffer for ever; with it nobody moves more than a fortieth, 2.5 %, faster than time.
 */
const DRIFT_ALLOWANCE = 40;

/** Starts with no credit. */
export function createPacer(): Pacer {
  let credit = 0;
  let surplus = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let age = 0;
  let starved = 0;
  let stalled = false;
  let calm = 0;

  const observe = (left: number): void => {
    lowest = Math.min(lowest, left);
    if (++age < WINDOW) return;
    surplus = Math.max(0, lowest - RESERVE);
    lowest = Number.POSITIVE_INFINITY;
    age = 0;
  };

  return {
    spend(waiting) {
      if (waiting === 0) {
        credit = Math.min(MOST_CREDIT, credit + 1);
        surplus = 0;
        starved += 1;
        stalled ||= starved >= STALL;
        calm = 0;
        observe(0);
        return 0;
      }
      credit = Math.min(MOST_CREDIT, credit + 1 / DRIFT_ALLOWANCE);
      starved = 0;
      const backlog = waiting > 1 + RESERVE;
      calm = backlog ? 0 : calm + 1;
      stalled &&= calm < OVER;
      const catchUp = ((surplus > 0 && waiting > 1) || (stalled && backlog)) && credit >= 1;
      if (catchUp) {
        surplus = Math.max(0, surplus - 1);
        credit -= 1;
      }
      const spent = catchUp ? 2 : 1;
      observe(waiting - spent);
      return spent;
    },
    grant(ticks) {
      credit = Math.min(MOST_CREDIT, credit + ticks);
    },
    reset() {
      credit = 0;
      surplus = 0;
      lowest = Number.POSITIVE_INFINITY;
      age = 0;
      starved = 0;
      stalled = false;
      calm = 0;
    },
  };
}
