import { expect, test } from "vitest";
import {
  INPUT_CODE,
  inputsFault,
  MODIFIER_TIMED,
  OPERATION_SET,
  widthsOf,
} from "../../shared/inputFrames.ts";
import { createRandom } from "../../shared/math/index.ts";
import { Button } from "../../shared/sim/index.ts";
import { InputState } from "../../shared/state/index.ts";
import { createHand, type Hand } from "./hand.ts";
import { MOST_INPUT_BYTES } from "./inputFrame.ts";

const RULES = { widths: widthsOf(InputState), stamped: true };
/** A field's name in an input: its place in the schema, said to be set. */
const BUTTONS = OPERATION_SET | 3;

/** What a hand writes for one tick. */
function write(hand: Hand, serverMs: number): Uint8Array {
  const out = new Uint8Array(MOST_INPUT_BYTES);
  return out.subarray(0, hand.write(out, 0, serverMs));
}

/** Whether an input without a stamp says that the trigger is held; null where it does not say. */
function triggerIn(input: Uint8Array): boolean | null {
  const at = input.indexOf(BUTTONS, 1);
  return at < 0 ? null : (input[at + 1]! & Button.fire) !== 0;
}

test("what a hand writes are inputs as the server takes them, and they are stamped while it fires", () => {
  const hand = createHand(createRandom(5));
  let stamped = 0;
  for (let tick = 0; tick < 2000; tick++) {
    const input = write(hand, 5000 + tick * 17);
    expect(inputsFault(input, RULES, [])).toBeNull();
    expect(input[0]! & ~MODIFIER_TIMED).toBe(INPUT_CODE);
    if ((input[0]! & MODIFIER_TIMED) !== 0) stamped += 1;
  }
  expect(stamped).toBeGreaterThan(1000);
  expect(stamped).toBeLessThan(1900);
});

test("before the first patch there is nothing to stamp with", () => {
  const hand = createHand(createRandom(5));
  const inputs = Array.from({ length: 200 }, () => write(hand, 0));
  expect(inputs.every((input) => input[0] === INPUT_CODE)).toBe(true);
  expect(inputs.some((input) => triggerIn(input) === true)).toBe(true);
});

test("on another connection the whole stamp and every key that is held are said again", () => {
  // Two hands that do the same; one of them changes its connection in the middle of a burst.
  const [steady, moved] = [createHand(createRandom(5)), createHand(createRandom(5))];
  let tick = 0;
  let isStamped = false;
  // The second stamp of a burst is the first that is short.
  for (let before = false; !(before && isStamped); tick++) {
    before = isStamped;
    const input = write(steady, 100_000 + tick * 17);
    expect(write(moved, 100_000 + tick * 17)).toEqual(input);
    isStamped = (input[0]! & MODIFIER_TIMED) !== 0;
  }
  moved.reset();
  const [next, anew] = [write(steady, 100_000 + tick * 17), write(moved, 100_000 + tick * 17)];
  expect(anew[0]).toBe(INPUT_CODE | MODIFIER_TIMED);
  expect(new DataView(anew.buffer).getUint32(2, true)).toBe(100_000 + tick * 17 - 66);
  expect(anew.subarray(6)).toContain(BUTTONS);
  expect(next[1]).toBe(17);
  expect(next.subarray(2)).not.toContain(BUTTONS);
});
