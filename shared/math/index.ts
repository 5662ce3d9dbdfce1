/**
 * Arithmetic that gives the same bits on every JavaScript engine.
 * Only + - * / and Math.sqrt are used: ECMAScript leaves Math.sin, Math.hypot and their like to the engine.
 */
export { angleTo, clamp, directionOf, TAU, turnBetween } from "./angle.ts";
export { type Lattice, snap } from "./lattice.ts";
export { createRandom, hash32, type Random } from "./random.ts";
