/**
 * The way back when a session has ended through no fault of its player: to the seat while it is held, else to any
 * room of a server that answers. Tries are few and spread out: after a restart all players come at once.
 */
import type { CloseReason } from "../../shared/protocol.ts";
import { type ArenaJoin, JoinError, joinArena, resumeArena } from "./join.ts";
import type { Session } from "./world.ts";

/** Times in ms. Together the tries last most of a minute, as long as a restart takes. */
export const COMEBACK = { tries: 16, firstPauseMs: 500, growth: 1.5, longestPauseMs: 5000 } as const;

/** Whether a client comes back by itself from such an end. */
export function comesBack(reason: CloseReason): boolean {
  return reason.retry === "seat" || reason.retry === "rejoin";
}

export interface ComebackOptions {
  readonly join: ArenaJoin;
  readonly reason: CloseReason;
  /** Key of the seat that was lost. */
  readonly seat: string;
  /** Ends it between two tries; a session that comes too late is left again. */
  readonly signal?: AbortSignal;
  /** Told before each try, counted from 1. */
  readonly onTry?: (attempt: number, of: number) => void;
}

function pause(attempt: number): Promise<void> {
  const longest = Math.min(COMEBACK.longestPauseMs, COMEBACK.firstPauseMs * COMEBACK.growth ** (attempt - 1));
  return new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
}

/**
 * Comes back.
 * @throws JoinError when no try has worked, or the server has said that none will
 */
export async function comeBack(options: ComebackOptions): Promise<Session> {
  const { join, signal, onTry } = options;
  let held = options.reason.retry === "seat";
  for (let attempt = 1; ; attempt++) {
    onTry?.(attempt, COMEBACK.tries);
    await pause(attempt);
    signal?.throwIfAborted();
    try {
      const session = held ? await resumeArena(join, options.seat) : await joinArena(join);
      if (signal?.aborted) await session.leave();
      signal?.throwIfAborted();
      return session;
    } catch (error) {
      if (!(error instanceof JoinError)) throw error;
      // A seat that is gone is no reason to stop: there are others.
      if (!held && (!error.retry || attempt >= COMEBACK.tries)) throw error;
      held = false;
    }
  }
}
