import type { Started } from "./mixer.ts";

/** What sounds at a time. */
interface Voice {
  readonly started: Started;
  readonly priority: number;
  /** When it is over, in ms. */
  readonly endsAt: number;
}

/** The places for what sounds at a time. */
export interface Voices {
  /** How many sound now. */
  count(now: number): number;
  /**
   * Makes room for a sound: a free place, or that of the least important one, which is cut off, if it is less
   * important than this.
   */
  makeRoom(priority: number, now: number): boolean;
  /** Fills the room that was made. */
  fill(started: Started, priority: number, now: number): void;
}

/** @param most that may sound at a time */
export function createVoices(most: number): Voices {
  const voices: Voice[] = [];

  const forgetEnded = (now: number): void => {
    let kept = 0;
    for (const voice of voices) if (voice.endsAt > now) voices[kept++] = voice;
    voices.length = kept;
  };

  return {
    count(now) {
      forgetEnded(now);
      return voices.length;
    },
    makeRoom(priority, now) {
      forgetEnded(now);
      if (voices.length < most) return true;
      // The oldest of those that matter least.
      let least = 0;
      for (let i = 1; i < voices.length; i++) if (voices[i]!.priority < voices[least]!.priority) least = i;
      const victim = voices[least]!;
      if (victim.priority >= priority) return false;
      victim.started.stop();
      voices.splice(least, 1);
      return true;
    },
    fill(started, priority, now) {
      voices.push({ started, priority, endsAt: now + started.seconds * 1000 });
    },
  };
}
