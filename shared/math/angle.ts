/** A full turn in radians. */
export const TAU = Math.PI * 2;

/** `v` limited to `min`..`max`. */
export function clamp(v: number, min: number, max: number): number {
  return v < min ? min : Math.min(v, max);
}

/** Sine on ±π/4 by its Taylor series; the first term left out stays below 2e-9 there. */
function sineKernel(x: number): number {
  const z = x * x;
  return x * (1 + z * (-1 / 6 + z * (1 / 120 + z * (-1 / 5040 + z * (1 / 362880)))));
}

/** Cosine on ±π/4 by its Taylor series; the first term left out stays below 3e-8 there. */
function cosineKernel(x: number): number {
  const z = x * x;
  return 1 + z * (-1 / 2 + z * (1 / 24 + z * (-1 / 720 + z * (1 / 40320))));
}

/**
 * The unit vector of an angle, bit-identical on every engine (Math.sin and Math.cos are not: ECMA-262 §21.3.2
 * calls them implementation-approximated). Writes into `out` so that the hot path allocates nothing.
 * @param angle radians, any finite value
 */
export function directionOf(angle: number, out: { x: number; y: number }): { x: number; y: number } {
  const quarter = Math.floor(angle / (Math.PI / 2) + 0.5);
  const rest = angle - quarter * (Math.PI / 2);
  const sin = sineKernel(rest);
  const cos = cosineKernel(rest);
  switch (((quarter % 4) + 4) % 4) {
    case 0:
      out.x = cos;
      out.y = sin;
      break;
    case 1:
      out.x = -sin;
      out.y = cos;
      break;
    case 2:
      out.x = -cos;
      out.y = -sin;
      break;
    default:
      out.x = sin;
      out.y = -cos;
  }
  return out;
}

/**
 * The angle of a vector in 0..2π. Uses Math.atan2, so two engines may differ in the last bit:
 * for aiming and drawing, never inside the shared step.
 */
export function angleTo(dx: number, dy: number): number {
  const angle = Math.atan2(dy, dx);
  return angle < 0 ? angle + TAU : angle;
}

/** The shortest turn from one angle to another, in -π..π. */
export function turnBetween(from: number, to: number): number {
  const turn = (to - from) % TAU;
  if (turn > Math.PI) return turn - TAU;
  if (turn < -Math.PI) return turn + TAU;
  return turn;
}
