/**
 * A range cut into equal steps: what a field of `bits` bits can hold.
 * Both sides round to it inside the shared step, so the wire loses nothing and prediction equals authority.
 */
export interface Lattice {
  readonly min: number;
  readonly max: number;
  readonly bits: 8 | 16;
}

/**
 * The nearest value that the lattice holds; values outside are clamped and NaN becomes `min`.
 * Same formula as `t.quantized` of @colyseus/schema 5 (src/types/quantize.ts), same bits out;
 * a range that is symmetric around 0 gives up one step so that 0 stays exact.
 */
export function snap(lattice: Lattice, value: number): number {
  const { min, max } = lattice;
  const span = 2 ** lattice.bits - (min === -max ? 2 : 1);
  const inside = value > min ? Math.min(value, max) : min;
  const step = Math.floor(((inside - min) / (max - min)) * span + 0.5);
  return min + (step / span) * (max - min);
}
