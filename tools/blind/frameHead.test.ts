import { expect, test } from "vitest";
import { acknowledgedOf, codeOf, isTimed, serverMsOf } from "./frameHead.ts";

test("the head of a patch tells its code, the server's time and what was worked off", () => {
  const frame = Uint8Array.of(15 | 0x80, 1, 2, 3, 0x84, 0xff, 0xff, 0xff, 0xff, 42);
  expect([codeOf(frame), isTimed(frame)]).toEqual([15, true]);
  expect(serverMsOf(frame)).toBe(0x84030201);
  expect(acknowledgedOf(frame)).toBe(0xffffffff);
});

test("what has no such head, or is cut off within it, is not timed", () => {
  expect(isTimed(Uint8Array.of(15, 1, 2, 3, 4, 5, 6, 7, 8, 9))).toBe(false);
  expect(isTimed(Uint8Array.of(15 | 0x80, 1, 2, 3, 4, 5, 6, 7))).toBe(false);
});
