/**
 * Colyseus 0.18.17 loses the seats of players who come back in three ways, all of them on bad links:
 * - Who returns before the server has noticed the loss waits until it has, which takes the pings up to 9 s; after
 *   `seatReservationTimeout` the return is refused for good.
 * - Who does so through matchmaking (a reloaded page) has the old connection closed with 4002, a code for wrongdoers,
 *   whose seats are not held.
 * - The key to a seat changes with each return, and the new one comes with the first message. When the link breaks
 *   before that message is there, the old key is refused, and the seat of a client that never answered is not held.
 * A key proves whose seat it is: here the old connection is ended as lost the moment that its key comes in on another,
 * and a key stays the same for as long as the seat. tests/integration/framework.test.ts fails once this is needless.
 */
import type { Client } from "@colyseus/core";
import type { WebSocket } from "ws";
import { CLOSE } from "../../shared/protocol.ts";

/** What the framework keeps on its client objects. */
interface FrameworkClient extends Client {
  /** Messages that wait for the client's first word; undefined once it has come. */
  _enqueuedMessages?: unknown[] | undefined;
}

/** Ends the connection that still holds a key, as one that was lost. Nothing happens when there is none. */
export function endStale(clients: Iterable<Client>, key: string): void {
  for (const client of clients) {
    if (client.reconnectionToken !== key) continue;
    const socket = client.ref as WebSocket & { onleave?: (code: number) => void };
    if (socket.onleave === undefined) return;
    socket.removeListener("close", socket.onleave);
    // At once, not when the socket's `close` comes: whoever asks for the seat looks for it in the same breath.
    socket.onleave(CLOSE.abnormal.code);
    socket.terminate();
    return;
  }
}

/** The keys of a room's seats, each for as long as its seat. */
export interface SeatKeys {
  /** A player joined with a key of the framework's making. */
  give(client: Client): void;
  /** A player came back: the seat keeps its key. To be called in `onReconnect`. */
  keep(client: Client): void;
  /** A connection is lost: lets the framework hold the seat of one who came back and was cut off before the first word. */
  beforeHold(client: Client): void;
  forget(id: string): void;
}

export function createSeatKeys(): SeatKeys {
  const keys = new Map<string, string>();
  const returned = new WeakSet<Client>();
  return {
    give(client) {
      keys.set(client.sessionId, client.reconnectionToken);
    },
    keep(client) {
      returned.add(client);
      const key = keys.get(client.sessionId);
      if (key !== undefined) client.reconnectionToken = key;
    },
    beforeHold(client) {
      if (returned.has(client)) (client as FrameworkClient)._enqueuedMessages = undefined;
    },
    forget(id) {
      keys.delete(id);
    },
  };
}
