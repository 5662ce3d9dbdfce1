import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { RATE, type Recipe } from "../synth/index.ts";
import { RECIPES, renderSound, SOUND_KEYS, type SoundKey } from "./index.ts";

const rendered = new Map<SoundKey, Float32Array>(SOUND_KEYS.map((key) => [key, renderSound(key)]));

/** Seconds beyond which a sound would lie over the next ones: calls of the round may ring. */
const LONGEST = { effect: 1, call: 2 } as const;
/** Root mean square that is heard at all, and that is noise without an end. */
const FAINTEST = 0.005;
const LOUDEST = 0.2;

/** A short text for all bits of some samples. */
function hashOf(...all: readonly Float32Array[]): string {
  const hash = createHash("sha256");
  for (const samples of all)
    hash.update(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  return hash.digest("hex").slice(0, 16);
}

function meanOf(samples: Float32Array, of: (sample: number) => number): number {
  return samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
}

/** How loud a sound is felt, roughly: its first quarter of a second, without the depths that the ear hardly hears. */
function loudnessOf(samples: Float32Array): number {
  const length = Math.min(samples.length, RATE / 4);
  let low = 0;
  let power = 0;
  for (const sample of samples.subarray(0, length)) {
    low += (sample - low) * 0.1;
    power += (sample - low) ** 2;
  }
  return Math.sqrt(power / (RATE / 4));
}

describe.each(SOUND_KEYS)("%s", (key) => {
  const samples = rendered.get(key)!;
  const recipe: Recipe = RECIPES[key];

  it("is as loud as its recipe says, and never cut off at the top", () => {
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(peak).toBeGreaterThan(recipe.peak * 0.95);
    expect(peak).toBeLessThanOrEqual(Math.min(1, recipe.peak * 1.0001));
    expect(samples.every(Number.isFinite)).toBe(true);
  });

  it("begins and ends at rest, without a click, and stands on no constant", () => {
    expect(Math.abs(samples[0]!)).toBeLessThan(0.02);
    expect(Math.abs(samples.at(-1)!)).toBe(0);
    const end = samples.slice(-Math.round(RATE * 0.001));
    expect(Math.max(...end.map(Math.abs))).toBeLessThan(recipe.peak * 0.02);
    expect(Math.abs(meanOf(samples, (sample) => sample))).toBeLessThan(0.001);
  });

  it("is short, and is heard", () => {
    const seconds = samples.length / RATE;
    expect(seconds).toBeGreaterThan(0.02);
    expect(seconds).toBeLessThan(key.startsWith("round") ? LONGEST.call : LONGEST.effect);
    const level = Math.sqrt(meanOf(samples, (sample) => sample * sample));
    expect(level).toBeGreaterThan(FAINTEST);
    expect(level).toBeLessThan(LOUDEST);
  });

  it("has a gap that holds back no more than a doubling, and a pitch that stays in its family", () => {
    expect(recipe.gapMs).toBeGreaterThan(10);
    expect(recipe.spread).toBeLessThanOrEqual(0.05);
    expect(recipe.hall).toBeGreaterThanOrEqual(0);
    expect(recipe.hall).toBeLessThanOrEqual(1);
  });
});

describe("all sounds", () => {
  it("are the same whenever they are rendered, and no two are alike", () => {
    for (const key of SOUND_KEYS) expect(renderSound(key), key).toEqual(rendered.get(key));
    const hashes = SOUND_KEYS.map((key) => hashOf(rendered.get(key)!));
    expect(new Set(hashes).size).toBe(SOUND_KEYS.length);
  });

  it("are bit for bit what they were: whoever changes one on purpose changes this, too", () => {
    expect(hashOf(...rendered.values())).toBe("64e61bc75219477a");
  });

  it.each([
    ["hover", "hitSeen"],
    ["hitSeen", "hitConfirmed"],
    ["hitConfirmed", "kill"],
    ["impactWall", "pulseShot"],
    ["pulseShot", "scatterShot"],
    ["scatterShot", "blast"],
    ["railCharge", "railShot"],
    ["railShot", "blast"],
    ["reloadStart", "pulseShot"],
    ["press", "countdown"],
    ["countdown", "go"],
    ["go", "blast"],
  ] as const)("keep their order: %s is softer than %s", (softer, louder) => {
    expect(loudnessOf(rendered.get(softer)!)).toBeLessThan(loudnessOf(rendered.get(louder)!));
  });
});
