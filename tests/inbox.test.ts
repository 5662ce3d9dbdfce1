import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { Protocol } from "@colyseus/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { shareInbox } from "../server/ops/index.ts";
import { createRandom } from "../shared/math/index.ts";
import { BINARY, encodeFrame, PING, request, TEXT } from "../tools/wire/index.ts";

const INPUT = Protocol.ROOM_INPUT_RELIABLE;

let server: WebSocketServer;
let socket: WebSocket;
let peer: Socket;
/** All that the server's socket said, in its order. */
let heard: string[];
/** Chunks that went through the stream. */
let streamed: number;

async function open(shared: boolean): Promise<void> {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const connected = once(server, "connection");
  peer = connect({ port, host: "127.0.0.1", noDelay: true });
  peer.write(request(`127.0.0.1:${port}`, "/a/b"));
  [socket] = (await connected) as [WebSocket];
  if (shared) shareInbox(socket);
  heard = [];
  streamed = 0;
  socket.on("message", (data: Buffer, isBinary) => heard.push(`${isBinary} ${data.toString("hex")}`));
  socket.on("ping", (data: Buffer) => heard.push(`ping ${data.toString("hex")}`));
  (socket as unknown as { _socket: Socket })._socket.on("data", () => {
    streamed += 1;
  });
}

function input(...fields: number[]): Buffer {
  return encodeFrame({ opcode: BINARY, payload: Uint8Array.of(INPUT, ...fields) });
}

function saidOf(field: number): string {
  return `true ${Buffer.of(INPUT, field).toString("hex")}`;
}

/** Sends in pieces, each when the one before it has been read, and waits until the last of it was heard. */
async function send(pieces: readonly Buffer[]): Promise<void> {
  const { _socket: reader } = socket as unknown as { _socket: Socket };
  for (const piece of pieces) {
    const read = reader.bytesRead + piece.length;
    peer.write(piece);
    // A busy machine would put two of them into one chunk.
    await expect.poll(() => reader.bytesRead, { interval: 1 }).toBe(read);
  }
  peer.write(encodeFrame({ opcode: PING, payload: "end" }));
  await expect.poll(() => heard.at(-1)).toBe(`ping ${Buffer.from("end").toString("hex")}`);
}

/** Frames of every kind, in pieces that end anywhere. */
function someBytes(seed: number): Buffer[] {
  const random = createRandom(seed);
  const frames = Array.from({ length: 60 }, () => {
    const length = random.pick([1, 5, 12, 124, 125, 126, 300]);
    const payload = Buffer.alloc(length, random.int(256));
    if (random.int(3) > 0) payload[0] = INPUT | 0x80;
    const opcode = random.int(8) === 0 ? TEXT : BINARY;
    return encodeFrame({ opcode, payload: opcode === TEXT ? "a text" : payload });
  });
  const all = Buffer.concat(frames);
  const pieces: Buffer[] = [];
  for (let at = 0; at < all.length; ) {
    const size = 1 + random.int(300);
    pieces.push(all.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

afterEach(() => {
  peer.destroy();
  server.close();
});

describe("a socket of its own", () => {
  beforeEach(() => open(false));

  it("takes every input through its stream", async () => {
    await send([input(1), input(2), input(3)]);
    expect(streamed).toBe(4);
  });
});

describe("a socket that shares the inbox", () => {
  beforeEach(() => open(true));

  it("takes no input through its stream, and everything else", async () => {
    await send([
      input(1),
      Buffer.concat([input(2), input(3)]),
      encodeFrame({ opcode: BINARY, payload: "abc" }),
    ]);
    expect(heard.slice(0, 4)).toEqual([...[1, 2, 3].map(saidOf), "true 616263"]);
    expect(streamed).toBe(2);
  });

  it("waits while it is paused", async () => {
    socket.pause();
    peer.write(input(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    peer.write(input(2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual([]);
    socket.resume();
    await expect.poll(() => heard).toEqual([1, 2].map(saidOf));
  });
});

it.each([1, 2, 3])("hears the same either way, whatever comes in whatever pieces (%i)", async (seed) => {
  await open(false);
  await send(someBytes(seed));
  const plain = heard;
  peer.destroy();
  server.close();
  await open(true);
  await send(someBytes(seed));
  expect(heard).toEqual(plain);
});
