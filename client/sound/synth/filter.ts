import { type Slide, shrinkOf } from "./slide.ts";
import { sineOf } from "./wave.ts";

/** What is let through: all below its corner in Hz, all above, or a band around it. */
export interface Filter extends Slide {
  readonly kind: "low" | "high" | "band";
  /** Sharpness at the corner; 0.7, which is flat, when left out. */
  readonly q?: number;
}

const FLAT_Q = 0.7;
/** No corner is higher than this share of the rate. */
const HIGHEST = 0.45;
/** Samples between two turns of its knob. */
const TUNE_EVERY = 16;

/**
 * Filters samples in place: a state-variable filter of the second order that stays stable while it is swept
 * (trapezoidal integration, Zavalishin, "The Art of VA Filter Design").
 * @param whole seconds that the samples last
 */
export function filterOver(samples: Float64Array, filter: Filter, whole: number, rate: number): void {
  const { kind, q = FLAT_Q, from, to = from, within = whole } = filter;
  const damping = 1 / q;
  const shrink = shrinkOf(within, rate);
  let left = from - to;
  let g = 0;
  let scale = 1;
  let one = 0;
  let two = 0;
  for (let i = 0; i < samples.length; i++) {
    if (i % TUNE_EVERY === 0) {
      const turns = Math.min((to + left) / rate, HIGHEST) / 2;
      g = sineOf(turns) / sineOf(0.25 - turns);
      scale = 1 / (1 + g * (g + damping));
    }
    left *= shrink;
    const high = (samples[i]! - (g + damping) * one - two) * scale;
    const band = g * high + one;
    const low = g * band + two;
    one = g * high + band;
    two = g * band + low;
    // The band is as loud at its middle whatever its width.
    samples[i] = kind === "low" ? low : kind === "high" ? high : band * damping;
  }
}
