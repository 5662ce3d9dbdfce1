import { createRandom } from "../../../shared/math/index.ts";
import { BASS, BELL, HAMMER, moved, PAD, VALVE } from "./instruments.ts";
import type { Note, Piece } from "./piece.ts";

const BAR = 4;

/** Two bars each: from D minor down to its subdominant, and to an open end that wants the beginning. */
const CHORDS = [
  { root: 38, tones: [62, 65, 69, 76] },
  { root: 34, tones: [58, 62, 65, 69] },
  { root: 41, tones: [60, 65, 69, 72] },
  { root: 36, tones: [60, 64, 67, 74] },
  { root: 43, tones: [58, 62, 67, 70] },
  { root: 33, tones: [57, 62, 64, 69] },
] as const;

const BEATS = CHORDS.length * 2 * BAR;

/** Where the bass plays within two bars, and how loud: it walks, and holds its breath at the end. */
const WALK = [
  [0, 1],
  [1.5, 0.6],
  [2.5, 0.75],
  [4, 0.9],
  [5.5, 0.6],
  [6, 0.7],
] as const;

const random = createRandom(1961);

const pad = CHORDS.flatMap(({ tones }, i) =>
  tones.map((note, voice): Note => ({ at: i * 2 * BAR + voice * 0.06, note, loud: voice === 0 ? 1 : 0.8 })),
);

const bass = CHORDS.flatMap(({ root }, i) =>
  WALK.map(([at, loud], step): Note => ({ at: i * 2 * BAR + at, note: step === 4 ? root + 12 : root, loud })),
);

/** A bell on some of the off-beats, from the chord that sounds, and what the far wall says to it. */
const bells = CHORDS.flatMap(({ tones }, i) =>
  [0.5, 2, 3.5, 5, 6.5].flatMap((at): Note[] => {
    const note = random.pick(tones) + 12;
    const loud = random.range(0.45, 1);
    if (random.next() < 0.3) return [];
    return [0, 0.75, 1.5].map((late, echo) => ({
      at: i * 2 * BAR + at + late,
      note,
      loud: loud * [1, 0.4, 0.16][echo]!,
    }));
  }),
);

const isStruck = (at: number): boolean => at % 4 === 0 || at % 8 === 2.5 || at % 8 === 6;
const halves = Array.from({ length: BEATS * 2 }, (_, i) => i / 2);

const hammer = halves.filter(isStruck).map((at): Note => ({ at, note: 33, loud: at % 4 === 0 ? 1 : 0.6 }));

/** The machine runs in eighths, and lets off louder on every second beat. */
const valve = halves.map((at): Note => ({ at, note: 69, loud: at % 2 === 1 ? 1 : random.range(0.15, 0.45) }));

/** The menu: somebody waits in a hall at night, and the machines are running already. 40 s. */
export const MENU: Piece = {
  ...{ beats: BEATS, beatsPerMinute: 72, peak: 0.7, feedback: 0.8 },
  parts: [
    { instrument: moved(PAD, -0.4), notes: pad.filter((_, i) => i % 2 === 0) },
    { instrument: moved(PAD, 0.4), notes: pad.filter((_, i) => i % 2 === 1) },
    { instrument: BASS, notes: bass },
    { instrument: moved(BELL, 0.35), notes: bells.filter((_, i) => i % 2 === 0) },
    { instrument: moved(BELL, -0.35), notes: bells.filter((_, i) => i % 2 === 1) },
    { instrument: HAMMER, notes: hammer },
    { instrument: VALVE, notes: valve },
  ],
};
