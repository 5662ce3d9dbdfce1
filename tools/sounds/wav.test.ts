import { expect, test } from "vitest";
import { wavOf } from "./wav.ts";

test("a WAV file says what it holds, and holds it", () => {
  const left = Float32Array.of(0, 0.5, -1, 2);
  const right = Float32Array.of(0, 0, 0, 1);
  const file = wavOf([left, right], 24_000);
  const text = (at: number): string => file.toString("latin1", at, at + 4);
  expect([text(0), text(8), text(12), text(36)]).toEqual(["RIFF", "WAVE", "fmt ", "data"]);
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  expect(file.readUInt16LE(22)).toBe(2);
  expect(file.readUInt32LE(24)).toBe(24_000);
  expect(file.readUInt32LE(28)).toBe(24_000 * 4);
  expect(file.readUInt32LE(40)).toBe(16);
  const samples = Array.from({ length: 8 }, (_, i) => file.readInt16LE(44 + i * 2));
  // Side by side, and what is beyond full scale stays at it.
  expect(samples).toEqual([0, 0, 16_384, 0, -32_767, 0, 32_767, 32_767]);
});
