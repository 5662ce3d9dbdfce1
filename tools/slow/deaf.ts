import { connect } from "node:net";
import {
  BINARY,
  encodeFrame,
  FrameReader,
  PONG,
  parseResponse,
  request,
  reserveSeat,
} from "../wire/index.ts";

/** A player who has taken a seat and then never reads another byte. */
export interface Deaf {
  /** Whether the server has been seen to end the connection; noticed when something is sent. */
  readonly gone: boolean;
  /** An answer to whatever the server may have asked, so that it is not taken for dead (RFC 6455 §5.5.3). */
  keepAlive(): void;
  /** Reads again, and throws away what comes. */
  listen(): void;
  destroy(): void;
}

/** Colyseus' word for "I have the handshake, send the state". */
const JOIN_ACK = Uint8Array.of(10);

const PONG_FRAME = encodeFrame({ opcode: PONG, payload: new Uint8Array(0) });

/** Takes a seat in any room, acknowledges it and goes deaf. */
export async function joinDeaf(endpoint: string, name: string): Promise<Deaf> {
  const { target } = await reserveSeat(endpoint, name);
  const port = Number(new URL(endpoint).port);
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  let gone = false;
  socket.on("error", () => {});
  socket.on("close", () => {
    gone = true;
  });
  socket.write(request(`127.0.0.1:${port}`, target));
  await new Promise<void>((resolve, reject) => {
    const reader = new FrameReader();
    let head: Buffer | null = Buffer.alloc(0);
    socket.once("close", () => reject(new Error("refused")));
    socket.on("data", (chunk) => {
      let bytes: Buffer = chunk;
      if (head !== null) {
        head = Buffer.concat([head, chunk]);
        const parsed = parseResponse(head);
        if (parsed === null) return;
        head = null;
        bytes = parsed.rest;
      }
      if (reader.push(bytes).length === 0) return;
      socket.write(encodeFrame({ opcode: BINARY, payload: JOIN_ACK }));
      socket.removeAllListeners("data");
      socket.pause();
      resolve();
    });
  });
  return {
    get gone() {
      return gone;
    },
    keepAlive() {
      if (!gone) socket.write(PONG_FRAME);
    },
    listen: () => void socket.resume(),
    destroy: () => void socket.destroy(),
  };
}
