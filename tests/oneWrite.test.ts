import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { Protocol } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { installOneWrite, stagePing, unstagePing } from "../server/ops/index.ts";

const PATCH = Protocol.ROOM_STATE_PATCH | 0x80;

let server: WebSocketServer;
let peer: WebSocket;
let client: WebSocketClient;
let received: Buffer[];
/** Writes that the socket was given: one system call each. */
let writes: number;

type Sending = WebSocketClient & { _pendingFrames?: Uint8Array[] };

beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  await once(server, "listening");
  const connected = once(server, "connection");
  peer = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  peer.on("message", (data: Buffer) => received.push(data));
  const [socket] = (await connected) as [WebSocket & { _socket: Socket }];
  const { _write, _writev } = socket._socket;
  socket._socket._write = function (...args: Parameters<typeof _write>) {
    writes += 1;
    _write.apply(this, args);
  };
  socket._socket._writev = function (...args: Parameters<NonNullable<typeof _writev>>) {
    writes += 1;
    _writev!.apply(this, args);
  };
  client = new WebSocketClient("ada", socket);
});

afterAll(() => {
  peer.terminate();
  server.close();
});

/** Sends a patch and what waits for it, in Colyseus' order. Returns the writes that this took. */
async function send(patch: Uint8Array, events: readonly Uint8Array[]): Promise<number> {
  received = [];
  writes = 0;
  const sending = client as Sending;
  sending._pendingFrames = [...events];
  client.raw(patch);
  for (const event of sending._pendingFrames) client.raw(event);
  sending._pendingFrames.length = 0;
  await expect.poll(() => received.length).toBe(1 + events.length);
  [patch, ...events].forEach((frame, i) => {
    expect(received[i]!.equals(frame)).toBe(true);
  });
  return writes;
}

function frameOf(length: number, first: number): Buffer {
  const frame = Buffer.alloc(length, length & 0xff);
  frame[0] = first;
  return frame;
}

const EVENTS = [frameOf(12, Protocol.ROOM_DATA), frameOf(90, Protocol.ROOM_DATA)];

describe("a patch with two events", () => {
  it("takes three writes of a stock client", async () => {
    expect(await send(frameOf(150, PATCH), EVENTS)).toBe(3);
  });

  it("takes one, and arrives as the same three messages", async () => {
    installOneWrite();
    installOneWrite();
    expect(await send(frameOf(150, PATCH), EVENTS)).toBe(1);
  });

  it("takes a ping along, once", async () => {
    const pinged = once(peer, "ping");
    stagePing(client, Buffer.from("ping"));
    expect(await send(frameOf(150, PATCH), EVENTS)).toBe(1);
    expect((await pinged)[0]).toEqual(Buffer.from("ping"));
    expect(unstagePing(client)).toBe(false);
    stagePing(client, Buffer.from("late"));
    expect(unstagePing(client)).toBe(true);
    expect(unstagePing(client)).toBe(false);
  });

  it.each([9, 125, 126, 127, 255, 256, 65_535])("arrives whole with a patch of %i bytes", async (length) => {
    expect(await send(frameOf(length, PATCH), EVENTS)).toBe(1);
  });

  it("goes the long way where a frame is longer than 64 KiB", async () => {
    expect(await send(frameOf(65_536, PATCH), EVENTS)).toBe(3);
    expect(await send(frameOf(20, PATCH), [frameOf(70_000, Protocol.ROOM_DATA)])).toBe(2);
  });

  it("leaves everything else to ws: full states, answers, and what comes after the end", async () => {
    expect(await send(frameOf(40, Protocol.ROOM_STATE), [])).toBe(1);
    client.ref.close();
    const sending = client as Sending;
    sending._pendingFrames = [EVENTS[0]!];
    writes = 0;
    client.raw(frameOf(20, PATCH));
    expect(sending._pendingFrames).toHaveLength(1);
    expect(writes).toBe(0);
  });
});
