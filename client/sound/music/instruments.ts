import type { Instrument } from "./piece.ts";

/** Two saws a little apart, behind a curtain that opens slowly. */
export const PAD: Instrument = {
  ...{ gain: 0.22, pan: 0, hall: 0.5 },
  layers: [
    {
      tone: { wave: "saw", from: 0.9965 },
      ...{ gain: 0.5, attack: 1.6, hold: 2.6, decay: 4 },
      filter: { kind: "low", from: 260, to: 1100, within: 9, q: 0.8 },
    },
    {
      tone: { wave: "saw", from: 1.0038 },
      ...{ gain: 0.5, attack: 2, hold: 2.4, decay: 4 },
      filter: { kind: "low", from: 240, to: 900, within: 9, q: 0.8 },
    },
  ],
};

/** A machine that hums somewhere below. */
export const BASS: Instrument = {
  ...{ gain: 0.5, pan: 0, hall: 0.08 },
  layers: [
    { tone: { wave: "sine", from: 1 }, gain: 0.9, attack: 0.012, hold: 0.12, decay: 0.5 },
    {
      tone: { wave: "saw", from: 1 },
      ...{ gain: 0.3, attack: 0.008, decay: 0.42 },
      filter: { kind: "low", from: 620, to: 120, within: 0.4, q: 1.4 },
    },
  ],
};

/** A glass bell. */
export const BELL: Instrument = {
  ...{ gain: 0.26, pan: 0.3, hall: 0.65 },
  layers: [
    {
      tone: { wave: "sine", from: 1, fm: { ratio: 3.5, depth: 0.14, decay: 0.6 } },
      ...{ gain: 0.7, attack: 0.004, decay: 1.6 },
    },
    { tone: { wave: "sine", from: 2.003 }, gain: 0.12, attack: 0.004, decay: 0.7 },
  ],
};

/** A floor that is struck with a soft hammer. */
export const HAMMER: Instrument = {
  ...{ gain: 0.8, pan: 0, hall: 0.12 },
  layers: [{ tone: { wave: "sine", from: 2.2, to: 0.9, within: 0.1 }, gain: 1, attack: 0.003, decay: 0.28 }],
};

/** A valve that lets off. */
export const VALVE: Instrument = {
  ...{ gain: 0.1, pan: -0.35, hall: 0.3 },
  layers: [
    {
      tone: { wave: "noise" },
      ...{ gain: 1, attack: 0.004, decay: 0.09 },
      filter: { kind: "high", from: 5200 },
    },
  ],
};

/** The air of a large dark room. */
export const AIR: Instrument = {
  ...{ gain: 0.5, pan: 0, hall: 0.3 },
  layers: [
    {
      tone: { wave: "noise" },
      ...{ gain: 1, attack: 5, hold: 2, decay: 9 },
      filter: { kind: "low", from: 90, to: 260, within: 10, q: 0.8 },
    },
  ],
};

/** Transformers behind a wall. */
export const DRONE: Instrument = {
  ...{ gain: 0.5, pan: 0, hall: 0.2 },
  layers: [
    {
      tone: { wave: "saw", from: 0.998 },
      ...{ gain: 0.4, attack: 3, hold: 3, decay: 8 },
      filter: { kind: "low", from: 150, to: 240, within: 8, q: 0.9 },
    },
    { tone: { wave: "sine", from: 1.002 }, gain: 0.6, attack: 3, hold: 3, decay: 8 },
  ],
};

/** Something falls, far away. */
export const CLANK: Instrument = {
  ...{ gain: 0.1, pan: -0.5, hall: 1 },
  layers: [
    {
      tone: { wave: "sine", from: 1, fm: { ratio: 2.76, depth: 0.4, decay: 0.5 } },
      ...{ gain: 0.7, attack: 0.006, decay: 1.1 },
      filter: { kind: "low", from: 1500, to: 500, within: 1 },
    },
  ],
};

/** An instrument at another place of the hall, and as loud as it is wanted there. */
export function moved(instrument: Instrument, pan: number, gain = instrument.gain): Instrument {
  return { ...instrument, pan, gain };
}
