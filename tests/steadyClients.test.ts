import { setFlagsFromString } from "node:v8";
import { type Client, Protocol, Room } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";
import { beforeAll, describe, expect, it } from "vitest";
import type { WebSocket } from "ws";
import { installSteadyClients } from "../server/ops/index.ts";

setFlagsFromString("--allow-natives-syntax");
/** Whether V8 keeps an object by its shape, and not as a table of names. */
const hasShape = new Function("object", "return %HasFastProperties(object)") as (object: object) => boolean;

interface Inside {
  _onMessage(client: Client, frame: Buffer): unknown;
}

/** A client with a socket that writes down, and what it was sent after its first word. */
function join() {
  const sent: string[] = [];
  const socket = { readyState: 1, send: (data: Uint8Array) => sent.push(Buffer.from(data).toString("hex")) };
  const room = new Room();
  const client = new WebSocketClient("ada", socket as unknown as WebSocket);
  for (let i = 0; i < 3; i++) client.enqueueRaw(Buffer.of(i));
  const early = sent.length;
  (room as unknown as Inside)._onMessage(client as unknown as Client, Buffer.of(Protocol.JOIN_ROOM));
  client.enqueueRaw(Buffer.of(9));
  return { client: client as unknown as Client & { _enqueuedMessages?: unknown[] }, room, sent, early };
}

describe("a client that has joined", () => {
  let upstream: ReturnType<typeof join>;
  let steady: ReturnType<typeof join>;
  beforeAll(() => {
    upstream = join();
    installSteadyClients();
    installSteadyClients();
    steady = join();
  });

  it("has lost its shape in the framework, and keeps it here", () => {
    expect(hasShape(upstream.client)).toBe(false);
    expect(hasShape(steady.client)).toBe(true);
  });

  it("was sent what had waited for its first word, in order, and then everything at once", () => {
    expect(upstream.early).toBe(0);
    expect(steady.sent).toEqual(["00", "01", "02", "09"]);
    expect(steady).toMatchObject({ early: upstream.early, sent: upstream.sent });
  });

  it("has nothing that waits any more, by which the framework knows that its seat may be held", () => {
    expect(upstream.client._enqueuedMessages).toBeUndefined();
    expect(steady.client._enqueuedMessages).toBeUndefined();
  });
});
