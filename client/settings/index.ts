/** What players set to their liking, and where it is remembered. View, HUD, sound and devices read it as signals. */
import { recall, remember } from "./memory.ts";
import { createSettings } from "./settings.ts";
import { createWishes } from "./system.ts";

export {
  ACTION_NAMES,
  ACTIONS,
  type ActionName,
  clash,
  type DrawAction,
  type Group,
} from "./actions.ts";
export { type BindingSet, type Bindings, refusalOf, SLOTS } from "./bindings.ts";
export { ALWAYS_PAUSE, type Refusal } from "./codes.ts";
export { LANGUAGES, type Language } from "./languages.ts";
export { recall, remember } from "./memory.ts";
export { type Area, createSettings, type Memory, type Settings } from "./settings.ts";
export type { Choice, Range, Setting } from "./spec.ts";
export type { Wishes } from "./system.ts";
export { BINDINGS, TABLES } from "./tables.ts";

const KEY = "settings";

/** The settings of this page. */
export const settings = createSettings({
  recall: () => recall(KEY),
  remember: (text) => remember(KEY, text),
});

/** What follows from the settings of this page and from its system. */
export const wishes = createWishes(settings);
