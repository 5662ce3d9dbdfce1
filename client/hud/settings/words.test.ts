import { beforeAll, expect, test } from "vitest";
import { LANGUAGES, TABLES } from "../../settings/index.ts";
import { type OptionKey, type SettingKey, speak, t } from "../../words/index.ts";

beforeAll(() => speak("en"));

/** Keys of all that the dialog says about settings. */
const keys = Object.entries(TABLES).flatMap(([area, table]) =>
  Object.entries(table).flatMap(([name, setting]) => {
    const key = `set.${area}.${name}`;
    return "of" in setting ? [key, ...setting.of.map((word: string) => `${key}.${word}`)] : [key];
  }),
);

/** Languages are called what they call themselves, and need no words of ours. */
const ours = keys.filter(
  (key) => !LANGUAGES.some((language) => key === `set.interface.language.${language}`),
);

test.each(ours)("%s has a name", (key) => {
  expect(t(key as SettingKey | OptionKey)).not.toBe("");
});
