/**
 * Everything that is heard: own synthesis, a mixer, and the ears that turn what happens into sounds. It reads the world
 * and decides nothing, keeps silent where a browser has no sound, and is fetched after the menu is painted.
 */
import { settings } from "../settings/index.ts";
import { createSound } from "./sound.ts";

export type { Cue, CueKind, CueListener } from "./cues.ts";
export type { Ears } from "./ears/index.ts";
export type { Sound } from "./sound.ts";

/** The sound of this page. */
export const sound = createSound(settings);
