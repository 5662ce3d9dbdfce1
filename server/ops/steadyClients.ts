/**
 * Colyseus 0.18.17 deletes a field of each client once it has joined. V8 keeps an object that has lost a field as a table of
 * names from then on: 0.8 kB for each client, and a search for every field that an input or a patch asks for. Here the
 * field is an accessor of the class, so that there is nothing to delete, and a client keeps its shape.
 * tests/steadyClients.test.ts fails once it is needless.
 */
import { type Client, ClientState, Room } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";

/** A client as the framework sees it: what waits for its first word, undefined once that has come. */
interface Waiting {
  messagesBeforeJoin: unknown[] | undefined;
}

type OnMessage = (this: Room, client: Client & Waiting, frame: Buffer) => unknown;

/** Marks the class, so that a reload of the server's code does not wrap it twice. */
const INSTALLED = Symbol.for("crosswire.steadyClients");

/** Lets every client of this process keep its shape. Wraps the private `Room._onMessage`, in which the first word comes. */
export function installSteadyClients(): void {
  const clients = WebSocketClient.prototype as { [INSTALLED]?: true };
  if (clients[INSTALLED]) return;
  clients[INSTALLED] = true;
  Object.defineProperty(clients, "_enqueuedMessages", {
    configurable: true,
    get(this: Waiting) {
      return this.messagesBeforeJoin;
    },
    set(this: Waiting, messages: unknown[] | undefined) {
      this.messagesBeforeJoin = messages;
    },
  });
  const rooms = Room.prototype as unknown as { _onMessage: OnMessage };
  const inner = rooms._onMessage;
  rooms._onMessage = function (client, frame) {
    const joins = client.state === ClientState.JOINING;
    const outcome = inner.call(this, client, frame);
    // In place of the deletion.
    if (joins && client.state === ClientState.JOINED) client.messagesBeforeJoin = undefined;
    return outcome;
  };
}
