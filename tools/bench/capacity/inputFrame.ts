import { Protocol } from "@colyseus/core";
import { TAU } from "../../../shared/math/index.ts";
import type { Command } from "../../../shared/sim/index.ts";

/** The modifier of an input that carries the time of the picture its player aimed at. */
const TIMED = 0x80;

/** A field of an input frame is named by its index with the two top bits saying that it is set. */
const SET = 0x80;

/** Bytes that a frame has at most: WebSocket header and mask, opcode, stamp, five fields. */
export const MOST_BYTES = 32;

/** A masked binary frame with a payload below 126 bytes: FIN and opcode, then MASK and length (RFC 6455 section 5.2). */
const BINARY_FRAME = 0x82;
const MASKED = 0x80;
const HEADER = 6;

/** What was sent last; an input frame holds what has changed since. */
export interface Sent {
  readonly last: Command;
  stamp: number;
}

export function nothingSent(): Sent {
  return { last: { mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 }, stamp: 0 };
}

function putByte(out: Uint8Array, at: number, field: number, value: number): number {
  out[at] = SET | field;
  out[at + 1] = value & 0xff;
  return at + 2;
}

/** The signed change of the stamp in the schema's varint form; stamps of a picture only grow. */
function putStamp(out: Uint8Array, at: number, change: number): number {
  if (change < 0x80) {
    out[at] = change;
    return at + 1;
  }
  out[at] = 0xce;
  for (let i = 0; i < 4; i++) out[at + 1 + i] = (change >>> (8 * i)) & 0xff;
  return at + 5;
}

/** An angle as `t.angle()` has it: 16 bits of a turn. */
function turnOf(angle: number): number {
  return Math.round((angle / TAU) * 0x10000) & 0xffff;
}

/**
 * Writes one input as a WebSocket frame, as the SDK's input handle would: what changed, and the stamp where asked for.
 * @param stamp server time of the picture in ms, or 0 for an input that cannot fire
 * @param mask the four bytes of the mask
 * @returns bytes that were written
 */
export function writeInput(
  out: Uint8Array,
  sent: Sent,
  command: Command,
  stamp: number,
  mask: Uint8Array,
): number {
  const { last } = sent;
  let at = HEADER;
  out[at++] = Protocol.ROOM_INPUT_RELIABLE | (stamp > 0 ? TIMED : 0);
  if (stamp > 0) {
    const grown = Math.max(stamp, sent.stamp);
    at = putStamp(out, at, grown - sent.stamp);
    sent.stamp = grown;
  }
  if (command.mx !== last.mx) at = putByte(out, at, 0, command.mx);
  if (command.my !== last.my) at = putByte(out, at, 1, command.my);
  const turn = turnOf(command.aim);
  if (turn !== turnOf(last.aim)) {
    at = putByte(out, at, 2, turn);
    out[at++] = turn >> 8;
  }
  if (command.buttons !== last.buttons) at = putByte(out, at, 3, command.buttons);
  if (command.pick !== last.pick) at = putByte(out, at, 4, command.pick);
  Object.assign(last, command);
  out[0] = BINARY_FRAME;
  out[1] = MASKED | (at - HEADER);
  for (let i = 0; i < 4; i++) out[2 + i] = mask[i]!;
  for (let i = HEADER; i < at; i++) out[i] = out[i]! ^ mask[(i - HEADER) & 3]!;
  return at;
}
