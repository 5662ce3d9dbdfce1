/** Ticks per second of the simulation. One input is one tick; the server advertises this rate to its clients. */
export const TICK_HZ = 60;

/** Seconds that one tick lasts. */
export const TICK_S = 1 / TICK_HZ;

/** Milliseconds that one tick lasts. */
export const TICK_MS = 1000 / TICK_HZ;

/** A length of time in whole ticks. */
export function seconds(s: number): number {
  return Math.round(s * TICK_HZ);
}
