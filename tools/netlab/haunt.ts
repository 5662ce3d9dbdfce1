import type { Random } from "../../shared/math/index.ts";
import { type Mishap, nextMishap, type Shape } from "./shape.ts";

/** What can befall a link, each for so many ms. */
export interface Befall {
  stall(ms: number): void;
  cut(ms: number): void;
}

/**
 * Lets the mishaps of a shape befall a link again and again.
 * @returns the way to end that
 */
export function haunt({ stalls, cuts }: Shape, befall: Befall, random: Random): () => void {
  const timers = new Map<Mishap, ReturnType<typeof setTimeout>>();
  const wait = (mishap: Mishap, strike: (ms: number) => void): void => {
    const next = nextMishap(mishap, random);
    const timer = setTimeout(() => {
      strike(next.for);
      wait(mishap, strike);
    }, next.in);
    timers.set(mishap, timer.unref());
  };
  if (stalls !== null) wait(stalls, befall.stall);
  if (cuts !== null) wait(cuts, befall.cut);
  return () => {
    for (const timer of timers.values()) clearTimeout(timer);
  };
}
