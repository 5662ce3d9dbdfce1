import type { PieceKey } from "../music/index.ts";

/** Seconds in which one piece goes and another one comes. */
const CROSS_S = { in: 1.6, out: 0.8 } as const;

/** Plays one piece at a time, round and round. */
export interface Jukebox {
  /** Wants a piece, or silence. It begins when it has been made. */
  want(key: PieceKey | null): void;
  /** Takes a piece that has been made. */
  stock(key: PieceKey, buffer: AudioBuffer): void;
}

/** @param order asks for a piece to be made; called when it is wanted and not here */
export function createJukebox(
  context: BaseAudioContext,
  bus: AudioNode,
  order: (key: PieceKey) => void,
): Jukebox {
  const buffers = new Map<PieceKey, AudioBuffer>();
  let wanted: PieceKey | null = null;
  let playing: { readonly key: PieceKey; stop(): void } | null = null;

  const start = (key: PieceKey, buffer: AudioBuffer): void => {
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    const level = new GainNode(context, { gain: 0 });
    source.connect(level).connect(bus);
    level.gain.setTargetAtTime(1, context.currentTime, CROSS_S.in / 3);
    source.addEventListener("ended", () => {
      source.disconnect();
      level.disconnect();
    });
    source.start();
    playing = {
      key,
      stop() {
        const now = context.currentTime;
        level.gain.cancelScheduledValues(now);
        level.gain.setTargetAtTime(0, now, CROSS_S.out / 4);
        source.stop(now + CROSS_S.out);
      },
    };
  };

  const settle = (): void => {
    if (playing?.key === wanted) return;
    playing?.stop();
    playing = null;
    if (wanted === null) return;
    const buffer = buffers.get(wanted);
    if (buffer === undefined) order(wanted);
    else start(wanted, buffer);
  };

  return {
    want(key) {
      wanted = key;
      settle();
    },
    stock(key, buffer) {
      buffers.set(key, buffer);
      if (key === wanted) settle();
    },
  };
}
