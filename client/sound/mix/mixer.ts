import { createRandom } from "../../../shared/math/index.ts";
import { RECIPES, type SoundKey } from "../recipes/index.ts";
import { createVoices } from "./voices.ts";

/** What matters when there is too much to hear: the own hand, what is done to oneself, what everybody else does. */
export const Rank = { other: 0, onMe: 1, own: 2 } as const;
export type Rank = (typeof Rank)[keyof typeof Rank];

/** A sound that somebody wants to be heard. */
export interface Wish {
  readonly sound: SoundKey;
  readonly rank: Rank;
  /** 0..1. */
  readonly gain: number;
  /** -1 left .. 1 right. */
  readonly pan: number;
  readonly muffled: boolean;
  /** Factor on its pitch and its speed. */
  readonly pitch: number;
}

/** A sound that has begun. */
export interface Started {
  readonly seconds: number;
  /** Ends it early and softly. */
  stop(): void;
}

/** What plays sounds. */
export interface Speaker {
  /** Null when it cannot, now: it is silent, or the sound is not made yet. */
  start(wish: Wish): Started | null;
}

export interface Mixer {
  /**
   * @param now in ms
   * @returns null when it is not heard
   */
  play(wish: Wish, now: number): Started | null;
  /** Sounds that are heard now. */
  count(now: number): number;
}

/** Sounds at a time: more become noise. */
const MOST_VOICES = 24;
/** What is quieter is not worth a voice. */
const QUIETEST = 0.02;

/**
 * Holds back what is too quiet, too soon after its like, or one too many.
 * @param seed of the small differences in pitch, without which repeated sounds would sound like a machine's
 */
export function createMixer(speaker: Speaker, seed: number): Mixer {
  const voices = createVoices(MOST_VOICES);
  const random = createRandom(seed);
  /** When each sound was heard last: the own ones apart, so that nobody else's gun ever silences the own one. */
  const heard = { own: new Map<SoundKey, number>(), others: new Map<SoundKey, number>() };

  return {
    count: voices.count,
    play(wish, now) {
      const { sound, rank, gain } = wish;
      if (gain < QUIETEST) return null;
      const { gapMs, spread } = RECIPES[sound];
      const last = rank === Rank.other ? heard.others : heard.own;
      if (now - (last.get(sound) ?? Number.NEGATIVE_INFINITY) < gapMs) return null;
      // Among equals the louder, which is the nearer one.
      const priority = rank + Math.min(gain, 0.99);
      if (!voices.makeRoom(priority, now)) return null;
      const pitch = wish.pitch * (1 + random.range(-spread, spread));
      const started = speaker.start({ ...wish, pitch });
      if (started === null) return null;
      last.set(sound, now);
      voices.fill(started, priority, now);
      return started;
    },
  };
}
