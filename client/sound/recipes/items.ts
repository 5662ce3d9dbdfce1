import { hz, type Recipe } from "../synth/index.ts";
import { NEAR } from "./kinds.ts";

const TAKEN = { ...NEAR, hall: 0.16, spread: 0, gapMs: 60 } as const;

/** What is taken. */
export const ITEMS = {
  healthTaken: {
    ...TAKEN,
    peak: 0.2,
    layers: [
      { tone: { wave: "triangle", from: hz(69) }, gain: 0.5, attack: 0.004, decay: 0.16 },
      { tone: { wave: "triangle", from: hz(74) }, gain: 0.5, at: 0.06, attack: 0.004, decay: 0.18 },
      { tone: { wave: "triangle", from: hz(77) }, gain: 0.55, at: 0.12, attack: 0.004, decay: 0.3 },
    ],
  },
  platingTaken: {
    ...TAKEN,
    peak: 0.32,
    layers: [
      {
        tone: { wave: "sine", from: hz(69), fm: { ratio: 2, depth: 0.3, decay: 0.2 } },
        gain: 0.5,
        decay: 0.28,
      },
      {
        tone: { wave: "sine", from: hz(76), fm: { ratio: 2.01, depth: 0.3, decay: 0.2 } },
        ...{ gain: 0.4, at: 0.08, decay: 0.3 },
      },
      { tone: { wave: "noise" }, gain: 0.5, decay: 0.04, filter: { kind: "band", from: 1500, q: 1.4 } },
      { tone: { wave: "sine", from: 220, to: 110, within: 0.08 }, gain: 0.5, decay: 0.12 },
    ],
  },
  overclockTaken: {
    ...TAKEN,
    peak: 0.26,
    layers: [
      {
        tone: { wave: "saw", from: hz(50), to: hz(74), within: 0.9 },
        ...{ gain: 0.4, attack: 0.02, hold: 0.2, decay: 0.3 },
        filter: { kind: "low", from: 500, to: 4200, within: 0.5, q: 1.2 },
        tremble: { hz: 19, depth: 0.6 },
      },
      { tone: { wave: "triangle", from: hz(74) }, gain: 0.3, at: 0.18, attack: 0.004, decay: 0.3 },
      { tone: { wave: "triangle", from: hz(81) }, gain: 0.3, at: 0.26, attack: 0.004, decay: 0.34 },
    ],
  },
  ammoTaken: {
    ...TAKEN,
    peak: 0.48,
    layers: [
      { tone: { wave: "noise" }, gain: 0.7, decay: 0.03, filter: { kind: "band", from: 2000, q: 2 } },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.7, at: 0.055, decay: 0.03 },
        filter: { kind: "band", from: 1800, q: 2 },
      },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.8, at: 0.11, decay: 0.04 },
        filter: { kind: "band", from: 1500, q: 1.6 },
      },
      { tone: { wave: "sine", from: 260, to: 170, within: 0.05 }, gain: 0.5, at: 0.11, decay: 0.09 },
    ],
  },
  /** Of all weapons; the pitch says which. */
  weaponTaken: {
    ...TAKEN,
    peak: 0.5,
    layers: [
      { tone: { wave: "noise" }, gain: 0.7, decay: 0.05, filter: { kind: "band", from: 850, q: 1.2 } },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.8, at: 0.075, decay: 0.045 },
        filter: { kind: "band", from: 2100, q: 1.6 },
      },
      { tone: { wave: "triangle", from: hz(62) }, gain: 0.5, at: 0.075, attack: 0.003, decay: 0.22 },
      { tone: { wave: "triangle", from: hz(69) }, gain: 0.3, at: 0.075, attack: 0.003, decay: 0.26 },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;
