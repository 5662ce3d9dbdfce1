/** Messages and requests: MessagePack with every type, lying lengths, deep nesting and names that JavaScript knows. */
import { LIMITS } from "../../../shared/protocol.ts";
import type { Dice } from "./dice.ts";

const MESSAGE = 13;
const REQUEST = 21;

/** Names that mean something to an object, a prototype, or this game. */
const NAMES = [
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "__defineGetter__",
    "then",
  ],
  ...["rename", "name", "*", "_", "", "length", "toJSON", "0", "\u0000", "\ud800", "ｎａｍｅ"],
];

/** The longest message that still fits a frame. */
const ROOM = LIMITS.frameBytes - 32;

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value).subarray(0, 255);
  return Buffer.concat([
    bytes.length < 32 ? Buffer.of(0xa0 | bytes.length) : Buffer.of(0xd9, bytes.length),
    bytes,
  ]);
}

function float(dice: Dice): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = 0xcb;
  bytes.writeDoubleBE(
    dice.pick([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 1e308, 5e-324]),
    1,
  );
  return bytes;
}

/** Any MessagePack value (msgpack spec), honest about its lengths or not. */
export function anyValue(dice: Dice, depth = 0): Buffer {
  const inner = (): Buffer => (depth > 6 ? Buffer.of(0xc0) : anyValue(dice, depth + 1));
  switch (dice.int(14)) {
    case 0:
      return Buffer.of(dice.pick([0xc0, 0xc1, 0xc2, 0xc3]));
    case 1:
      return Buffer.of(dice.byte() & 0x7f);
    case 2:
      return float(dice);
    case 3:
      return text(dice.pick(NAMES));
    case 4:
      return Buffer.concat([Buffer.of(0xcf), uint32(dice.edge()), uint32(dice.edge())]);
    case 5: {
      // A map with an honest length.
      const size = dice.int(4);
      const pairs = Array.from({ length: size }, () => [
        dice.chance(0.8) ? text(dice.pick(NAMES)) : inner(),
        inner(),
      ]);
      return Buffer.concat([Buffer.of(0x80 | size), ...pairs.flat()]);
    }
    case 6: {
      const size = dice.int(5);
      return Buffer.concat([Buffer.of(0x90 | size), ...Array.from({ length: size }, inner)]);
    }
    case 7:
      // Announced and absent: maps, arrays, strings, binaries of up to 2^32 - 1.
      return Buffer.concat([
        Buffer.of(dice.pick([0xdf, 0xdd, 0xdb, 0xc6])),
        uint32(dice.edge()),
        dice.bytes(dice.int(8)),
      ]);
    case 8:
      return Buffer.concat([
        Buffer.of(dice.pick([0xd4, 0xd5, 0xd6, 0xd7, 0xd8])),
        dice.bytes(1 + dice.int(17)),
      ]);
    case 9:
      // Extensions with a length, the types that msgpackr gives a meaning to among them.
      return Buffer.concat([
        Buffer.of(
          0xc7,
          dice.int(32),
          dice.chance(0.8)
            ? dice.pick([0, 1, 0x42, 0x62, 0x65, 0x69, 0x70, 0x72, 0x73, 0x74, 0x78, 0xff])
            : dice.byte(),
        ),
        dice.bytes(dice.int(24)),
      ]);
    case 10:
      // Nested as deep as a frame is long.
      return Buffer.alloc(1 + dice.int(ROOM - 40), dice.pick([0x91, 0x81, 0xd4]));
    case 11:
      return Buffer.concat([Buffer.of(0x81), text("name"), inner()]);
    case 12:
      return dice.bytes(dice.int(24));
    default:
      return dice.mutate(Buffer.concat([Buffer.of(0x81), text("name"), text("Eve")]));
  }
}

/** The type of a message: a name, a number, or neither. */
function anyType(dice: Dice): Buffer {
  if (dice.chance(0.2)) return dice.bytes(1 + dice.int(6));
  return text(dice.pick(NAMES));
}

function frame(parts: readonly Buffer[]): Buffer {
  return Buffer.concat(parts).subarray(0, LIMITS.frameBytes);
}

/** A rename that the rules allow. */
export function mildMessage(dice: Dice): Buffer {
  const name = dice.pick(["Eve", "Ｍallory", "O'Neil", "a~b", "  Trudy  ", "x".repeat(16), "Ж-9"]);
  return frame([Buffer.of(MESSAGE), text("rename"), Buffer.of(0x81), text("name"), text(name)]);
}

/** A message of any type with any body. */
export function wildMessage(dice: Dice): Buffer {
  const type = dice.chance(0.5) ? text("rename") : anyType(dice);
  return frame([Buffer.of(MESSAGE), type, dice.chance(0.9) ? anyValue(dice) : Buffer.alloc(0)]);
}

/** A request, which Colyseus answers and the game has none of. */
export function wildRequest(dice: Dice): Buffer {
  return frame([Buffer.of(REQUEST), dice.bytes(1 + dice.int(5)), anyType(dice), anyValue(dice)]);
}
