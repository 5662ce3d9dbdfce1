/** A TCP proxy that changes nothing and reads along: what a client and the server really send each other. */
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { type Frame, FrameReader } from "./frame.ts";

/** What one side of one connection has sent since it became a WebSocket. */
export interface Side {
  readonly frames: readonly Frame[];
}

/** One WebSocket that went through. */
export interface Tapped {
  readonly client: Side;
  readonly server: Side;
}

export interface Tap {
  /** Where clients connect, such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly port: number;
  /** Every WebSocket so far, in the order of their handshakes. */
  readonly sockets: readonly Tapped[];
  close(): Promise<void>;
}

/** Heads after which a connection speaks in frames. Other requests and answers may come before them. */
const ASKS = /GET \S+ HTTP\/1\.1\r\n(?:[^\r\n]+\r\n)*?upgrade:[ \t]*websocket\r\n(?:[^\r\n]+\r\n)*\r\n/i;
const AGREES = /HTTP\/1\.1 101 [^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n/;

/** Collects the frames that follow a head. */
function collect(from: Socket, head: RegExp, onHandshake: () => void): Side {
  const reader = new FrameReader();
  const frames: Frame[] = [];
  let before: string | null = "";
  from.on("data", (chunk) => {
    if (before === null) {
      frames.push(...reader.push(chunk));
      return;
    }
    // Latin-1 keeps every byte as one character.
    before += chunk.toString("latin1");
    const found = head.exec(before);
    if (found === null) return;
    const rest = before.slice(found.index + found[0].length);
    before = null;
    onHandshake();
    frames.push(...reader.push(Buffer.from(rest, "latin1")));
  });
  return { frames };
}

/**
 * Starts a tap on a server of this machine.
 * @param target port on 127.0.0.1
 */
export async function openTap(target: number): Promise<Tap> {
  const sockets: Tapped[] = [];
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (down) => {
    const up = connect({ port: target, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
    const client = collect(down, ASKS, () => {});
    const tapped: Tapped = {
      client,
      server: collect(up, AGREES, () => sockets.push(tapped)),
    };
    for (const [from, to] of [
      [down, up],
      [up, down],
    ] as const) {
      open.add(from);
      from.on("data", (chunk) => to.write(chunk));
      from.on("end", () => to.end());
      from.on("error", () => to.destroy());
      from.on("close", () => {
        open.delete(from);
        to.destroySoon();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    sockets,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
