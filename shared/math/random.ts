/** A seeded stream of numbers. Two streams with one seed are the same stream, on every engine. */
export interface Random {
  /** The next number in 0..1, 1 excluded. */
  next(): number;
  /** A whole number in 0..`below` - 1. */
  int(below: number): number;
  /** A number in `min`..`max`. */
  range(min: number, max: number): number;
  /** A bell-shaped number around 0 with standard deviation 1 (sum of twelve uniforms, within ±6). */
  bell(): number;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

/**
 * Mixes up to four 32-bit numbers into one, for chance that both sides must agree on without sharing a stream
 * (the spread of a shot from the match seed and the shot's number). The finisher of MurmurHash3 (Appleby, public domain).
 */
export function hash32(a: number, b = 0, c = 0, d = 0): number {
  let h = 0x9e3779b9;
  h = scramble(h ^ (a | 0));
  h = scramble(h ^ (b | 0));
  h = scramble(h ^ (c | 0));
  h = scramble(h ^ (d | 0));
  return h >>> 0;
}

function scramble(h: number): number {
  let v = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  v = Math.imul(v ^ (v >>> 13), 0xc2b2ae35);
  return v ^ (v >>> 16);
}

/** Starts a stream (mulberry32 by Tommy Ettinger, public domain: 32 bits of state, period 2^32). */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let v = Math.imul(state ^ (state >>> 15), 1 | state);
    v = (v + Math.imul(v ^ (v >>> 7), 61 | v)) ^ v;
    return ((v ^ (v >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    int: (below) => Math.floor(next() * below),
    range: (min, max) => min + (max - min) * next(),
    bell: () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += next();
      return sum;
    },
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new RangeError("pick needs a list that is not empty");
      return item;
    },
  };
}
