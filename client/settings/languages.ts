/** Languages by their tags: each has a catalogue (client/words). Knows nothing else, for whoever has to be small. */
export const LANGUAGES = ["en", "de", "es", "pt-BR", "fr", "zh-Hans"] as const;
export type Language = (typeof LANGUAGES)[number];
