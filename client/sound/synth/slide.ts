/** Something that moves from a value to another one, quickly first: the way of everything that is struck. */
export interface Slide {
  readonly from: number;
  /** Where it goes; left out, it stays. */
  readonly to?: number;
  /** Seconds until all but a thousandth of the way is gone; left out, as long as the layer sounds. */
  readonly within?: number;
}

/** The natural logarithm of 1000: 60 dB in time constants. */
const SIXTY_DB = 6.907755278982137;

/** The factor by which something shrinks with each sample that is to lose 60 dB within so many seconds. */
export function shrinkOf(seconds: number, rate: number): number {
  return 1 - Math.min(1, SIXTY_DB / Math.max(1, seconds * rate));
}
