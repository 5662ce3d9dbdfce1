/**
 * Every message in English. It decides which keys there are and what each asks for; the other languages are catalogues
 * of the same keys in assets/words (docs/languages.md).
 */
import { CONTENT } from "./content.ts";
import { CONTROLS } from "./controls.ts";
import { CUES } from "./cues.ts";
import { HUD } from "./hud.ts";
import { MENUS } from "./menus.ts";
import { NET_GRAPH } from "./netGraph.ts";
import { ROUND } from "./round.ts";
import { SETTINGS } from "./settings.ts";
import { SHELL } from "./shell.ts";

export const ENGLISH = {
  ...SHELL,
  ...HUD,
  ...ROUND,
  ...MENUS,
  ...SETTINGS,
  ...NET_GRAPH,
  ...CUES,
  ...CONTENT,
  ...CONTROLS,
} as const;
