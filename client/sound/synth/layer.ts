import type { Random } from "../../../shared/math/index.ts";
import { type Filter, filterOver } from "./filter.ts";
import { shrinkOf } from "./slide.ts";
import { fillTone, type Tone } from "./tone.ts";
import { sineOf } from "./wave.ts";

/** One of the things that sound together in a recipe. Times in seconds, pitches in Hz. */
export interface Layer {
  readonly tone: Tone;
  /** Beside the other layers. */
  readonly gain: number;
  /** When it begins; 0 when left out. */
  readonly at?: number;
  /** Until it is at its loudest; a thousandth of a second when left out. */
  readonly attack?: number;
  /** How long it stays there; 0 when left out. */
  readonly hold?: number;
  /** Until it has faded by 60 dB. */
  readonly decay: number;
  readonly filter?: Filter;
  /** Beats per second and depth 0..1 of a trembling loudness. */
  readonly tremble?: { readonly hz: number; readonly depth: number };
  /** Overdrive: 0 none, 1 warm, 4 dirty. */
  readonly drive?: number;
}

const SHORTEST_ATTACK = 0.001;

/** How long a layer sounds from the beginning of its recipe, in seconds. */
export function layerSeconds({ at = 0, attack = SHORTEST_ATTACK, hold = 0, decay }: Layer): number {
  return at + attack + hold + decay;
}

/** Overdrive that keeps full loudness full. */
function overdrive(sample: number, drive: number): number {
  const hot = sample * (1 + drive);
  return (hot / (1 + Math.abs(hot) * drive)) * (1 + (drive * drive) / (1 + drive));
}

/**
 * Adds a layer to what is in `out` already.
 * @param pitch factor on the pitch of its wave; filters stay where they are
 * @param begin sample at which the recipe begins; what goes beyond the end comes in again at the start, as in a loop
 */
export function mixLayer(
  out: Float32Array,
  layer: Layer,
  rate: number,
  random: Random,
  { pitch = 1, gain = 1, begin = 0 }: { pitch?: number; gain?: number; begin?: number } = {},
): void {
  const { tone, at = 0, attack = SHORTEST_ATTACK, hold = 0, decay, filter, tremble, drive = 0 } = layer;
  const whole = attack + hold + decay;
  const samples = new Float64Array(Math.ceil(whole * rate));
  fillTone(samples, tone, pitch, whole, rate, random);
  if (filter !== undefined) filterOver(samples, filter, whole, rate);
  const rise = 1 / Math.max(1, attack * rate);
  const fallsFrom = Math.round((attack + hold) * rate);
  const shrink = shrinkOf(decay, rate);
  let level = 0;
  let place = (begin + Math.round(at * rate)) % out.length;
  for (let i = 0; i < samples.length; i++) {
    if (i > fallsFrom) level *= shrink;
    else level = Math.min(1, i * rise);
    let sample = samples[i]!;
    if (drive > 0) sample = overdrive(sample, drive);
    if (tremble !== undefined)
      sample *= 1 - tremble.depth * (0.5 - 0.5 * sineOf((i / rate) * tremble.hz + 0.25));
    out[place] = out[place]! + sample * level * layer.gain * gain;
    place = place + 1 === out.length ? 0 : place + 1;
  }
}
