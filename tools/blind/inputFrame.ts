import { INPUT_CODE, MODIFIER_TIMED, OPERATION_SET } from "../../shared/inputFrames.ts";
import { TAU } from "../../shared/math/index.ts";
import type { Command } from "../../shared/sim/index.ts";

/** Bytes that an input has at most: code, stamp and five fields. */
export const MOST_INPUT_BYTES = 17;

/** What was sent last; an input frame holds what has changed since. */
export interface Sent {
  readonly last: Command;
  stamp: number;
}

export function nothingSent(): Sent {
  return { last: { mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 }, stamp: 0 };
}

function putByte(out: Uint8Array, at: number, field: number, value: number): number {
  out[at] = OPERATION_SET | field;
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
 * Writes one input as the SDK's input handle would: what changed, and the stamp where asked for.
 * @param at where it begins
 * @param stamp server time of the picture in ms, or 0 for an input that cannot fire
 * @returns where it ends
 */
export function writeInput(out: Uint8Array, at: number, sent: Sent, command: Command, stamp: number): number {
  const { last } = sent;
  // The number of a field is its place in shared/state/input.ts.
  out[at++] = INPUT_CODE | (stamp > 0 ? MODIFIER_TIMED : 0);
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
  return at;
}
