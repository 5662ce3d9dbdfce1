/** Decides what is heard and how: near or far, left or right, behind walls, too much at once. Knows no browser. */
export { createMixer, type Mixer, Rank, type Speaker, type Started, type Wish } from "./mixer.ts";
export { type Placing, panOf, placeSound } from "./placing.ts";
