import { Protocol } from "@colyseus/core";
import { expect, test } from "vitest";
import { BINARY, encodeFrame, FrameReader, PING } from "../../wire/index.ts";
import { BY_COLYSEUS, bytesOf, count, emptyTally } from "./tally.ts";

/** A frame as it comes off a socket. */
function frame(opcode: number, payload: readonly number[], mask: Uint8Array | null = null) {
  return new FrameReader().push(encodeFrame({ opcode, payload: Uint8Array.from(payload), mask }))[0]!;
}

test("a patch is told apart from the time and the acknowledgement in front of it, and from its header", () => {
  const tally = emptyTally();
  const stamped = [Protocol.ROOM_STATE_PATCH | 0x80, ...Array.from({ length: 8 }, () => 1), 7, 7, 7];
  count(tally, frame(BINARY, stamped), BY_COLYSEUS);
  expect(tally).toMatchObject({ state: 4, stamps: 8, framing: 2 });
  count(tally, frame(BINARY, [Protocol.ROOM_STATE_PATCH, 7]), BY_COLYSEUS);
  expect(tally).toMatchObject({ state: 6, stamps: 8, framing: 4 });
});

test("every byte of a socket is counted once", () => {
  const tally = emptyTally();
  const frames = [
    frame(BINARY, [Protocol.ROOM_INPUT_RELIABLE, 1, 2], Uint8Array.of(1, 2, 3, 4)),
    frame(BINARY, [Protocol.ROOM_DATA, ...Array.from({ length: 200 }, () => 5)]),
    frame(BINARY, [Protocol.PING]),
    frame(PING, [1, 2, 3, 4]),
    frame(BINARY, [Protocol.JOIN_ROOM]),
  ];
  for (const each of frames) count(tally, each, BY_COLYSEUS);
  expect(bytesOf(tally)).toBe(
    frames.reduce((sum, { headerBytes, payload }) => sum + headerBytes + payload.length, 0),
  );
  expect(tally).toMatchObject({ inputs: 3, events: 201, pings: 7, other: 1, framing: 6 + 4 + 2 + 2 });
});
