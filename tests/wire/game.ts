/** What the tests of the wire stand on: a server, a seat with an open socket, and what "open" and "failed" look like. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect } from "vitest";
import { CODE_MASK } from "../../shared/inputFrames.ts";
import { type RunningServer, startServer } from "../../tools/headless/index.ts";
import {
  BINARY,
  CLOSE,
  connectWire,
  type Frame,
  type Handshake,
  PING,
  PONG,
  reserveSeat,
  type Wire,
} from "../../tools/wire/index.ts";

/** Codes of Colyseus' frames, in their first byte. */
export const GAME = { join: 10, state: 14, patch: 15, ping: 18, input: 0x13 } as const;

/** The game's code of a message, without the modifier bits that patches carry; -1 for what is no message. */
export const codeOf = ({ opcode, payload }: Frame): number =>
  opcode === BINARY ? (payload[0] ?? 0) & CODE_MASK : -1;

/** Hundreds of connections from one address, none of which comes back. */
const SETTINGS = {
  ...{ ARENA: "range", FILL: "0", SEATS: "32", HOLD_SECONDS: "0", LOG_LEVEL: "error" },
  ...{ JOIN_RATE: "0", CONNECTIONS_PER_ADDRESS: "4096" },
};

/** A server for the tests of one file. */
export function useServer(settings: Readonly<Record<string, string>> = {}): () => RunningServer {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ ...SETTINGS, ...settings });
  });
  afterAll(async () => {
    // A server that ended by itself is a failure, whatever the tests saw.
    expect(server.process.exitCode, server.output()).toBeNull();
    await server.stop();
  });
  return () => server;
}

/** A handshake for a seat of its own, whatever the answer is. */
export async function shake(server: RunningServer, handshake: Handshake = {}): Promise<Wire> {
  const seat = await reserveSeat(server.endpoint, "Wire");
  return connectWire(server.port, seat.target, handshake);
}

/** A seat and its open socket. The join is not acknowledged, so the server says nothing more by itself but PING. */
export async function openSeat(server: RunningServer): Promise<Wire> {
  const wire = await shake(server);
  expect(wire.response.status).toBe(101);
  await wire.next((frame) => codeOf(frame) === GAME.join, "the join");
  return wire;
}

/** Still open, with everything before read and accepted: a PING comes back, and no CLOSE before it. */
export async function expectOpen(wire: Wire): Promise<void> {
  const data = randomBytes(8);
  wire.send({ opcode: PING, payload: data });
  const answer = await wire.next((frame) => frame.opcode === PONG || frame.opcode === CLOSE, "a PONG");
  expect(describeClose(answer)).toBe("open");
  expect(answer.payload).toEqual(data);
  wire.destroy();
}

/** The game itself answers: a message arrived whole, as one message. */
export async function expectGameAnswer(wire: Wire): Promise<void> {
  const answer = await wire.next((frame) => frame.opcode === BINARY || frame.opcode === CLOSE, "an answer");
  expect(describeClose(answer)).toBe("open");
  expect([...answer.payload]).toEqual([GAME.ping]);
}

/** The server fails the connection (section 7.1.7): CLOSE with this code, then the end of TCP. */
export async function expectFailed(wire: Wire, code: number): Promise<void> {
  const close = await wire.next((frame) => frame.opcode === CLOSE || frame.opcode === PONG, "a CLOSE");
  expect(describeClose(close)).toBe(code);
  await wire.end();
  expect(wire.frames).toEqual([]);
  wire.destroy();
}

/** The code of a CLOSE, 1005 for one without, "open" for any other frame. */
export function describeClose(frame: Frame): number | "open" {
  if (frame.opcode !== CLOSE) return "open";
  return frame.payload.length === 0 ? 1005 : frame.payload.readUInt16BE(0);
}
