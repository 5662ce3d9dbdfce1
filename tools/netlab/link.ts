/**
 * A TCP proxy that stands for a network between client and server. TCP never loses a byte, so what a bad network does
 * to a WebSocket is delay, jitter, stalls that end in a burst, and cuts; this does exactly these.
 */

import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { createRandom } from "../../shared/math/index.ts";
import { haunt } from "./haunt.ts";
import { CLEAR_SHAPE, type Reshape, reshape, roundTripMs } from "./shape.ts";
import { createTraffic, type Way } from "./way.ts";

/** One running link. */
export interface Link {
  /** Where clients connect, such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  /** Connections through it at the moment. */
  readonly connections: number;
  /** Changes what it does from now on. */
  shape(change: Reshape): void;
  /** Holds everything for a while, then lets it through in one burst: a lost TCP segment as the other side sees it. */
  stall(ms: number): void;
  /** Resets all connections and refuses new ones until `restore`. */
  cut(): void;
  /**
   * Swallows every byte and every end from now on while all sockets stay open: a network that went away without a word.
   * New connections fall into the hole too, until `restore`; those in it stay there, as after a change of network.
   */
  blackhole(): void;
  /** Lets new connections through again after a `cut` or into a `blackhole`. */
  restore(): void;
  close(): Promise<void>;
}

/** Where a link leads, and what its chance grows from. */
export interface LinkOptions {
  /** Host of the server; this machine by default. */
  readonly host?: string;
  /** Address to listen on; only this machine by default. */
  readonly listen?: string;
  /** Port to listen on; a free one by default. */
  readonly port?: number;
  readonly seed?: number;
}

/** Both ends of one connection through the link. */
interface Pair {
  /** Whether it lies in a black hole. */
  swallowed: boolean;
}

interface Waiting {
  readonly due: number;
  readonly bytes: number;
  readonly deliver: () => void;
}

/**
 * Starts a link to a server.
 * @param target its port
 */
export async function openLink(
  target: number,
  change: Reshape = {},
  { host = "127.0.0.1", listen = "127.0.0.1", port = 0, seed = 1 }: LinkOptions = {},
): Promise<Link> {
  const random = createRandom(seed);
  let shape = reshape(CLEAR_SHAPE, change);
  let heldUntil = 0;
  let open = true;
  let hole = false;
  const sockets = new Set<Socket>();
  const pairs = new Set<Pair>();

  /** Passes chunks of one direction on, in order, each when it is due. */
  const pass = (pair: Pair, from: Socket, to: Socket, wayNow: () => Way): void => {
    const traffic = createTraffic(createRandom(random.int(0x7fffffff)));
    const queue: Waiting[] = [];
    let bytesWaiting = 0;
    let armed = false;
    const arm = (inMs: number): void => {
      armed = true;
      setTimeout(flush, Math.max(1, inMs));
    };
    const flush = (): void => {
      armed = false;
      const now = performance.now();
      while (queue[0] !== undefined && queue[0].due <= now && heldUntil <= now) {
        const { bytes, deliver } = queue.shift()!;
        bytesWaiting -= bytes;
        if (!pair.swallowed) deliver();
      }
      if (bytesWaiting <= wayNow().queue && from.isPaused()) from.resume();
      const next = queue[0];
      if (next !== undefined) arm(Math.max(next.due, heldUntil) - now);
    };
    const add = (bytes: number, deliver: () => void): void => {
      const now = performance.now();
      const due = traffic.arrival(now, bytes, wayNow(), roundTripMs(shape));
      queue.push({ due, bytes, deliver });
      bytesWaiting += bytes;
      if (bytesWaiting > wayNow().queue) from.pause();
      if (!armed) arm(due - now);
    };
    from.on("data", (chunk) => add(chunk.length, () => to.write(chunk)));
    from.on("end", () => add(0, () => to.end()));
    from.on("error", () => {
      if (!pair.swallowed) to.destroy();
    });
    from.on("close", () => {
      sockets.delete(from);
      pairs.delete(pair);
      add(0, () => to.destroy());
    });
  };

  const server = createServer({ noDelay: true }, (client) => {
    if (!open) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect({ port: target, host, noDelay: true });
    const pair: Pair = { swallowed: hole };
    pairs.add(pair);
    sockets.add(client);
    sockets.add(upstream);
    pass(pair, client, upstream, () => shape.up);
    pass(pair, upstream, client, () => shape.down);
  });
  server.listen(port, listen);
  await once(server, "listening");
  const address = server.address();
  const boundPort = typeof address === "object" && address !== null ? address.port : 0;

  const reset = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
    sockets.clear();
  };
  const stall = (ms: number): void => {
    heldUntil = Math.max(heldUntil, performance.now() + ms);
  };
  const cut = (): void => {
    open = false;
    reset();
  };
  const restore = (): void => {
    open = true;
    hole = false;
  };

  const breakOff = (ms: number): void => {
    cut();
    setTimeout(restore, ms).unref();
  };
  const befall = { stall, cut: breakOff };
  let calm = haunt(shape, befall, random);

  return {
    endpoint: `http://127.0.0.1:${boundPort}`,
    get connections() {
      return sockets.size / 2;
    },
    shape(next) {
      shape = reshape(shape, next);
      calm();
      calm = haunt(shape, befall, random);
    },
    stall,
    cut,
    blackhole() {
      hole = true;
      for (const pair of pairs) pair.swallowed = true;
    },
    restore,
    async close() {
      calm();
      reset();
      server.close();
      await once(server, "close");
    },
  };
}
