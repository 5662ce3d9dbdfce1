/** Writes every sound and the music as WAV files into artifacts/sounds, to be heard outside the game, and tells of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MUSIC_RATE, PIECES, type PieceKey, renderMusic } from "../../client/sound/music/index.ts";
import { renderSound, SOUND_KEYS } from "../../client/sound/recipes/index.ts";
import { RATE } from "../../client/sound/synth/index.ts";
import { wavOf } from "./wav.ts";

const FOLDER = fileURLToPath(new URL("../../artifacts/sounds/", import.meta.url));

/** A level in dB below full scale, as text. */
function decibels(level: number): string {
  return (20 * Math.log10(level)).toFixed(1);
}

/** Writes one file and prints its line: seconds, loudest sample, root mean square, and what rendering took. */
function write(name: string, rate: number, render: () => readonly Float32Array[]): void {
  const begin = performance.now();
  const channels = render();
  const ms = performance.now() - begin;
  writeFileSync(`${FOLDER}${name}.wav`, wavOf(channels, rate));
  let peak = 0;
  let power = 0;
  let count = 0;
  for (const samples of channels) {
    for (const sample of samples) {
      peak = Math.max(peak, Math.abs(sample));
      power += sample * sample;
    }
    count += samples.length;
  }
  const seconds = channels[0]!.length / rate;
  const columns = [seconds.toFixed(2), decibels(peak), decibels(Math.sqrt(power / count)), ms.toFixed(0)];
  console.log(name.padEnd(18) + columns.map((column) => column.padStart(8)).join(""));
}

mkdirSync(FOLDER, { recursive: true });
console.log(`${"".padEnd(18)}${["s", "peak dB", "RMS dB", "ms"].map((head) => head.padStart(8)).join("")}`);
for (const key of SOUND_KEYS) write(key, RATE, () => [renderSound(key)]);
for (const key of Object.keys(PIECES) as PieceKey[]) {
  write(`music-${key}`, MUSIC_RATE, () => {
    const { left, right } = renderMusic(key);
    return [left, right];
  });
}
console.log(`\n${FOLDER}`);
