import type { PieceKey } from "../music/index.ts";
import type { SoundKey } from "../recipes/index.ts";
import type { Delivery, Order } from "./orders.ts";

/** Who gets what has been made. */
export interface Products {
  sound(key: SoundKey, buffer: AudioBuffer): void;
  piece(key: PieceKey, buffer: AudioBuffer): void;
}

export interface Foundry {
  /** Orders a piece of music, unless it was ordered before. The effects come by themselves. */
  order(piece: PieceKey): void;
}

function soundBuffer(samples: Float32Array<ArrayBuffer>, sampleRate: number): AudioBuffer {
  const buffer = new AudioBuffer({ length: samples.length, sampleRate });
  buffer.copyToChannel(samples, 0);
  return buffer;
}

/** Starts the worker and lets it render all effects. */
export function createFoundry(products: Products): Foundry {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const ordered = new Set<PieceKey>();
  /** Pieces of which some parts have come. */
  const unfinished = new Map<PieceKey, AudioBuffer>();

  const addPart = ({ key, rate, at, length, samples }: Extract<Delivery, { what: "part" }>): void => {
    const buffer = unfinished.get(key) ?? new AudioBuffer({ length, numberOfChannels: 2, sampleRate: rate });
    buffer.copyToChannel(samples.left, 0, at);
    buffer.copyToChannel(samples.right, 1, at);
    unfinished.set(key, buffer);
    if (at + samples.left.length < length) return;
    unfinished.delete(key);
    products.piece(key, buffer);
  };

  const send = (order: Order): void => worker.postMessage(order);
  worker.addEventListener("message", ({ data }: MessageEvent<Delivery>) => {
    if (data.what === "sound") products.sound(data.key, soundBuffer(data.samples, data.rate));
    else addPart(data);
  });
  // Without sounds the game can still be played, but somebody should know.
  worker.addEventListener("error", (event) => console.error("no sounds:", event.message));
  send({ what: "sounds" });
  return {
    order(key) {
      if (ordered.has(key)) return;
      ordered.add(key);
      send({ what: "piece", key });
    },
  };
}
