/**
 * Every sound as data: one literal each, which names its layers and how loud it is. Adding one is adding its literal;
 * `npm run sounds` lets you hear it. All tones are of D minor, all noise is dark, and one hall is around everything.
 */
import { hash32 } from "../../../shared/math/index.ts";
import { type Recipe, render } from "../synth/index.ts";
import { FIGHT } from "./fight.ts";
import { GOALS } from "./goals.ts";
import { INTERFACE } from "./interface.ts";
import { ITEMS } from "./items.ts";
import { MEDALS } from "./medals.ts";
import { OWN } from "./own.ts";
import { ROUND } from "./round.ts";
import { WEAPONS } from "./weapons.ts";

/** All sounds by name. Those that are wanted first come first: they are rendered in this order. */
export const RECIPES = {
  ...INTERFACE,
  ...WEAPONS,
  ...FIGHT,
  ...OWN,
  ...ITEMS,
  ...ROUND,
  ...GOALS,
  ...MEDALS,
} as const satisfies Readonly<Record<string, Recipe>>;

export type SoundKey = keyof typeof RECIPES;

export const SOUND_KEYS = Object.keys(RECIPES) as readonly SoundKey[];

/** The samples of a sound: the same on every machine, whatever is added beside it. */
export function renderSound(key: SoundKey): Float32Array<ArrayBuffer> {
  let seed = 0;
  for (let i = 0; i < key.length; i++) seed = hash32(seed, key.charCodeAt(i));
  return render(RECIPES[key], seed);
}
