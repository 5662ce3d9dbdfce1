import { Protocol } from "@colyseus/core";
import { schema, t } from "@colyseus/schema";
import { describe, expect, it } from "vitest";
import { INPUT_CODE, widthsOf } from "../../shared/inputFrames.ts";
import { InputState } from "../../shared/state/index.ts";
import { type FrameRules, frameFault } from "./frameGuard.ts";

const RULES: FrameRules = { widths: widthsOf(InputState), stamped: true, messages: { wave: { bytes: 8 } } };
const fault = (...bytes: number[]): string | null => frameFault(Uint8Array.from(bytes), RULES);

describe("the frame guard", () => {
  it("reads the width of each input field from the schema", () => {
    expect(RULES.widths).toEqual([1, 1, 2, 1, 1]);
  });

  it("knows an input by Colyseus' own code", () => {
    expect(INPUT_CODE).toBe(Protocol.ROOM_INPUT_RELIABLE);
  });

  it("refuses schemas whose frames it could not check", () => {
    expect(() => widthsOf(schema({ name: t.string() }, "Loose"))).toThrow("name has no fixed width");
    expect(() => widthsOf(schema({}, "Empty"))).toThrow("1 to 19 fields");
  });

  it.each([
    ["an input without a change", [0x13]],
    ["one field", [0x13, 0x80, 5]],
    ["all fields", [0x13, 0x80, 1, 0x81, 2, 0x82, 3, 4, 0x83, 5, 0x84, 6]],
    ["a stamp of one byte", [0x93, 0x21, 0x80, 1]],
    ["a stamp of five bytes", [0x93, 0xce, 1, 2, 3, 4]],
    ["two inputs", [0x93, 0x21, 0x80, 1, 0x13, 0x82, 3, 4]],
    ["two inputs without a change", [0x13, 0x93, 5]],
    ["a message", [0x0d, 0xa1, 0x78]],
    ["a message as long as its type may be", [0x0d, 0xa4, 0x77, 0x61, 0x76, 0x65, 1, 2]],
    ["a message of a type that the room is to refuse", [0x0d, 0xa2, 0x68, 0x69, 1, 2, 3, 4, 5]],
    ["a ping", [0x12]],
    ["a leave", [0x0c]],
  ])("lets %s pass", (_what, bytes) => {
    expect(fault(...bytes)).toBeNull();
  });

  it.each([
    ["an unreliable input", [0x14, 0x00, 0xfe], "code 20"],
    ["a DELETE of a field", [0x13, 0x40], "operation"],
    ["a field twice", [0x13, 0x80, 1, 0x80, 1], "field"],
    ["a field that does not exist", [0x13, 0x85, 1], "field"],
    ["a field cut short", [0x13, 0x82, 1], "length"],
    ["a stamp cut short", [0x93], "stamp"],
    ["a stamp of a form that none has", [0x93, 0xc0], "stamp"],
    ["three inputs", [0x13, 0x13, 0x13], "inputs"],
    ["a second input with a fault", [0x13, 0x80, 1, 0x93, 0xc0], "stamp"],
    ["a second input cut short", [0x13, 0x80, 1, 0x13, 0x82, 1], "length"],
    ["a message behind an input", [0x13, 0x0d, 0xa1, 0x78], "operation"],
    ["an unknown modifier", [0x53, 0x80, 1], "modifier"],
    ["a modifier on a message", [0x8d, 0xa1, 0x78], "modifier"],
    [
      "a message longer than its type may be",
      [0x0d, 0xa4, 0x77, 0x61, 0x76, 0x65, 1, 2, 3],
      "message too long",
    ],
    ["a message whose type is a long string", [0x0d, 0xd9, 4, 0x77, 0x61, 0x76, 0x65], "message type"],
    ["a message whose type is a number", [0x0d, 5], "message type"],
    ["a message without a type", [0x0d], "message type"],
    ["a request", [0x15, 1, 0xa1, 0x78], "code 21"],
    ["nothing", [], "empty frame"],
  ])("stops %s", (_what, bytes, why) => {
    expect(fault(...bytes)).toBe(why);
  });

  it("lets no input into a room that takes none, and no stamp where none is expected", () => {
    expect(frameFault(Uint8Array.of(0x13), null)).toBe("input where none is taken");
    expect(frameFault(Uint8Array.of(0x93, 1), { ...RULES, stamped: false })).toBe("modifier");
  });
});
