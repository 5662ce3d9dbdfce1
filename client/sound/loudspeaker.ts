import { computed, effect, type ReadonlySignal } from "@preact/signals";
import type { Settings } from "../settings/index.ts";
import { createEngine, createJukebox, createWakefulness, type Engine, type Jukebox } from "./engine/index.ts";
import type { PieceKey } from "./music/index.ts";
import type { SoundKey } from "./recipes/index.ts";

/** The browser's sound, once there is any. */
export interface Loudspeaker {
  readonly engine: Engine;
  readonly jukebox: Jukebox;
  /** Wakes it if it should be awake: directly in the handler of a gesture, and when the page is back. */
  nudge(): void;
}

/** What a loudspeaker follows. */
export interface LoudspeakerOptions {
  readonly audio: Settings["audio"];
  readonly buffers: ReadonlyMap<SoundKey, AudioBuffer>;
  /** Whether it shall be heard. */
  readonly heard: ReadonlySignal<boolean>;
  readonly piece: ReadonlySignal<PieceKey>;
  order(piece: PieceKey): void;
}

/** setTimeout, with the way to prevent it. */
function later(call: () => void, ms: number): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}

/** Opens the one context of the page, for as long as that lives. To be called in a gesture. */
export function openLoudspeaker({ audio, buffers, heard, piece, order }: LoudspeakerOptions): Loudspeaker {
  const context = new AudioContext({ latencyHint: "interactive" });
  const engine = createEngine(context, buffers);
  const { graph } = engine;
  const jukebox = createJukebox(context, graph.music, order);
  const wakefulness = createWakefulness(context, later);
  effect(() =>
    graph.setVolumes({
      master: audio.master.value,
      effects: audio.effects.value,
      interface: audio.interface.value,
      music: audio.music.value,
    }),
  );
  // What nobody hears is neither made nor played.
  const audible = computed(() => heard.value && audio.master.value > 0);
  effect(() => {
    graph.setPresence(audible.value ? 1 : 0);
    wakefulness.setWanted(audible.value);
  });
  effect(() => jukebox.want(audio.master.value > 0 && audio.music.value > 0 ? piece.value : null));
  // A call is over, or the loudspeaker has come back.
  context.addEventListener("statechange", wakefulness.nudge);
  return { engine, jukebox, nudge: wakefulness.nudge };
}
