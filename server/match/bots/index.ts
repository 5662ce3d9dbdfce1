/** Minds for bots: they perceive what a player could, take time to react, aim with error and find their way. */
export { type Brain, createBrain } from "./brain.ts";
export { prepareWays } from "./navigation.ts";
export type { Surroundings } from "./perception.ts";
export { type BotTraits, traitsFor } from "./traits.ts";
