import type { Random } from "../../../shared/math/index.ts";
import { type Slide, shrinkOf } from "./slide.ts";
import { sineOf, type Wave, waveAt } from "./wave.ts";

/** A wave with a pitch in Hz. */
export interface Pitched extends Slide {
  readonly wave: Wave;
  /** A sine that shakes the pitch: metal where `ratio` is odd. `depth` in periods, fading within `decay` seconds. */
  readonly fm?: { readonly ratio: number; readonly depth: number; readonly decay: number };
}

/** What sounds: a wave, or noise, which has no pitch. */
export type Tone = Pitched | { readonly wave: "noise" };

/** Fills samples with a wave. All that changes from sample to sample is local: that is three times as fast. */
function fillWave(out: Float64Array, tone: Pitched, pitch: number, whole: number, rate: number): void {
  const { wave, fm, from, to = from, within = whole } = tone;
  const shrink = shrinkOf(within, rate);
  const fmShrink = fm === undefined ? 0 : shrinkOf(fm.decay, rate);
  const ratio = fm?.ratio ?? 0;
  let left = from - to;
  let depth = fm?.depth ?? 0;
  let shaken = 0;
  let phase = 0;
  for (let i = 0; i < out.length; i++) {
    const step = ((to + left) * pitch) / rate;
    left *= shrink;
    phase += step;
    phase -= Math.floor(phase);
    if (depth === 0) {
      out[i] = waveAt(wave, phase, step);
      continue;
    }
    shaken += step * ratio;
    shaken -= Math.floor(shaken);
    const moved = phase + depth * sineOf(shaken);
    depth *= fmShrink;
    out[i] = waveAt(wave, moved - Math.floor(moved), step);
  }
}

/**
 * Fills samples with a tone.
 * @param pitch factor on that of a wave
 * @param whole seconds that it sounds
 */
export function fillTone(
  out: Float64Array,
  tone: Tone,
  pitch: number,
  whole: number,
  rate: number,
  random: Random,
): void {
  if (tone.wave !== "noise") fillWave(out, tone, pitch, whole, rate);
  else for (let i = 0; i < out.length; i++) out[i] = random.next() * 2 - 1;
}
