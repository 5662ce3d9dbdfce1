/** Which language is spoken, and the change to another one. */
import { effect } from "@preact/signals";
import { LANGUAGES, type Language, settings } from "../settings/index.ts";
import { CATALOGUES } from "./catalogues.ts";
import { createVoice } from "./voice.ts";
import { voice } from "./words.ts";

type Spoken = keyof typeof CATALOGUES;

/** The language that was asked for last, and its catalogue on the way or already here. */
let wanted: { readonly language: Spoken; readonly spoken: Promise<void> } | null = null;

async function fetchVoice(language: Spoken): Promise<void> {
  const words = await CATALOGUES[language]();
  // Who has asked for another one meanwhile does not get this one.
  if (wanted?.language !== language) return;
  const spoken = language === "pseudo" ? createVoice("en-XA", words, "en") : createVoice(language, words);
  voice.value = spoken;
  // Its rules for numbers are looked up now, while the rest of the game is fetched, and not when the first one is said.
  for (const digits of [0, 1, 2]) spoken.decimal(0, digits);
}

/**
 * Speaks a language from as soon as its catalogue is here; until then the one before it.
 * @returns when that is so; rejected when the catalogue cannot be fetched, and then the next call tries again
 */
export function speak(language: Spoken): Promise<void> {
  if (wanted?.language === language) return wanted.spoken;
  const spoken = fetchVoice(language).catch((error: unknown) => {
    if (wanted?.spoken === spoken) wanted = null;
    throw error;
  });
  wanted = { language, spoken };
  return spoken;
}

/** The one language here whose speakers do not all read the same script. */
const BY_SCRIPT = "zh";

/**
 * Language of a tag such as "de-AT", whatever the region; of "zh-CN" its script too. Empty for one that is no tag.
 * Scripts are asked for only there: what is likely for a tag takes a browser several ms to find out.
 */
function tongue(tag: string): string {
  const [language = ""] = tag.toLowerCase().split("-");
  if (language !== BY_SCRIPT) return language;
  try {
    return `${language}-${new Intl.Locale(tag).maximize().script}`;
  } catch {
    return "";
  }
}

/** The first language that somebody reads and the game speaks; English when there is none. */
export function firstOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const known = LANGUAGES.find((language) => tongue(language) === tongue(tag));
    if (known !== undefined) return known;
  }
  return "en";
}

/** The language of the settings; `?language=` in the address asks for another one, also for the one that nobody speaks. */
function chosen(): Spoken {
  const asked = new URLSearchParams(location.search).get("language");
  if (asked !== null && asked in CATALOGUES) return asked as Spoken;
  const { value } = settings.interface.language;
  return value === "auto" ? firstOf(navigator.languages) : value;
}

/** Makes sure that everything can be said in the language of the settings. Rejected as `speak` is. */
export function ready(): Promise<void> {
  return speak(chosen());
}

/** The longest, in ms, that a page waits for its words before it shows itself in English. */
const PATIENCE_MS = 1500;

/**
 * Follows the settings from now on, and tells the page's language to whoever reads it out.
 * @returns when the page can be painted: at once in English, whose first words are always here
 */
export function followLanguage(): Promise<unknown> {
  effect(() => {
    // Offline or while the server restarts: what is spoken stays, and the next change tries again.
    ready().catch((error: unknown) => console.warn("words:", error));
  });
  effect(() => {
    document.documentElement.lang = voice.value.tag;
  });
  if (chosen() === "en") return Promise.resolve();
  return Promise.race([ready().catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
