import { beforeAll, describe, expect, it } from "vitest";
import { MUSIC_RATE, PIECES, type Piece, type PieceKey, renderMusic, type Stereo } from "./index.ts";
import { renderPiece } from "./renderPiece.ts";

const KEYS = Object.keys(PIECES) as PieceKey[];
/** A piece takes a second or two, a busy machine some more; in ms. */
const PATIENCE_MS = 60_000;
/** Seconds of a piece that are looked at by themselves. */
const WINDOW = 4;

const rendered = new Map<PieceKey, Stereo>();
beforeAll(() => {
  for (const key of KEYS) rendered.set(key, renderMusic(key));
}, PATIENCE_MS);

function levelOf(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

describe.each(KEYS)("the piece of the %s", (key) => {
  const piece: Piece = PIECES[key];

  it("is as long as its beats and as loud as it says, on both sides", () => {
    const { left, right } = rendered.get(key)!;
    expect(left.length / MUSIC_RATE).toBeCloseTo((piece.beats * 60) / piece.beatsPerMinute, 3);
    expect(right).toHaveLength(left.length);
    const peaks = [left, right].map((samples) => samples.reduce((most, s) => Math.max(most, Math.abs(s)), 0));
    expect(Math.max(...peaks)).toBeCloseTo(piece.peak, 4);
    expect(Math.min(...peaks)).toBeGreaterThan(piece.peak * 0.6);
    expect(left).not.toEqual(right);
  });

  it("goes round without a click: its end runs into its beginning", () => {
    for (const samples of Object.values(rendered.get(key)!)) {
      let steepest = 0;
      for (let i = 1; i < samples.length; i++)
        steepest = Math.max(steepest, Math.abs(samples[i]! - samples[i - 1]!));
      expect(Math.abs(samples[0]! - samples.at(-1)!)).toBeLessThan(steepest / 2);
    }
  });

  it("is never silent for long, and stands on no constant", () => {
    const { left } = rendered.get(key)!;
    const step = WINDOW * MUSIC_RATE;
    const whole = levelOf(left);
    for (let at = 0; at + step <= left.length; at += step)
      expect(levelOf(left.subarray(at, at + step)), `from ${at / MUSIC_RATE} s`).toBeGreaterThan(whole / 4);
    expect(Math.abs(left.reduce((sum, sample) => sum + sample, 0) / left.length)).toBeLessThan(0.001);
  });

  it("has every note within its bars and within what is heard", () => {
    for (const { notes } of piece.parts) {
      expect(notes.length).toBeGreaterThan(0);
      for (const { at, note, loud } of notes) {
        expect(at).toBeGreaterThanOrEqual(0);
        // What an echo brings beyond the end comes in again at the beginning.
        expect(at).toBeLessThan(piece.beats + 2);
        expect(note).toBeGreaterThanOrEqual(21);
        expect(note).toBeLessThanOrEqual(108);
        expect(loud).toBeGreaterThan(0);
        expect(loud).toBeLessThanOrEqual(1);
      }
    }
  });
});

it("a note that rings beyond the end is heard at the beginning", () => {
  const piece: Piece = {
    ...{ beats: 4, beatsPerMinute: 240, peak: 0.5, feedback: 0.5 },
    parts: [
      {
        instrument: {
          ...{ gain: 1, pan: 0, hall: 0 },
          layers: [{ tone: { wave: "sine", from: 1 }, gain: 1, decay: 0.5 }],
        },
        notes: [{ at: 3, note: 69, loud: 1 }],
      },
    ],
  };
  const { left } = renderPiece(piece, 1);
  const quarter = left.length / 4;
  expect(levelOf(left.subarray(0, quarter))).toBeGreaterThan(0.001);
  expect(levelOf(left.subarray(quarter * 2, quarter * 3))).toBe(0);
  expect(renderPiece(piece, 1)).toEqual({ left, right: left });
});
