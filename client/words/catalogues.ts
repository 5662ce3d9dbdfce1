/** Where the catalogues come from: each is a chunk of its own, fetched when somebody speaks its language. */
import type { Language } from "../settings/index.ts";
import type { Words } from "./message.ts";

/** By glob, since the dev server hands JSON out as scripts, and a browser that was promised JSON refuses them. */
const TRANSLATED = import.meta.glob<Words>("../../assets/words/*.json", { import: "default" });

function translated(language: Language): () => Promise<Words> {
  return TRANSLATED[`../../assets/words/${language}.json`]!;
}

async function english(): Promise<Words> {
  return (await import("./english/index.ts")).ENGLISH;
}

/**
 * By language. `pseudo` is English made long and strange, to see in a moment which text is not in a catalogue and which
 * box does not grow with its words; no player can choose it (docs/languages.md).
 */
export const CATALOGUES: Readonly<Record<Language | "pseudo", () => Promise<Words>>> = {
  en: english,
  de: translated("de"),
  es: translated("es"),
  "pt-BR": translated("pt-BR"),
  fr: translated("fr"),
  "zh-Hans": translated("zh-Hans"),
  pseudo: async () => (await import("./pseudo.ts")).stretched(await english()),
};

/** Each language as those call it who speak it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  "pt-BR": "Português (Brasil)",
  fr: "Français",
  "zh-Hans": "简体中文",
};
