import { createRandom } from "../../../shared/math/index.ts";
import { hallOver } from "./hall.ts";
import { layerSeconds, mixLayer } from "./layer.ts";
import type { Recipe } from "./recipe.ts";

/** Samples per second of all effects: up to 16 kHz, which is brighter than this hall. Browsers play any rate. */
export const RATE = 32_000;

/** How long the hall may ring, in seconds, and the feedback with which it does so for a third of one. */
const TAIL = 0.35;
const FEEDBACK = 0.6;
/** Seconds in which everything ends, so that nothing ends with a click. */
const FADE = 0.012;
/** What is quieter than this share of the peak at the end is not kept: -60 dB. */
const SILENCE = 0.001;
/** Of the filter that takes out what nobody hears and what only moves the cone, per sample: about 20 Hz. */
const BLOCK = 0.996;

/** Takes out all that stands still. */
function blockConstant(samples: Float32Array): void {
  let before = 0;
  let blocked = 0;
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i]!;
    blocked = sample - before + BLOCK * blocked;
    before = sample;
    samples[i] = blocked;
  }
}

function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

/** The samples up to the last one that can be heard. */
function trimmed(samples: Float32Array, peak: number): Float32Array {
  let end = samples.length;
  while (end > 1 && Math.abs(samples[end - 1]!) < peak * SILENCE) end--;
  return samples.slice(0, Math.min(samples.length, end + Math.round(FADE * RATE)));
}

/**
 * Renders a recipe: one channel, at `RATE`.
 * @param seed of its noise
 */
export function render(recipe: Recipe, seed: number): Float32Array<ArrayBuffer> {
  const random = createRandom(seed);
  const seconds = Math.max(...recipe.layers.map(layerSeconds)) + (recipe.hall > 0 ? TAIL : 0);
  const whole = new Float32Array(Math.ceil(seconds * RATE) + 1);
  for (const layer of recipe.layers) mixLayer(whole, layer, RATE, random);
  if (recipe.hall > 0) hallOver(whole, RATE, { wet: recipe.hall, feedback: FEEDBACK });
  blockConstant(whole);
  const samples = new Float32Array(trimmed(whole, peakOf(whole)));
  const scale = recipe.peak / peakOf(samples);
  const fade = Math.min(samples.length, Math.round(FADE * RATE));
  for (let i = 0; i < samples.length; i++) {
    const left = samples.length - 1 - i;
    samples[i] = samples[i]! * scale * Math.min(1, left / fade);
  }
  return samples;
}
