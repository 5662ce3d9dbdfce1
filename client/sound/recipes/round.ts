import { hz, type Recipe } from "../synth/index.ts";
import { horns, SIGNAL } from "./kinds.ts";

/** What the clock of the round says, and the link to it. */
export const ROUND = {
  countdown: {
    ...SIGNAL,
    ...{ peak: 0.25, hall: 0.2 },
    layers: [
      { tone: { wave: "triangle", from: hz(69) }, gain: 0.7, attack: 0.003, hold: 0.04, decay: 0.14 },
      { tone: { wave: "sine", from: hz(57) }, gain: 0.4, attack: 0.003, decay: 0.12 },
    ],
  },
  go: {
    ...SIGNAL,
    peak: 0.21,
    layers: [
      { tone: { wave: "triangle", from: hz(74) }, gain: 0.5, attack: 0.003, hold: 0.12, decay: 0.35 },
      { tone: { wave: "triangle", from: hz(81) }, gain: 0.5, attack: 0.003, hold: 0.12, decay: 0.4 },
      { tone: { wave: "sine", from: hz(50) }, gain: 0.6, attack: 0.003, decay: 0.3 },
    ],
  },
  /** Ends on the major third, the only one in the house. */
  roundWon: {
    ...SIGNAL,
    ...{ peak: 0.6, hall: 0.4, gapMs: 1000 },
    layers: [
      ...horns([62, 0, 0.22], [69, 0.15, 0.22], [74, 0.3, 0.24]),
      ...horns([62, 0.48, 1.2], [69, 0.48, 1.2], [74, 0.48, 1.3], [78, 0.48, 1.4]),
      { tone: { wave: "sine", from: hz(38) }, gain: 0.7, at: 0.48, attack: 0.01, decay: 1.1 },
    ],
  },
  roundLost: {
    ...SIGNAL,
    ...{ peak: 0.5, hall: 0.4, gapMs: 1000 },
    layers: [
      ...horns([69, 0, 0.3], [65, 0.22, 0.3], [62, 0.44, 0.34]),
      ...horns([50, 0.7, 1.1], [57, 0.7, 1.1]),
      { tone: { wave: "sine", from: hz(38), to: hz(36), within: 1 }, gain: 0.7, at: 0.7, decay: 1.1 },
    ],
  },
  /** For those who took no part, and where nobody has won. */
  roundOver: {
    ...SIGNAL,
    ...{ peak: 0.3, hall: 0.4, gapMs: 1000 },
    layers: horns([57, 0, 0.4], [62, 0.2, 1.1], [69, 0.2, 1.1]),
  },
  vote: {
    ...SIGNAL,
    ...{ bus: "interface", peak: 0.24, hall: 0.12, gapMs: 60 },
    layers: [
      { tone: { wave: "triangle", from: hz(74) }, gain: 0.6, attack: 0.002, decay: 0.08 },
      { tone: { wave: "noise" }, gain: 0.3, decay: 0.015, filter: { kind: "band", from: 2600, q: 1.6 } },
    ],
  },
  linkLost: {
    ...SIGNAL,
    ...{ bus: "interface", peak: 0.28, gapMs: 800 },
    layers: horns([69, 0, 0.2], [63, 0.16, 0.2], [57, 0.32, 0.5]),
  },
  linkBack: {
    ...SIGNAL,
    ...{ bus: "interface", peak: 0.28, gapMs: 800 },
    layers: horns([57, 0, 0.18], [62, 0.13, 0.18], [69, 0.26, 0.45]),
  },
} as const satisfies Readonly<Record<string, Recipe>>;
