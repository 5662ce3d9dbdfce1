import { createRandom, type Random } from "../../../shared/math/index.ts";

/** Seeded chance with what a fuzzer throws most. */
export interface Dice extends Random {
  /** True with a probability of 0..1. */
  chance(probability: number): boolean;
  /** Random bytes. */
  bytes(length: number): Buffer;
  byte(): number;
  /** A whole number of up to 32 bits that lies on or beside an edge more often than chance would have it. */
  edge(): number;
  /** A copy with a few bytes changed, taken out, doubled or cut off. */
  mutate(bytes: Uint8Array): Buffer;
}

/** Where parsers break: the ends of every width, and one beside them. */
const EDGES = [
  0, 1, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff,
];

export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  const byte = (): number => random.int(256);
  const bytes = (length: number): Buffer => {
    const made = Buffer.alloc(length);
    for (let i = 0; i < length; i++) made[i] = byte();
    return made;
  };
  const chance = (probability: number): boolean => random.next() < probability;
  return {
    ...random,
    chance,
    byte,
    bytes,
    edge: () => (chance(0.7) ? (random.pick(EDGES) + random.int(3) - 1) >>> 0 : random.int(0x100000000)),
    mutate(original) {
      let mutant = Buffer.from(original);
      for (let left = 1 + random.int(3); left > 0; left--) {
        const at = random.int(mutant.length + 1);
        const change = random.int(4);
        if (change === 0 && at < mutant.length) mutant[at] = byte();
        else if (change === 1)
          mutant = Buffer.concat([mutant.subarray(0, at), bytes(1 + random.int(4)), mutant.subarray(at)]);
        else if (change === 2)
          mutant = Buffer.concat([mutant.subarray(0, at), mutant.subarray(at + 1 + random.int(4))]);
        else mutant = mutant.subarray(0, at);
      }
      return mutant;
    },
  };
}
