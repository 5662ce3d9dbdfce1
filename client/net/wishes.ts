/** What a player asks the server for with a click: told at a pace that the server bears, the newest wish only. */
import type { ClientMessages } from "../../shared/protocol.ts";

/** One of each kind waits at most; giving the drone up and taking one again are the same kind. */
const KIND = { spectate: "seat", play: "seat", watch: "watch", vote: "vote", stats: "stats" } as const;
type Wish = keyof typeof KIND;

/** Least time in ms between two of a kind; below the limits of the protocol over any length of time. */
const PAUSE_MS = { seat: 2100, watch: 260, vote: 1050, stats: 1000 } as const;

export interface Wishes {
  ask<K extends Wish>(type: K, data: ClientMessages[K]): void;
  /** Sends what is due; once a frame while there is a connection. */
  send(now: number): void;
}

/** @param tell sends a message to the server */
export function createWishes(tell: <K extends Wish>(type: K, data: ClientMessages[K]) => void): Wishes {
  const waiting = new Map<string, () => void>();
  const sentAt = new Map<string, number>();
  return {
    ask(type, data) {
      waiting.set(KIND[type], () => tell(type, data));
    },
    send(now) {
      for (const [kind, wish] of waiting) {
        const last = sentAt.get(kind) ?? Number.NEGATIVE_INFINITY;
        if (now - last < PAUSE_MS[kind as keyof typeof PAUSE_MS]) continue;
        sentAt.set(kind, now);
        waiting.delete(kind);
        wish();
      }
    },
  };
}
