/**
 * Everything that is drawn in the arena. The only folder that knows the engine; it reads the world and decides nothing.
 * `palette.ts` is free of the engine and may be imported by itself.
 */
export { createArenaView } from "./game.ts";
export {
  type ArenaView,
  NoWebGLError,
  type ViewInput,
  type ViewOptions,
  type ViewSettings,
  type ViewStats,
} from "./options.ts";
export { warmUp } from "./projector.ts";
export type { Preset, Quality } from "./quality.ts";
