/** Every word that players read, in their language. `t("menu.play")` is typed by the English catalogue. */
export { LANGUAGE_NAMES } from "./catalogues.ts";
export type { OptionKey, SettingKey } from "./english/settings.ts";
export { firstOf, followLanguage, ready, speak } from "./language.ts";
export { arenaIdea, arenaTitle, teamName } from "./names.ts";
export { type English, type Key, percent, phrase, t, tenths } from "./words.ts";
