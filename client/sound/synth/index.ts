/**
 * Recipes become samples, in code alone. Arithmetic is that of shared/math (no Math.sin and its like), so a recipe gives
 * the very same bits on every machine, and a hash of them tells whether anybody changed a sound.
 */
export { hallOver } from "./hall.ts";
export { type Layer, layerSeconds, mixLayer } from "./layer.ts";
export { hz } from "./pitch.ts";
export type { Bus, Recipe } from "./recipe.ts";
export { RATE, render } from "./render.ts";
