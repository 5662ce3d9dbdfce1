import { TAU } from "../../../shared/math/index.ts";

/** A shape that repeats. */
export type Wave = "sine" | "triangle" | "saw" | "square";

/** The sine of an angle in turns; its series up to the ninth power errs by 4e-6 at most, which is -108 dB. */
export function sineOf(turns: number): number {
  let t = turns - Math.floor(turns + 0.5);
  // Folded to a quarter turn on either side, where the series is at its best.
  if (t > 0.25) t = 0.5 - t;
  else if (t < -0.25) t = -0.5 - t;
  const x = t * TAU;
  const xx = x * x;
  return x * (1 - (xx / 6) * (1 - (xx / 20) * (1 - (xx / 42) * (1 - xx / 72))));
}

/** Rounds the jump of a saw over the two samples around it, so that it does not whistle (PolyBLEP, Välimäki 2005). */
function smoothJump(phase: number, step: number): number {
  if (phase < step) {
    const t = phase / step;
    return t + t - t * t - 1;
  }
  if (phase > 1 - step) {
    const t = (phase - 1) / step;
    return t * t + t + t + 1;
  }
  return 0;
}

/**
 * A wave at a place within its period.
 * @param phase 0..1
 * @param step part of a period that a sample takes
 */
export function waveAt(wave: Wave, phase: number, step: number): number {
  switch (wave) {
    case "sine":
      return sineOf(phase);
    case "triangle":
      return 1 - 4 * Math.abs(((phase + 0.25) % 1) - 0.5);
    case "saw":
      return 2 * phase - 1 - smoothJump(phase, step);
    case "square":
      return (phase < 0.5 ? 1 : -1) + smoothJump(phase, step) - smoothJump((phase + 0.5) % 1, step);
  }
}
