import { TAU } from "../../shared/math/index.ts";
import type { Command } from "../../shared/sim/index.ts";
import type { InputForm } from "../ops/index.ts";

/** An input frame names a field by these bits. */
const FIELD_MASK = 0x3f;

/** Steps of an angle of 16 bits. */
const TURN_STEPS = 0x10000;

function int8(byte: number): number {
  return (byte << 24) >> 24;
}

/**
 * `InputState` (shared/state/input.ts), read by hand: a test holds it against the schema's own decoder. Frames have passed
 * the guard, so that every field is there in full.
 */
export const INPUT_FORM: InputForm<Command> = {
  create: () => ({ mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 }),
  read(frame, offset, into) {
    let at = offset;
    while (at < frame.length) {
      const field = frame[at]! & FIELD_MASK;
      const value = frame[at + 1]!;
      at += 2;
      if (field === 0) into.mx = int8(value);
      else if (field === 1) into.my = int8(value);
      else if (field === 2) into.aim = ((value | (frame[at++]! << 8)) / TURN_STEPS) * TAU;
      else if (field === 3) into.buttons = value;
      else into.pick = value;
    }
  },
  copy(from, into) {
    into.mx = from.mx;
    into.my = from.my;
    into.aim = from.aim;
    into.buttons = from.buttons;
    into.pick = from.pick;
  },
};
