/**
 * The sockets of all players of a thread. The SDK takes the WebSocket that it finds when it is loaded; this puts `ws` in its
 * place, which can break a connection off without a word as Node's own cannot, and looks at each frame. Import it first.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { type ClientOptions, WebSocket } from "ws";
import type { Gauge } from "./gauge.ts";

/** Whose sockets are being made. */
export interface SocketOwner {
  /** A socket of theirs is on its way: what measures it. */
  opened(socket: PlayerSocket): Gauge;
}

const owners = new AsyncLocalStorage<SocketOwner>();

/** Runs something whose sockets, now and later, belong to an owner. */
export function withOwner<T>(owner: SocketOwner, run: () => T): T {
  return owners.run(owner, run);
}

/** The HTTP status of a request that a server's limits by address turn away. */
const TOO_MANY = 429;

/** A socket that is measured. */
export class PlayerSocket extends WebSocket {
  /** Why it could not be opened; empty while nothing is known. */
  fault = "";
  readonly #gauge: Gauge;

  constructor(address: string | URL, options: ClientOptions) {
    super(address, { ...options, perMessageDeflate: false });
    const owner = owners.getStore();
    if (owner === undefined) throw new Error("a socket was made that belongs to no player");
    this.#gauge = owner.opened(this);
    this.binaryType = "arraybuffer";
    this.on("message", (data: ArrayBuffer) => this.#gauge.received(new Uint8Array(data), performance.now()));
    this.once("close", () => this.#gauge.ended());
    // Whoever waits for this socket hears of its end.
    this.on("error", ({ message }) => {
      this.fault = message;
    });
  }

  /** Whether the server's limits by address turned it away: `ws` 8.23.0 tells the status of an answer that was no handshake. */
  get wasTooMany(): boolean {
    return this.fault.endsWith(` ${TOO_MANY}`);
  }

  override send(data: Uint8Array): void {
    this.#gauge.sent(data, performance.now());
    super.send(data);
  }
}

Object.assign(globalThis, { WebSocket: PlayerSocket });
