/** The twelfth root of two, to the last bit of a double. */
const SEMITONE = 1.0594630943592953;

/** Hz of a note as MIDI counts them: 69 is the A of 440 Hz, and each step is a semitone. */
export function hz(note: number): number {
  let frequency = 440;
  for (let i = 69; i < note; i++) frequency *= SEMITONE;
  for (let i = 69; i > note; i--) frequency /= SEMITONE;
  return frequency;
}
