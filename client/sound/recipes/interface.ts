import { hz, type Recipe } from "../synth/index.ts";

const QUIET = { bus: "interface", hall: 0, reach: 1, spread: 0.02, gapMs: 40 } as const;

/** What buttons and menus say: hardly anything. */
export const INTERFACE = {
  hover: {
    ...QUIET,
    peak: 0.03,
    layers: [{ tone: { wave: "sine", from: hz(86) }, gain: 0.6, attack: 0.002, decay: 0.03 }],
  },
  press: {
    ...QUIET,
    peak: 0.17,
    layers: [
      { tone: { wave: "triangle", from: hz(74), to: hz(69), within: 0.05 }, gain: 0.6, decay: 0.07 },
      { tone: { wave: "noise" }, gain: 0.4, decay: 0.016, filter: { kind: "band", from: 2200, q: 1.4 } },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;
