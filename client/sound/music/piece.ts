import type { Layer } from "../synth/index.ts";

/** An instrument. Its layers have their pitch for a note of 1 Hz: each note multiplies it. */
export interface Instrument {
  readonly layers: readonly Layer[];
  readonly gain: number;
  /** -1 left .. 1 right. */
  readonly pan: number;
  /** How much of the hall is heard with it, 0..1. */
  readonly hall: number;
}

/** Something that is played. */
export interface Note {
  /** Beats from the beginning. */
  readonly at: number;
  /** As MIDI counts them. */
  readonly note: number;
  /** 0..1. */
  readonly loud: number;
}

/** One instrument and what it plays. */
export interface Part {
  readonly instrument: Instrument;
  readonly notes: readonly Note[];
}

/** Music that goes round: what rings on beyond its end is heard at its beginning. */
export interface Piece {
  readonly beats: number;
  readonly beatsPerMinute: number;
  /** Loudest sample, 0..1. */
  readonly peak: number;
  /** How long the hall rings, 0..1. */
  readonly feedback: number;
  readonly parts: readonly Part[];
}
