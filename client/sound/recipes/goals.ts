import { hz, type Recipe } from "../synth/index.ts";
import { bells, horns, SIGNAL } from "./kinds.ts";

/** What the mode is about. What goes up is good for the own team. */
export const GOALS = {
  zoneWon: {
    ...SIGNAL,
    peak: 0.22,
    layers: horns([62, 0, 0.2], [69, 0.12, 0.5]),
  },
  zoneLost: {
    ...SIGNAL,
    peak: 0.26,
    layers: horns([65, 0, 0.2], [57, 0.12, 0.5]),
  },
  zoneMoved: {
    ...SIGNAL,
    peak: 0.24,
    layers: [
      { tone: { wave: "sine", from: hz(57), to: hz(69), within: 0.4 }, gain: 0.5, attack: 0.04, decay: 0.4 },
      { tone: { wave: "sine", from: hz(62), to: hz(74), within: 0.4 }, gain: 0.4, at: 0.16, decay: 0.4 },
      {
        tone: { wave: "noise" },
        ...{ gain: 0.2, attack: 0.08, decay: 0.3 },
        filter: { kind: "band", from: 600, to: 2400, within: 0.4, q: 1.5 },
      },
    ],
  },
  packetTaken: {
    ...SIGNAL,
    peak: 0.22,
    layers: [...horns([74, 0, 0.16]), ...horns([77, 0.09, 0.36])],
  },
  /** An alarm, twice. */
  packetStolen: {
    ...SIGNAL,
    peak: 0.28,
    layers: horns([72, 0, 0.16], [66, 0.13, 0.18], [72, 0.3, 0.16], [66, 0.43, 0.34]),
  },
  packetDropped: {
    ...SIGNAL,
    peak: 0.4,
    layers: [
      { tone: { wave: "triangle", from: hz(69), to: hz(55), within: 0.3 }, gain: 0.6, decay: 0.3 },
      { tone: { wave: "noise" }, gain: 0.4, at: 0.16, decay: 0.05, filter: { kind: "band", from: 800 } },
      { tone: { wave: "sine", from: 170, to: 80, within: 0.06 }, gain: 0.6, at: 0.16, decay: 0.12 },
    ],
  },
  packetReturned: {
    ...SIGNAL,
    peak: 0.24,
    layers: horns([65, 0, 0.18], [69, 0.1, 0.4]),
  },
  packetScored: {
    ...SIGNAL,
    ...{ peak: 0.34, hall: 0.35 },
    layers: [...horns([62, 0, 0.18], [69, 0.1, 0.18], [74, 0.2, 0.8]), ...bells([86, 0.2], [81, 0.3])],
  },
  packetConceded: {
    ...SIGNAL,
    ...{ peak: 0.3, hall: 0.35 },
    layers: horns([69, 0, 0.2], [65, 0.12, 0.2], [60, 0.24, 0.7]),
  },
} as const satisfies Readonly<Record<string, Recipe>>;
