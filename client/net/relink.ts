/**
 * Paces the way back to a held seat. @colyseus/sdk 0.18.4 decides after each failure when to try again, and that timer
 * cannot be cut short: a page that is back on its network would wait for it, or try twice at a time. Here the SDK asks
 * for a new connection without delay, and this decides when it is made. It also gives up attempts that hang: a browser
 * waits minutes for a handshake that went into a dead network.
 */
import type { Room } from "@colyseus/sdk";
import { CLOSE } from "../../shared/protocol.ts";

/** All in ms. */
export const RELINK = {
  /** Before the first attempt; doubled with each failure. */
  pauseMs: 200,
  /** The longest pause between two attempts. */
  longestPauseMs: 900,
  /** An attempt that has not brought the seat by then is given up: five round trips of 600 ms and the join. */
  attemptMs: 4000,
  /** A younger attempt is not given up for the sake of a hurry: it was begun on the network that is there now. */
  freshMs: 1000,
} as const;

/** The part of the SDK's connection that this takes in hand; `ws` is the socket of its WebSocket transport. */
interface SdkConnection {
  reconnect(query: { reconnectionToken: string; skipHandshake?: boolean }): void;
  close(code?: number): void;
  readonly transport: { readonly ws?: Pick<WebSocket, "onopen" | "onmessage" | "onerror"> };
}

export interface Relink {
  /** Leaves the connection to itself and begins the way back at once, without waiting for a close handshake. */
  drop(): void;
  /** Tries the seat at once instead of after the pause, but never two attempts at a time. */
  hurry(): void;
  /** No more attempts. */
  stop(): void;
}

function nothing(): void {}

/**
 * Takes the SDK's reconnection of a room in hand.
 * @param holdMs how long after a loss the seat is asked for before the client gives up by itself
 */
export function createRelink(
  room: Pick<Room, "connection" | "reconnection" | "onDrop" | "onReconnect" | "onLeave">,
  holdMs: number,
): Relink {
  const { reconnection } = room;
  const connection = room.connection as unknown as SdkConnection;
  const connect = connection.reconnect.bind(connection);
  let lostAt: number | null = null;
  let failures = 0;
  let hurried = false;
  let waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly begin: () => void } | null = null;
  let attempt: { readonly timer: ReturnType<typeof setTimeout>; readonly begunAt: number } | null = null;

  const forget = (): void => {
    clearTimeout(waiting?.timer);
    clearTimeout(attempt?.timer);
    waiting = null;
    attempt = null;
  };
  const drop = (): void => {
    forget();
    const { ws } = connection.transport;
    if (ws !== undefined) {
      // Whatever it still says belongs to a connection that is over. An `error` without a listener ends a Node process.
      ws.onopen = nothing;
      ws.onmessage = nothing;
      ws.onerror = nothing;
    }
    // With this one code the SDK does not wait for the socket's `close`, which a dead link delays by minutes.
    connection.close(CLOSE.reload.code);
  };

  reconnection.minUptime = 0;
  reconnection.minDelay = 0;
  reconnection.maxDelay = 0;
  reconnection.maxRetries = Number.MAX_SAFE_INTEGER;
  connection.reconnect = (query) => {
    forget();
    const now = performance.now();
    lostAt ??= now;
    if (now - lostAt > holdMs) {
      // The SDK counts what throws here as a failed attempt, and it was the last one.
      reconnection.maxRetries = 0;
      throw new Error("the time of the held seat is over");
    }
    const begin = (): void => {
      forget();
      attempt = { timer: setTimeout(drop, RELINK.attemptMs), begunAt: performance.now() };
      connect(query);
    };
    const pause = Math.min(RELINK.longestPauseMs, RELINK.pauseMs * 2 ** failures);
    failures += 1;
    waiting = { timer: setTimeout(begin, hurried ? 0 : pause), begin };
    hurried = false;
  };
  room.onDrop(forget);
  room.onReconnect(() => {
    forget();
    lostAt = null;
    failures = 0;
    hurried = false;
  });
  room.onLeave(forget);

  return {
    drop,
    hurry() {
      failures = 0;
      if (waiting !== null) waiting.begin();
      else if (attempt === null) hurried = true;
      else if (performance.now() - attempt.begunAt > RELINK.freshMs) {
        hurried = true;
        drop();
      }
    },
    stop() {
      forget();
      connection.reconnect = nothing;
    },
  };
}
