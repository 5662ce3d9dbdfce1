/**
 * Colyseus 0.18.17 hands every patch and event to `ws` without looking at what still waits there, so a client that
 * does not read makes the process hold all of it: 116 MB in 3 s were measured for a single one. With this in front,
 * a client that lags is sent nothing until it has caught up, then one fresh full view in place of everything missed;
 * what it makes the server hold beyond that ends its connection. tests/integration/backpressure.test.ts fails once
 * it is needless.
 */
import { type Client, Protocol, Room } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";
import type { WebSocket } from "ws";
import { CODE_MASK } from "../../shared/inputFrames.ts";
import { CLOSE } from "../../shared/protocol.ts";
import { log } from "./log.ts";

/**
 * Bytes in the process that make a client lag. Nothing waits here before the kernel's own buffers are full, which is
 * seconds of play already; 16 KiB on top are one to two seconds of a full room, or one full view with room to spare.
 */
export const SOFT_LIMIT = 16 * 1024;

/**
 * Bytes that end a connection. Patches and events stop at the soft limit, so only answers to the client's own frames get
 * here, and one big view. A room of 32 such clients holds 2 MB. (PINGs are limited by `ws`, which ends a connection that
 * leaves some dozens of its answers unread.)
 */
export const HARD_LIMIT = 64 * 1024;

/** Milliseconds in which a client that is cut off may still read why. */
const LAST_WORDS_MS = 2000;

type Raw = (
  this: WebSocketClient,
  data: Uint8Array,
  options?: object,
  done?: (error?: Error) => void,
) => void;
type BroadcastPatch = (this: Room) => boolean;
type SendFullState = (this: Room, client: Client) => void;

/** Clients that have missed something since their last full view. */
const lagging = new WeakSet<object>();

/** Sockets that are being closed for the hard limit. */
const cut = new WeakSet<object>();

/** Patches and events: a full view makes up for them. Joins, full views, errors and answers always go out. */
function mayBeSkipped(data: Uint8Array): boolean {
  const code = data[0]! & CODE_MASK;
  return (
    code === Protocol.ROOM_STATE_PATCH || code === Protocol.ROOM_DATA || code === Protocol.ROOM_DATA_BYTES
  );
}

/** Closes a connection that cannot be waited for. The peer may come back to its seat. */
function cutOff(client: Pick<Client, "sessionId" | "leave">, socket: WebSocket): void {
  cut.add(socket);
  log.warn({ client: client.sessionId, buffered: socket.bufferedAmount }, "client closed: it does not read");
  client.leave(CLOSE.tooSlow.code, CLOSE.tooSlow.reason);
  // The code waits behind everything unread; whoever does not read it in time is not waited for.
  setTimeout(() => socket.terminate(), LAST_WORDS_MS).unref();
}

/** After each patch: who has drained gets a full view, who holds too much goes. */
function settle(room: Room, client: Client): void {
  const socket = client.ref as WebSocket;
  const { bufferedAmount } = socket;
  if (bufferedAmount > HARD_LIMIT) {
    if (!cut.has(socket)) cutOff(client, socket);
    return;
  }
  if (bufferedAmount > 0 || !lagging.has(client)) return;
  lagging.delete(client);
  log.debug({ client: client.sessionId }, "client has caught up");
  const { sendFullState } = room as unknown as { sendFullState: SendFullState };
  if (room.state !== undefined) sendFullState.call(room, client);
}

/** Marks what is wrapped already, so that a reload of the server's code does not wrap it twice. */
const WRAPPED = Symbol.for("crosswire.backpressure");

type Wrapped<F> = F & { [WRAPPED]?: F };

/**
 * Puts the limits in front of every client of this process. Wraps `WebSocketClient.raw`, through which every frame
 * of a room leaves, and `Room.broadcastPatch`, after which a full view and the following patches fit together.
 */
export function installBackpressure(): void {
  const clients = WebSocketClient.prototype as unknown as { raw: Wrapped<Raw> };
  const send = clients.raw[WRAPPED] ?? clients.raw;
  const raw: Wrapped<Raw> = function (data, options, done) {
    const socket = this.ref;
    if (cut.has(socket)) return;
    const { bufferedAmount } = socket;
    if (mayBeSkipped(data) && (bufferedAmount > SOFT_LIMIT || lagging.has(this))) {
      if (!lagging.has(this)) log.debug({ client: this.sessionId, buffered: bufferedAmount }, "client lags");
      lagging.add(this);
      return;
    }
    if (bufferedAmount > HARD_LIMIT) cutOff(this, socket);
    else send.call(this, data, options, done);
  };
  raw[WRAPPED] = send;
  clients.raw = raw;

  const rooms = Room.prototype as unknown as { broadcastPatch: Wrapped<BroadcastPatch> };
  const broadcast = rooms.broadcastPatch[WRAPPED] ?? rooms.broadcastPatch;
  const broadcastPatch: Wrapped<BroadcastPatch> = function () {
    const changed = broadcast.call(this);
    for (let i = 0; i < this.clients.length; i++) settle(this, this.clients[i]!);
    return changed;
  };
  broadcastPatch[WRAPPED] = broadcast;
  rooms.broadcastPatch = broadcastPatch;
}
