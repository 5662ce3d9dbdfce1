import type { Recipe } from "../synth/index.ts";
import { LOUD, NEAR } from "./kinds.ts";

/** What weapons say. Each is told from the others with closed eyes. */
export const WEAPONS = {
  /** Heard seven times a second: short, round, easy on the ear. */
  pulseShot: {
    ...LOUD,
    ...{ peak: 0.5, hall: 0.2 },
    layers: [
      { tone: { wave: "triangle", from: 820, to: 190, within: 0.11 }, gain: 0.7, decay: 0.13 },
      {
        tone: { wave: "noise" },
        gain: 0.6,
        decay: 0.035,
        filter: { kind: "band", from: 2600, to: 900, q: 0.8 },
      },
      { tone: { wave: "sine", from: 190, to: 70, within: 0.08 }, gain: 0.7, decay: 0.1 },
    ],
  },
  /** Three of these in a pull: dry cracks. */
  burstShot: {
    ...LOUD,
    peak: 0.6,
    layers: [
      {
        tone: { wave: "noise" },
        gain: 1,
        decay: 0.06,
        drive: 0.8,
        filter: { kind: "band", from: 3200, to: 1100, q: 0.7 },
      },
      {
        tone: { wave: "saw", from: 430, to: 105, within: 0.06 },
        gain: 0.45,
        decay: 0.07,
        filter: { kind: "low", from: 2600, to: 600 },
      },
      { tone: { wave: "sine", from: 220, to: 80, within: 0.06 }, gain: 0.8, decay: 0.08 },
    ],
  },
  /** A boom, and the pump that follows it. */
  scatterShot: {
    ...LOUD,
    peak: 0.82,
    layers: [
      {
        tone: { wave: "noise" },
        gain: 0.9,
        decay: 0.28,
        drive: 1.2,
        filter: { kind: "low", from: 4800, to: 420, within: 0.25 },
      },
      { tone: { wave: "sine", from: 150, to: 42, within: 0.14 }, gain: 1, decay: 0.26 },
      { tone: { wave: "noise" }, gain: 0.5, decay: 0.08, filter: { kind: "band", from: 1900, q: 1.2 } },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.28, at: 0.26, decay: 0.035 },
        filter: { kind: "band", from: 1500, q: 2 },
      },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.34, at: 0.34, decay: 0.04 },
        filter: { kind: "band", from: 1000, q: 2 },
      },
    ],
  },
  /** Climbs for as long as the trigger has to be held. */
  railCharge: {
    ...LOUD,
    ...{ peak: 0.34, hall: 0.15, spread: 0, gapMs: 120 },
    layers: [
      {
        tone: { wave: "saw", from: 82, to: 460, within: 1.5 },
        ...{ gain: 0.4, attack: 0.52, hold: 0.04, decay: 0.09 },
        filter: { kind: "low", from: 300, to: 3200, within: 1.8, q: 1.6 },
        tremble: { hz: 26, depth: 0.4 },
      },
      {
        tone: {
          wave: "sine",
          ...{ from: 330, to: 1500, within: 1.5 },
          fm: { ratio: 1.005, depth: 0.1, decay: 2 },
        },
        ...{ gain: 0.3, attack: 0.55, hold: 0.02, decay: 0.08 },
      },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.16, attack: 0.55, hold: 0.02, decay: 0.06 },
        filter: { kind: "band", from: 800, to: 5000, within: 1.4, q: 2 },
      },
    ],
  },
  /** Tears the air; the hall answers. */
  railShot: {
    ...LOUD,
    ...{ peak: 0.88, hall: 0.5, spread: 0.02 },
    layers: [
      {
        tone: { wave: "saw", from: 1900, to: 85, within: 0.16 },
        ...{ gain: 0.55, decay: 0.36, drive: 1.5 },
        filter: { kind: "low", from: 6500, to: 380, within: 0.3 },
      },
      { tone: { wave: "noise" }, gain: 0.6, decay: 0.13, filter: { kind: "high", from: 3000 } },
      { tone: { wave: "sine", from: 120, to: 38, within: 0.2 }, gain: 1, decay: 0.42 },
      {
        tone: { wave: "sine", from: 622, fm: { ratio: 1.41, depth: 0.5, decay: 0.4 } },
        ...{ gain: 0.22, at: 0.02, decay: 0.5 },
      },
    ],
  },
  /** A thump from a tube. */
  launcherShot: {
    ...LOUD,
    peak: 0.8,
    layers: [
      { tone: { wave: "sine", from: 260, to: 58, within: 0.08 }, gain: 1, decay: 0.2 },
      { tone: { wave: "triangle", from: 138, to: 92, within: 0.1 }, gain: 0.7, attack: 0.006, decay: 0.16 },
      { tone: { wave: "noise" }, gain: 0.9, decay: 0.14, filter: { kind: "low", from: 2600, to: 300 } },
      { tone: { wave: "noise" }, gain: 0.35, decay: 0.025, filter: { kind: "band", from: 900, q: 2 } },
    ],
  },
  /** Set down, and something inside begins to wind up. */
  minePlaced: {
    ...NEAR,
    peak: 0.4,
    layers: [
      { tone: { wave: "noise" }, gain: 0.8, decay: 0.045, filter: { kind: "band", from: 720, q: 1.2 } },
      { tone: { wave: "sine", from: 190, to: 85, within: 0.07 }, gain: 0.9, decay: 0.1 },
      {
        tone: { wave: "saw", from: 290, to: 520, within: 0.3 },
        ...{ gain: 0.2, at: 0.08, attack: 0.03, decay: 0.14 },
        filter: { kind: "low", from: 1500 },
      },
    ],
  },
  /** Two short tones: from now on it bites. */
  mineArmed: {
    ...NEAR,
    ...{ peak: 0.3, spread: 0 },
    layers: [
      { tone: { wave: "triangle", from: 880 }, gain: 0.7, attack: 0.003, decay: 0.08 },
      { tone: { wave: "triangle", from: 1174.66 }, gain: 0.8, at: 0.09, attack: 0.003, decay: 0.12 },
    ],
  },
  /** The blink before the bang. */
  mineTriggered: {
    ...NEAR,
    ...{ peak: 0.28, spread: 0 },
    layers: [
      { tone: { wave: "square", from: 1760 }, gain: 0.4, decay: 0.05, filter: { kind: "low", from: 3800 } },
      {
        tone: { wave: "square", from: 2093 },
        ...{ gain: 0.4, at: 0.045, decay: 0.07 },
        filter: { kind: "low", from: 3800 },
      },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;
