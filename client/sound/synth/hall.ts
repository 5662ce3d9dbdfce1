/** The hall in which everything sounds: the same for all, which makes one family of them. */

/** Seconds of the ways of its echoes: four along the walls, two that blur them (after Schroeder, 1962). */
const ECHOES = [0.0253, 0.0297, 0.0341, 0.0379] as const;
const BLURS = [0.0051, 0.0017] as const;
const BLUR_GAIN = 0.5;
/** Part of the treble that each echo loses: the walls are of concrete, the air is of dust. */
const DUST = 0.45;

/** Adds an echo that feeds itself, darker each time, to `wet`. */
function addEcho(dry: Float64Array, wet: Float64Array, way: number, feedback: number): void {
  const line = new Float64Array(way);
  let at = 0;
  let dark = 0;
  for (let i = 0; i < dry.length; i++) {
    const heard = line[at]!;
    dark = heard * (1 - DUST) + dark * DUST;
    line[at] = dry[i]! + dark * feedback;
    at = at + 1 === way ? 0 : at + 1;
    wet[i] = wet[i]! + heard;
  }
}

/** Spreads each sample over many, in place, with all pitches as loud as before. */
function blur(wet: Float64Array, way: number): void {
  const line = new Float64Array(way);
  let at = 0;
  for (let i = 0; i < wet.length; i++) {
    const old = line[at]!;
    const into = wet[i]! + old * BLUR_GAIN;
    line[at] = into;
    at = at + 1 === way ? 0 : at + 1;
    wet[i] = old - into * BLUR_GAIN;
  }
}

/** Seconds of the end of a loop that are heard at its beginning, before the hall is silent. */
const REST_S = 4;

/**
 * Lays the hall over samples, in place.
 * @param wet how loud it is beside what sounds, 0..1
 * @param feedback of its echoes, 0..1: how long it rings
 * @param loop the samples are a loop, in which the end rings on at the beginning
 */
export function hallOver(
  samples: Float32Array,
  rate: number,
  { wet, feedback, loop = false }: { wet: number; feedback: number; loop?: boolean },
): void {
  const { length } = samples;
  const before = loop ? Math.min(length, Math.round(REST_S * rate)) : 0;
  const dry = new Float64Array(before + length);
  dry.set(samples.subarray(length - before));
  dry.set(samples, before);
  const answer = new Float64Array(dry.length);
  for (const seconds of ECHOES) addEcho(dry, answer, Math.round(seconds * rate), feedback);
  for (const seconds of BLURS) blur(answer, Math.round(seconds * rate));
  for (let i = 0; i < length; i++) samples[i] = samples[i]! + (answer[before + i]! / ECHOES.length) * wet;
}
