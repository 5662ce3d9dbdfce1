/**
 * Colyseus 0.18.17 hands a patch and each event behind it to `ws` one by one, and `ws` hands the kernel two buffers for
 * each: a header and a payload, in a system call of their own. With this in front, a patch and the events that wait for
 * it leave as one buffer in one write. oneWrite.test.ts fails once it is needless.
 */
import type { Duplex } from "node:stream";
import { Protocol } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";
import type { WebSocket } from "ws";

type Raw = (this: Sending, data: Uint8Array, options?: object, done?: (error?: Error) => void) => void;

/** What is used of a client and its socket; not part of their typings. */
interface Sending {
  readonly ref: WebSocket & { readonly _socket: Duplex | null };
  /** Events that wait for the next patch. */
  readonly _pendingFrames?: Uint8Array[];
  [STAGED]?: Uint8Array | null;
}

/** What a ping carries that goes with the next patch. */
const STAGED = Symbol("staged ping");

/** A ping with these bytes, 125 at most, goes out with the next patch of a client. */
export function stagePing(client: object, data: Uint8Array): void {
  (client as Sending)[STAGED] = data;
}

/** Takes a ping back. Returns whether it was still there: no patch has gone out since. */
export function unstagePing(client: object): boolean {
  const waits = (client as Sending)[STAGED] != null;
  (client as Sending)[STAGED] = null;
  return waits;
}

/** First byte of a patch in a room that takes inputs: it carries the time and the acknowledgement. */
const TIMED_PATCH = Protocol.ROOM_STATE_PATCH | 0x80;

/** FIN and the opcode (RFC 6455 section 5.2); a server masks nothing. */
const BINARY = 0x82;
const PING = 0x89;

/** Payloads from this length on are left to `ws`: their length takes eight bytes, and copying them is no gain. */
const LONG = 0x10000;

const NONE: Uint8Array[] = [];

function framed({ length }: Uint8Array): number {
  return length + (length < 126 ? 2 : 4);
}

/** Writes a frame and returns where it ends. */
function put(out: Buffer, at: number, first: number, payload: Uint8Array): number {
  const { length } = payload;
  out[at] = first;
  let start = at + 2;
  if (length < 126) out[at + 1] = length;
  else {
    out[at + 1] = 126;
    out[at + 2] = length >> 8;
    out[at + 3] = length & 0xff;
    start = at + 4;
  }
  out.set(payload, start);
  return start + length;
}

/** Whether the fast way is open: the socket takes bytes, and everything fits in short frames. */
function isPlain({ ref }: Sending, data: Uint8Array, events: readonly Uint8Array[]): boolean {
  if (ref.readyState !== ref.OPEN || ref._socket === null || ref.extensions !== "") return false;
  if (data.length >= LONG) return false;
  for (const event of events) if (event.length >= LONG) return false;
  return true;
}

/** Marks the class, so that a reload of the server's code does not wrap it twice. */
const INSTALLED = Symbol.for("crosswire.oneWrite");

/**
 * Wraps `WebSocketClient.raw`, through which every frame of a room leaves. To be installed before the limits on what waits
 * for a client (backpressure.ts), which decide about a patch first; events share its fate.
 */
export function installOneWrite(): void {
  const clients = WebSocketClient.prototype as unknown as { raw: Raw; [INSTALLED]?: true };
  if (clients[INSTALLED]) return;
  clients[INSTALLED] = true;
  const send = clients.raw;
  clients.raw = function (data, options, done) {
    const events = this._pendingFrames ?? NONE;
    if (data[0] !== TIMED_PATCH || done !== undefined || !isPlain(this, data, events)) {
      send.call(this, data, options, done);
      return;
    }
    const ping = this[STAGED] ?? null;
    let size = framed(data) + (ping === null ? 0 : framed(ping));
    for (let i = 0; i < events.length; i++) size += framed(events[i]!);
    // Not kept for the next: the kernel may take a while for it.
    const out = Buffer.allocUnsafe(size);
    let at = put(out, 0, BINARY, data);
    for (let i = 0; i < events.length; i++) at = put(out, at, BINARY, events[i]!);
    events.length = 0;
    if (ping !== null) {
      put(out, at, PING, ping);
      this[STAGED] = null;
    }
    this.ref._socket!.write(out);
  };
}
