/**
 * The fuzzer's frames in process, against the frame guard and the decoder behind it: many more of them than go over the
 * wire in the same time, and counted apart from those.
 */
import type { Schema } from "@colyseus/schema";
import { InputDecoder } from "@colyseus/schema/input";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { frameFault } from "../../server/ops/frameGuard.ts";
import { sanitizeInput } from "../../server/rooms/commands.ts";
import { ArenaRoom } from "../../server/rooms/index.ts";
import { CODE_MASK, INPUT_CODE, MODIFIER_TIMED } from "../../shared/inputFrames.ts";
import { hash32 } from "../../shared/math/index.ts";
import { InputState } from "../../shared/state/index.ts";
import {
  anyOpcode,
  brokenInput,
  createDice,
  type Dice,
  fittingInput,
  INPUT_WIDTHS,
  wildMessage,
} from "../../tools/torture/cases/index.ts";

const CASES = 60_000;
const STAMP_BYTES: Readonly<Record<number, number>> = { 204: 2, 208: 2, 205: 3, 209: 3, 206: 5, 210: 5 };

/** Decodes the body of an input frame as the framework does once its stamp is read. */
function decodeInput(frame: Buffer): InputState {
  const body = (frame[0]! & MODIFIER_TIMED) === 0 ? 1 : 1 + (STAMP_BYTES[frame[1]!] ?? 1);
  const input = new InputState();
  for (const field of ["mx", "my", "aim", "buttons", "pick"] as const) input[field] = 0;
  new InputDecoder(input as Schema).decode(frame.subarray(body));
  return input;
}

const isWhole = (input: InputState): boolean =>
  [input.mx, input.my, input.aim, input.buttons, input.pick].every((value) => Number.isFinite(value));

function frames(make: (dice: Dice) => Buffer, seed: number): Buffer[] {
  return Array.from({ length: CASES }, (_unused, i) => make(createDice(hash32(seed, i))));
}

describe("the fuzzer", () => {
  it("knows the widths of the input schema", () => {
    expect(INPUT_WIDTHS).toEqual(ArenaRoom.frames.widths);
  });

  it("makes the same cases from the same seed, and others from another", () => {
    const some = (seed: number) => wildMessage(createDice(seed)).toString("hex");
    expect(some(7)).toBe(some(7));
    expect(new Set(Array.from({ length: 50 }, (_unused, i) => some(i))).size).toBeGreaterThan(40);
  });
});

describe("the frame guard", () => {
  // The decoder writes ten lines about each frame that it cannot read.
  beforeAll(() => {
    vi.stubGlobal("console", { ...console, warn: () => {}, error: () => {} });
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it("lets every fitting input through, and what comes out of it is within its ranges", () => {
    for (const frame of frames(fittingInput, 1)) {
      if (frameFault(frame, ArenaRoom.frames) !== null) expect.fail(`refused ${frame.toString("hex")}`);
      const input = decodeInput(frame);
      sanitizeInput(input);
      if (!isWhole(input)) expect.fail(`${frame.toString("hex")} became ${JSON.stringify(input)}`);
      if (Math.abs(input.mx) > 127 || input.aim < 0) expect.fail(`${frame.toString("hex")} is out of range`);
    }
  });

  it("lets nothing through that the decoder would turn into no number, of broken inputs and any opcodes", () => {
    let refused = 0;
    let harmful = 0;
    for (const frame of [...frames(brokenInput, 2), ...frames(anyOpcode, 3)]) {
      const passes = frameFault(frame, ArenaRoom.frames) === null;
      if (!passes) refused += 1;
      if (frame.length < 2 || (frame[0]! & CODE_MASK) !== INPUT_CODE) continue;
      let whole = false;
      try {
        whole = isWhole(decodeInput(frame));
      } catch {
        // A frame that the decoder cannot read is one that it must never get.
      }
      if (whole) continue;
      harmful += 1;
      if (passes) expect.fail(`let through ${frame.toString("hex")}`);
    }
    // The control: most are refused, and some of those would have done harm.
    expect(refused).toBeGreaterThan(CASES);
    expect(harmful).toBeGreaterThan(10);
  });
});
