import type { Reshape } from "./shape.ts";

/** Names of the networks that the laboratory knows, from the best to the worst. */
export const PROFILE_NAMES = ["lan", "cable", "wifi-busy", "mobile-4g", "transatlantic", "train"] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** A network by name. */
export interface Profile {
  /** For people who choose one. */
  readonly says: string;
  readonly shape: Reshape;
}

/** Bytes a second of so many megabits a second. */
const megabits = (count: number): number => (count * 1_000_000) / 8;

/** Where each figure comes from, and which ones we chose ourselves: docs/netlab.md, "Profiles". */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  lan: {
    says: "two machines in one room",
    shape: { delayMs: 0.5, jitterMs: 1 },
  },
  cable: {
    says: "a good line at home, the server in the same country",
    shape: {
      delayMs: 14,
      jitterMs: 4,
      loss: 0.001,
      queue: 64_000,
      down: { rate: megabits(5) },
      up: { rate: megabits(1) },
    },
  },
  "wifi-busy": {
    says: "wireless in a full house: late by fits and starts",
    shape: {
      delayMs: 14,
      jitterMs: 33,
      loss: 0.02,
      queue: 64_000,
      rate: megabits(5),
      stalls: { everyMs: 8000, leastMs: 60, mostMs: 150 },
    },
  },
  "mobile-4g": {
    says: "a phone with a good signal",
    shape: {
      delayMs: 35,
      jitterMs: 20,
      loss: 0.01,
      queue: 128_000,
      rate: megabits(12),
      stalls: { everyMs: 15_000, leastMs: 80, mostMs: 250 },
    },
  },
  transatlantic: {
    says: "the server on the other side of the ocean",
    shape: { delayMs: 50, jitterMs: 10, loss: 0.01, queue: 64_000, rate: megabits(5) },
  },
  train: {
    says: "a phone on a fast train: it hangs, bursts, and breaks off",
    shape: {
      delayMs: 60,
      jitterMs: 40,
      loss: 0.05,
      queue: 64_000,
      down: { rate: megabits(1.6) },
      up: { rate: megabits(0.768) },
      stalls: { everyMs: 8000, leastMs: 300, mostMs: 1200 },
      cuts: { everyMs: 60_000, leastMs: 200, mostMs: 800 },
    },
  },
};

/** @throws RangeError that says which names there are */
export function profileNamed(name: string): Profile {
  const known = PROFILE_NAMES.find((each) => each === name);
  if (known === undefined) throw new RangeError(`there is no network "${name}"; ${PROFILE_NAMES.join(", ")}`);
  return PROFILES[known];
}
