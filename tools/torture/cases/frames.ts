/** Frames of RFC 6455: legal but unusual ones, and ones that break a rule of section 5. */
import { BINARY, CLOSE, CONT, encodeFrame, PING, PONG, TEXT } from "../../wire/index.ts";
import type { Dice } from "./dice.ts";

/** The longest payload of a control frame (section 5.5). */
const CONTROL_MOST = 125;

/** A binary message around a payload, sometimes in pieces with a ping between them. */
export function wrap(dice: Dice, payload: Uint8Array): Buffer {
  const opcode = BINARY;
  const mask = dice.bytes(4);
  if (payload.length < 2 || !dice.chance(0.1)) return encodeFrame({ opcode, payload, mask });
  const cut = 1 + dice.int(payload.length - 1);
  const pieces = [
    encodeFrame({ opcode, payload: payload.subarray(0, cut), fin: false, mask }),
    dice.chance(0.5)
      ? encodeFrame({ opcode: PING, payload: dice.bytes(dice.int(8)), mask })
      : Buffer.alloc(0),
    encodeFrame({ opcode: CONT, payload: payload.subarray(cut), mask }),
  ];
  return Buffer.concat(pieces);
}

/** A PING or PONG that nobody asked for, which no server may close a connection for (sections 5.5.2 and 5.5.3). */
export function controlFrame(dice: Dice): Buffer {
  const mask = dice.chance(0.1) ? Buffer.alloc(4) : dice.bytes(4);
  return encodeFrame({
    opcode: dice.pick([PING, PONG]),
    payload: dice.bytes(dice.int(CONTROL_MOST + 1)),
    mask,
  });
}

/** A frame with any bits at all: reserved bits and opcodes, no mask, lying lengths, broken closes, bad UTF-8. */
export function wildFrame(dice: Dice): Buffer {
  const mask = dice.chance(0.15) ? null : dice.bytes(4);
  switch (dice.int(7)) {
    case 0:
      return encodeFrame({
        opcode: dice.int(16),
        rsv: dice.int(8),
        fin: dice.chance(0.5),
        payload: dice.bytes(dice.int(64)),
        mask,
      });
    case 1: {
      const payload = dice.bytes(dice.int(32));
      return encodeFrame({
        opcode: BINARY,
        payload,
        mask,
        lengthForm: 64,
        claimedLength: BigInt(dice.edge()) << BigInt(dice.int(33)),
      });
    }
    case 2:
      return encodeFrame({ opcode: CLOSE, payload: dice.bytes(dice.int(130)), mask });
    case 3:
      return encodeFrame({ opcode: TEXT, payload: dice.bytes(1 + dice.int(64)), mask });
    case 4:
      return encodeFrame({
        opcode: dice.pick([PING, PONG, CLOSE]),
        payload: dice.bytes(126 + dice.int(400)),
        fin: dice.chance(0.5),
        mask,
      });
    case 5:
      return encodeFrame({ opcode: CONT, payload: dice.bytes(dice.int(32)), fin: dice.chance(0.5), mask });
    default:
      return dice.mutate(dice.chance(0.5) ? controlFrame(dice) : wrap(dice, dice.bytes(dice.int(200))));
  }
}
