import { signal } from "@preact/signals";
import type { Session } from "../net/index.ts";
import type { Settings } from "../settings/index.ts";
import { listenToButtons } from "./buttons.ts";
import type { CueListener } from "./cues.ts";
import { type Ears, openEars } from "./ears/index.ts";
import { createFoundry, type Foundry } from "./foundry/index.ts";
import { type Loudspeaker, openLoudspeaker } from "./loudspeaker.ts";
import { createMixer, Rank } from "./mix/index.ts";
import type { PieceKey } from "./music/index.ts";
import { onGestures, watchPresence } from "./presence.ts";
import type { SoundKey } from "./recipes/index.ts";

/** All sound of a page. */
export interface Sound {
  /**
   * Begins to make sounds, and to wait for the gesture that lets the page be heard. Called again it does nothing.
   * @param touched whether there was such a gesture already: browsers remember it
   */
  begin(touched: boolean): void;
  /** Listens to a session until the ears are disposed of; the menu has its music back then. */
  attend(session: Session): Ears;
  /** Calls back with each important sound; returns the way to stop it. See `Cue`. */
  onCue(listener: CueListener): () => void;
}

/** Of the small differences between two playings of one sound. */
const SEED = 7;

/** Whether this browser can make sounds and play them. */
function hasSound(): boolean {
  return typeof AudioContext === "function" && typeof Worker === "function";
}

/** Whether what runs now was set off by the player, as far as the browser tells. */
function isInGesture(): boolean {
  return navigator.userActivation?.isActive ?? true;
}

/** Without a loudspeaker it still tells cues. */
export function createSound({ audio }: Pick<Settings, "audio">): Sound {
  const cueListeners = new Set<CueListener>();
  const buffers = new Map<SoundKey, AudioBuffer>();
  const piece = signal<PieceKey>("menu");
  const presence = watchPresence({ window, document }, audio.muteOnBlur);
  let foundry: Foundry | null = null;
  let loudspeaker: Loudspeaker | null = null;
  const clock = (): number => performance.now();
  const mixer = createMixer({ start: (wish) => loudspeaker?.engine.start(wish) ?? null }, SEED);

  const press = (sound: SoundKey): void => {
    mixer.play({ sound, rank: Rank.own, gain: 1, pan: 0, muffled: false, pitch: 1 }, clock());
  };

  /** @param allowed whether the browser lets the page be heard from now on */
  const wake = (allowed: boolean): void => {
    if (foundry === null) return;
    if (loudspeaker === null && allowed) {
      const { order } = foundry;
      loudspeaker = openLoudspeaker({ audio, buffers, heard: presence.heard, piece, order });
    }
    loudspeaker?.nudge();
  };

  return {
    begin(touched) {
      if (foundry !== null || !hasSound()) return;
      foundry = createFoundry({
        sound: (key, buffer) => void buffers.set(key, buffer),
        piece: (key, buffer) => loudspeaker?.jukebox.stock(key, buffer),
      });
      onGestures(window, () => wake(isInGesture()));
      wake(touched);
      listenToButtons(document, press);
    },
    attend(session) {
      piece.value = "hall";
      const ears = openEars({
        session,
        mixer,
        clock,
        cue: (cue) => {
          for (const listener of cueListeners) listener(cue);
        },
        isHidden: () => presence.hidden.peek(),
        onPain: () => loudspeaker?.engine.graph.duck(),
      });
      return {
        frame: ears.frame,
        dispose() {
          ears.dispose();
          piece.value = "menu";
        },
      };
    },
    onCue(listener) {
      cueListeners.add(listener);
      return () => cueListeners.delete(listener);
    },
  };
}
