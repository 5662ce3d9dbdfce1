import { createRandom } from "../../../shared/math/index.ts";
import { hallOver, hz, mixLayer } from "../synth/index.ts";
import type { Part, Piece } from "./piece.ts";

/** Samples per second of the music: dark as it is, it has nothing above 12 kHz. */
export const MUSIC_RATE = 24_000;

/** Two channels of one length. */
export interface Stereo {
  readonly left: Float32Array<ArrayBuffer>;
  readonly right: Float32Array<ArrayBuffer>;
}

/** How far apart the two ears are, in seconds: what comes from a side comes to the other one so much later. */
const EARS = 0.0006;

/** Plays one part alone, and adds it to both channels. */
function mixPart(
  { instrument, notes }: Part,
  beat: number,
  feedback: number,
  seed: number,
  to: Stereo,
): void {
  const random = createRandom(seed);
  const alone = new Float32Array(to.left.length);
  for (const { at, note, loud } of notes) {
    const played = { pitch: hz(note), gain: loud * instrument.gain, begin: Math.round(at * beat) };
    for (const layer of instrument.layers) mixLayer(alone, layer, MUSIC_RATE, random, played);
  }
  if (instrument.hall > 0) hallOver(alone, MUSIC_RATE, { wet: instrument.hall, feedback, loop: true });
  const { pan } = instrument;
  const leftGain = Math.sqrt((1 - pan) / 2);
  const rightGain = Math.sqrt((1 + pan) / 2);
  const late = Math.round(Math.abs(pan) * EARS * MUSIC_RATE);
  const leftLate = pan > 0 ? late : 0;
  const rightLate = pan < 0 ? late : 0;
  const { length } = alone;
  for (let i = 0; i < length; i++) {
    to.left[i] = to.left[i]! + alone[(i - leftLate + length) % length]! * leftGain;
    to.right[i] = to.right[i]! + alone[(i - rightLate + length) % length]! * rightGain;
  }
}

/** Renders a piece: its end runs into its beginning. */
export function renderPiece(piece: Piece, seed: number): Stereo {
  const beat = (MUSIC_RATE * 60) / piece.beatsPerMinute;
  const length = Math.round(piece.beats * beat);
  const stereo = { left: new Float32Array(length), right: new Float32Array(length) };
  piece.parts.forEach((part, i) => {
    mixPart(part, beat, piece.feedback, seed + i, stereo);
  });
  const channels = [stereo.left, stereo.right];
  let peak = 0;
  for (const channel of channels) for (const sample of channel) peak = Math.max(peak, Math.abs(sample));
  for (const channel of channels)
    for (let i = 0; i < length; i++) channel[i] = (channel[i]! * piece.peak) / peak;
  return stereo;
}
