import { hz, type Recipe } from "../synth/index.ts";
import { COCKPIT, NEAR } from "./kinds.ts";

/** What the own drone goes through, as it is heard from the inside. */
export const OWN = {
  hurt: {
    ...COCKPIT,
    ...{ peak: 0.72, spread: 0.05, gapMs: 50 },
    layers: [
      { tone: { wave: "sine", from: 128, to: 48, within: 0.1 }, gain: 1, decay: 0.18 },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.7, decay: 0.11, drive: 1 },
        filter: { kind: "low", from: 2000, to: 220 },
      },
      {
        tone: { wave: "sine", from: 310, fm: { ratio: 1.37, depth: 0.5, decay: 0.06 } },
        gain: 0.5,
        decay: 0.08,
      },
    ],
  },
  /** Everything runs down. */
  death: {
    ...COCKPIT,
    ...{ peak: 0.74, hall: 0.5, gapMs: 400 },
    layers: [
      {
        tone: { wave: "saw", from: 233, to: 36, within: 0.7 },
        ...{ gain: 0.5, decay: 0.85 },
        filter: { kind: "low", from: 1700, to: 130, within: 0.7 },
      },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.8, decay: 0.5, drive: 1.2 },
        filter: { kind: "low", from: 2600, to: 120, within: 0.5 },
      },
      { tone: { wave: "sine", from: 84, to: 29, within: 0.4 }, gain: 1, decay: 0.8 },
    ],
  },
  platingBroken: {
    ...COCKPIT,
    ...{ peak: 0.5, hall: 0.25, gapMs: 300 },
    layers: [
      { tone: { wave: "noise" }, gain: 0.5, decay: 0.1, filter: { kind: "high", from: 3000 } },
      {
        tone: { wave: "sine", from: 1240, fm: { ratio: 1.83, depth: 0.6, decay: 0.2 } },
        ...{ gain: 0.4, decay: 0.22 },
      },
      {
        tone: { wave: "sine", from: 930, fm: { ratio: 1.83, depth: 0.6, decay: 0.2 } },
        ...{ gain: 0.35, at: 0.035, decay: 0.22 },
      },
      {
        tone: { wave: "sine", from: 611, fm: { ratio: 1.83, depth: 0.5, decay: 0.2 } },
        ...{ gain: 0.35, at: 0.075, decay: 0.25 },
      },
      { tone: { wave: "sine", from: 170, to: 70, within: 0.08 }, gain: 0.6, decay: 0.14 },
    ],
  },
  /** Little is left. Its overtones let small loudspeakers say it, too. */
  heartbeat: {
    ...COCKPIT,
    ...{ peak: 0.5, spread: 0, gapMs: 300 },
    layers: [
      { tone: { wave: "sine", from: 78, to: 46, within: 0.1 }, gain: 1, attack: 0.006, decay: 0.16 },
      {
        tone: { wave: "triangle", from: 156, to: 92, within: 0.08 },
        gain: 0.8,
        attack: 0.006,
        decay: 0.12,
      },
      {
        tone: { wave: "sine", from: 66, to: 42, within: 0.1 },
        ...{ gain: 0.75, at: 0.2, attack: 0.006, decay: 0.18 },
      },
      {
        tone: { wave: "triangle", from: 132, to: 84, within: 0.08 },
        ...{ gain: 0.6, at: 0.2, attack: 0.006, decay: 0.13 },
      },
    ],
  },
  overclockOver: {
    ...COCKPIT,
    ...{ peak: 0.2, spread: 0 },
    layers: [
      {
        tone: { wave: "saw", from: hz(74), to: hz(57), within: 0.4 },
        ...{ gain: 0.5, attack: 0.01, decay: 0.4 },
        filter: { kind: "low", from: 2400, to: 300 },
      },
    ],
  },
  reloadStart: {
    ...COCKPIT,
    peak: 0.36,
    layers: [
      { tone: { wave: "noise" }, gain: 0.8, decay: 0.04, filter: { kind: "band", from: 1400, q: 1.8 } },
      { tone: { wave: "sine", from: 280, to: 150, within: 0.05 }, gain: 0.5, decay: 0.07 },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.3, at: 0.07, attack: 0.02, decay: 0.07 },
        filter: { kind: "band", from: 900, to: 500, q: 1.5 },
      },
    ],
  },
  reloadDone: {
    ...COCKPIT,
    peak: 0.42,
    layers: [
      { tone: { wave: "noise" }, gain: 0.7, decay: 0.03, filter: { kind: "band", from: 2100, q: 1.6 } },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.9, at: 0.065, decay: 0.05 },
        filter: { kind: "band", from: 1150, q: 1.4 },
      },
      { tone: { wave: "sine", from: 240, to: 140, within: 0.05 }, gain: 0.6, at: 0.065, decay: 0.08 },
    ],
  },
  /** The trigger, and nothing behind it. */
  dryTrigger: {
    ...COCKPIT,
    ...{ peak: 0.24, gapMs: 90 },
    layers: [
      { tone: { wave: "noise" }, gain: 0.8, decay: 0.02, filter: { kind: "band", from: 2900, q: 2.4 } },
      { tone: { wave: "sine", from: 920, to: 640, within: 0.03 }, gain: 0.4, decay: 0.03 },
    ],
  },
  weaponDrawn: {
    ...COCKPIT,
    peak: 0.22,
    layers: [
      {
        tone: { wave: "noise" },
        ...{ gain: 0.6, attack: 0.02, decay: 0.07 },
        filter: { kind: "band", from: 1500, to: 2600, within: 0.1, q: 1.4 },
      },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.7, at: 0.075, decay: 0.03 },
        filter: { kind: "band", from: 1300, q: 2 },
      },
    ],
  },
  /** Lamps go on; everybody's, the own one louder. */
  respawn: {
    ...NEAR,
    ...{ peak: 0.24, hall: 0.4, spread: 0, gapMs: 200 },
    layers: [
      { tone: { wave: "sine", from: hz(50), to: hz(62), within: 0.4 }, gain: 0.5, attack: 0.06, decay: 0.4 },
      { tone: { wave: "triangle", from: hz(69) }, gain: 0.3, at: 0.06, attack: 0.05, decay: 0.45 },
      { tone: { wave: "triangle", from: hz(74) }, gain: 0.3, at: 0.13, attack: 0.05, decay: 0.5 },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.25, attack: 0.16, decay: 0.25 },
        filter: { kind: "band", from: 500, to: 3000, within: 0.5, q: 1.2 },
      },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;
