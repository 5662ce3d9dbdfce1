/** Input frames as shared/state/input.ts has them, and frames of every other opcode. */
import type { Dice } from "./dice.ts";

/** Opcodes of Colyseus 0.18 that matter here: its `Protocol`. */
const CODE = { join: 10, leave: 12, ping: 18, input: 19, unreliableInput: 20 } as const;
const TIMED = 0x80;
const SET = 0x80;

/** Bytes of each input field in the order of the schema. */
export const INPUT_WIDTHS: readonly number[] = [1, 1, 2, 1, 1];

/** A number in the varint form of @colyseus/schema. */
function stamp(dice: Dice): Buffer {
  const value = dice.edge();
  const form = dice.pick([0x7f, 0xcc, 0xcd, 0xce, 0xd0, 0xd1, 0xd2, 0xe0]);
  if (form === 0x7f) return Buffer.of(dice.int(0x80));
  if (form === 0xe0) return Buffer.of(0xe0 + dice.int(32));
  const length = form === 0xcc || form === 0xd0 ? 1 : form === 0xcd || form === 0xd1 ? 2 : 4;
  const bytes = Buffer.alloc(5);
  bytes[0] = form;
  bytes.writeUInt32LE(value, 1);
  return bytes.subarray(0, 1 + length);
}

/** An input frame of the right form with any values and any stamp: steering and aiming beyond all ranges. */
export function fittingInput(dice: Dice): Buffer {
  const stamped = dice.chance(0.5);
  const parts: Buffer[] = [Buffer.of(CODE.input | (stamped ? TIMED : 0))];
  if (stamped) parts.push(stamp(dice));
  const fields = INPUT_WIDTHS.map((width, index) => ({ width, index, order: dice.next() }))
    .filter(() => dice.chance(0.6))
    .sort((a, b) => a.order - b.order);
  for (const { width, index } of fields) parts.push(Buffer.of(SET | index), dice.bytes(width));
  return Buffer.concat(parts);
}

/** An input frame whose form is broken: wrong stamps, operations, fields or lengths. */
export function brokenInput(dice: Dice): Buffer {
  switch (dice.int(5)) {
    case 0:
      return Buffer.concat([Buffer.of(CODE.input), Buffer.of(dice.byte()), dice.bytes(dice.int(12))]);
    case 1:
      return Buffer.concat([
        Buffer.of(CODE.input | TIMED),
        Buffer.of(0xc0 + dice.int(0x20)),
        dice.bytes(dice.int(12)),
      ]);
    case 2:
      return Buffer.concat([
        Buffer.of(CODE.unreliableInput | (dice.byte() & 0xe0)),
        dice.bytes(dice.int(16)),
      ]);
    case 3:
      return Buffer.concat([
        Buffer.of(CODE.input),
        Buffer.of(SET | (INPUT_WIDTHS.length + dice.int(8))),
        dice.bytes(dice.int(9)),
      ]);
    default:
      return dice.mutate(fittingInput(dice));
  }
}

/** An opcode with every modifier and any body; not the one that leaves, which would end the connection for nothing. */
export function anyOpcode(dice: Dice): Buffer {
  const code = dice.int(32);
  return Buffer.concat([
    Buffer.of((code === CODE.leave ? CODE.join : code) | (dice.int(8) << 5)),
    dice.bytes(dice.int(40)),
  ]);
}

/** Frames that the game has and that mean nothing now: pings and a second acknowledgement of the join, with rests. */
export function mildOpcode(dice: Dice): Buffer {
  return Buffer.concat([Buffer.of(dice.pick([CODE.join, CODE.ping])), dice.bytes(dice.int(40))]);
}
