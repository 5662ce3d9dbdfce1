/**
 * The ears: what happens in the world becomes wishes for the mixer, and cues for those who read. They know no browser.
 * `answers.ts` listens to events, `watches.ts` to what changes in the world from frame to frame.
 */
import type { Session, WorldEvent } from "../../net/index.ts";
import type { CueListener } from "../cues.ts";
import type { Mixer } from "../mix/index.ts";
import { createAnswers } from "./answers.ts";
import { createVoice } from "./voice.ts";
import { createWatches } from "./watches.ts";

/** What ears stand between. */
export interface EarOptions {
  readonly session: Pick<Session, "world" | "onEvent" | "onStatus">;
  readonly mixer: Pick<Mixer, "play">;
  readonly cue: CueListener;
  /** Whether the page is hidden: nothing is heard then. */
  isHidden(): boolean;
  /** performance.now() */
  clock(): number;
  /** The own drone was hurt, or lost: everything else steps back for a moment. */
  onPain(): void;
}

export interface Ears {
  /** Once a frame, at any time of it. */
  frame(): void;
  dispose(): void;
}

/** Frames this far apart, in ms, are a stall: what happened meanwhile is old, and comes all at once. */
const STALL_MS = 300;

/** What answers the own hand on the same frame: it is never old. */
function isOwnDeed(event: WorldEvent): boolean {
  return event.type === "dry" || ((event.type === "shot" || event.type === "dash") && event.own);
}

/** Opens ears for a session. */
export function openEars({ session, mixer, cue, isHidden, clock, onPain }: EarOptions): Ears {
  const { world } = session;
  const voice = createVoice(world, mixer, cue, clock);
  const answer = createAnswers(world, voice, onPain);
  const watches = createWatches(world, voice, clock);
  let framedAt = clock();
  const undo = [
    session.onEvent((event) => {
      if (isHidden()) return;
      if (clock() - framedAt > STALL_MS && !isOwnDeed(event)) return;
      answer(event);
    }),
    session.onStatus(watches.status),
  ];
  return {
    frame() {
      const now = clock();
      watches.frame(isHidden() || now - framedAt > STALL_MS);
      framedAt = now;
    },
    dispose() {
      for (const step of undo) step();
      watches.silence();
    },
  };
}
