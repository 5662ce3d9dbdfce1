/** The worker: renders what is ordered, in the order in which it is ordered, and hands each over as it is done. */
import { MUSIC_RATE, renderMusic } from "../music/index.ts";
import { renderSound, SOUND_KEYS } from "../recipes/index.ts";
import { RATE } from "../synth/index.ts";
import type { Delivery, Order } from "./orders.ts";

/** Samples of a piece that are handed over at a time, two seconds: no frame of the game waits for the copying of more. */
const PART = 2 * MUSIC_RATE;

function deliver(delivery: Delivery, samples: readonly Float32Array<ArrayBuffer>[]): void {
  postMessage(delivery, { transfer: samples.map(({ buffer }) => buffer) });
}

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if (data.what === "sounds") {
    for (const key of SOUND_KEYS) {
      const samples = renderSound(key);
      deliver({ what: "sound", key, rate: RATE, samples }, [samples]);
    }
    return;
  }
  const { key } = data;
  const { left, right } = renderMusic(key);
  const { length } = left;
  for (let at = 0; at < length; at += PART) {
    const samples = { left: left.slice(at, at + PART), right: right.slice(at, at + PART) };
    deliver({ what: "part", key, rate: MUSIC_RATE, at, length, samples }, [samples.left, samples.right]);
  }
});
