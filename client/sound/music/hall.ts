import { AIR, CLANK, DRONE, moved } from "./instruments.ts";
import type { Piece } from "./piece.ts";

/**
 * The hall while it is played in: air, transformers, now and then something far away. It has no beat and no melody, for
 * ears are needed for other things. 32 s.
 */
export const HALL: Piece = {
  ...{ beats: 32, beatsPerMinute: 60, peak: 0.3, feedback: 0.85 },
  parts: [
    {
      instrument: moved(AIR, -0.5),
      notes: [
        { at: 0, note: 69, loud: 1 },
        { at: 15, note: 69, loud: 0.8 },
      ],
    },
    {
      instrument: moved(AIR, 0.5),
      notes: [
        { at: 8, note: 69, loud: 1 },
        { at: 24, note: 69, loud: 0.8 },
      ],
    },
    {
      instrument: DRONE,
      notes: [
        { at: 0, note: 38, loud: 1 },
        { at: 7, note: 45, loud: 0.5 },
        { at: 11, note: 38, loud: 0.9 },
        { at: 18, note: 41, loud: 0.45 },
        { at: 22, note: 38, loud: 1 },
        { at: 27, note: 43, loud: 0.4 },
      ],
    },
    {
      instrument: CLANK,
      notes: [
        { at: 5.3, note: 57, loud: 0.7 },
        { at: 20.8, note: 50, loud: 1 },
        { at: 21.1, note: 53, loud: 0.5 },
      ],
    },
    { instrument: moved(CLANK, 0.6), notes: [{ at: 13.7, note: 62, loud: 0.45 }] },
  ],
};
