import type { Recipe } from "../synth/index.ts";
import { COCKPIT, LOUD, NEAR } from "./kinds.ts";

/** What shots do, and what drones do in a fight. */
export const FIGHT = {
  /** Concrete: a dry tick and a short ricochet. */
  impactWall: {
    ...NEAR,
    peak: 0.24,
    layers: [
      {
        tone: { wave: "noise" },
        gain: 0.9,
        decay: 0.055,
        filter: { kind: "band", from: 3200, to: 1300, q: 1 },
      },
      {
        tone: {
          wave: "sine",
          ...{ from: 1900, to: 1250, within: 0.1 },
          fm: { ratio: 1.71, depth: 0.2, decay: 0.08 },
        },
        ...{ gain: 0.25, decay: 0.09 },
      },
    ],
  },
  /** Metal: whoever is hit is hollow. */
  impactDrone: {
    ...NEAR,
    peak: 0.4,
    layers: [
      {
        tone: { wave: "sine", from: 520, fm: { ratio: 2.76, depth: 0.35, decay: 0.1 } },
        ...{ gain: 0.6, decay: 0.12 },
      },
      { tone: { wave: "noise" }, gain: 0.6, decay: 0.05, filter: { kind: "band", from: 1900, q: 1 } },
      { tone: { wave: "sine", from: 160, to: 80, within: 0.05 }, gain: 0.7, decay: 0.08 },
    ],
  },
  grenadeBounce: {
    ...NEAR,
    peak: 0.34,
    layers: [
      {
        tone: { wave: "sine", from: 372, fm: { ratio: 1.59, depth: 0.4, decay: 0.1 } },
        ...{ gain: 0.6, decay: 0.13 },
      },
      { tone: { wave: "noise" }, gain: 0.5, decay: 0.03, filter: { kind: "band", from: 1200, q: 1.2 } },
    ],
  },
  /** The largest thing that is heard: a crack, a fireball, a floor that moves. */
  blast: {
    ...LOUD,
    ...{ peak: 0.95, hall: 0.5, gapMs: 40 },
    layers: [
      { tone: { wave: "noise" }, gain: 0.5, decay: 0.06, filter: { kind: "high", from: 2200 } },
      {
        tone: { wave: "noise" },
        ...{ gain: 1, decay: 0.75, drive: 1.6 },
        filter: { kind: "low", from: 3400, to: 150, within: 0.6 },
      },
      { tone: { wave: "sine", from: 105, to: 30, within: 0.35 }, gain: 1.1, decay: 0.7 },
      {
        tone: { wave: "noise" },
        gain: 0.5,
        at: 0.05,
        decay: 0.5,
        filter: { kind: "band", from: 420, to: 110, q: 1 },
      },
    ],
  },
  dash: {
    ...NEAR,
    ...{ peak: 0.26, gapMs: 90 },
    layers: [
      {
        tone: { wave: "noise" },
        ...{ gain: 0.9, attack: 0.025, decay: 0.2 },
        filter: { kind: "band", from: 420, to: 2600, within: 0.2, q: 1.3 },
      },
      {
        tone: { wave: "sine", from: 130, to: 330, within: 0.2 },
        gain: 0.35,
        attack: 0.012,
        decay: 0.15,
      },
    ],
  },
  /** A drone comes apart: the bang, and three pieces that land. */
  destroyed: {
    ...LOUD,
    ...{ peak: 0.72, gapMs: 60 },
    layers: [
      {
        tone: { wave: "noise" },
        ...{ gain: 0.9, decay: 0.42, drive: 1 },
        filter: { kind: "low", from: 5200, to: 240, within: 0.35 },
      },
      {
        tone: { wave: "saw", from: 620, to: 55, within: 0.3 },
        ...{ gain: 0.4, decay: 0.32 },
        filter: { kind: "low", from: 1900, to: 300 },
      },
      { tone: { wave: "sine", from: 130, to: 40, within: 0.2 }, gain: 0.8, decay: 0.3 },
      {
        tone: { wave: "sine", from: 740, fm: { ratio: 2.4, depth: 0.5, decay: 0.1 } },
        ...{ gain: 0.2, at: 0.12, decay: 0.12 },
      },
      {
        tone: { wave: "sine", from: 530, fm: { ratio: 2.4, depth: 0.5, decay: 0.1 } },
        ...{ gain: 0.17, at: 0.21, decay: 0.12 },
      },
      {
        tone: { wave: "sine", from: 392, fm: { ratio: 2.4, depth: 0.5, decay: 0.1 } },
        ...{ gain: 0.14, at: 0.33, decay: 0.14 },
      },
    ],
  },
  /** The picture says that it hit: thin, for it may be wrong. */
  hitSeen: {
    ...COCKPIT,
    ...{ peak: 0.13, gapMs: 45 },
    layers: [
      { tone: { wave: "sine", from: 1760 }, gain: 0.6, decay: 0.035 },
      { tone: { wave: "noise" }, gain: 0.3, decay: 0.012, filter: { kind: "band", from: 4200, q: 1.4 } },
    ],
  },
  /** The server says so: thick. */
  hitConfirmed: {
    ...COCKPIT,
    ...{ peak: 0.6, gapMs: 45 },
    layers: [
      { tone: { wave: "triangle", from: 760, to: 390, within: 0.04 }, gain: 1, decay: 0.09 },
      { tone: { wave: "noise" }, gain: 0.5, decay: 0.02, filter: { kind: "band", from: 2600, q: 1 } },
      { tone: { wave: "sine", from: 210, to: 105, within: 0.05 }, gain: 0.45, decay: 0.07 },
    ],
  },
  /** The own kill: a blow, and a fifth that opens. */
  kill: {
    ...COCKPIT,
    ...{ peak: 0.46, hall: 0.3, spread: 0 },
    layers: [
      { tone: { wave: "sine", from: 150, to: 58, within: 0.08 }, gain: 0.9, decay: 0.16 },
      { tone: { wave: "triangle", from: 587.33 }, gain: 0.6, attack: 0.003, decay: 0.16 },
      { tone: { wave: "triangle", from: 880 }, gain: 0.6, at: 0.075, attack: 0.003, decay: 0.32 },
      {
        tone: { wave: "sine", from: 1760, fm: { ratio: 3.5, depth: 0.1, decay: 0.1 } },
        ...{ gain: 0.16, at: 0.075, decay: 0.28 },
      },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;
