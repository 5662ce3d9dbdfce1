/** Every language says everything: each key, each form that its numbers need, each placeholder, and nothing besides. */
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../client/settings/index.ts";
import { CATALOGUES } from "../client/words/catalogues.ts";
import { ENGLISH } from "../client/words/english/index.ts";
import { type Forms, type Message, namesIn, textsOf, type Words } from "../client/words/message.ts";

/** The forms that a language has for numbers, or for ranks. */
function formsOf(language: string, type: Intl.PluralRuleType): readonly string[] {
  return new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
}

/** What is wrong with the forms of a message. */
function complaintsAboutForms(language: string, forms: Forms, type: Intl.PluralRuleType): string[] {
  const needed = formsOf(language, type);
  // A form that reads like `other` may be left out.
  const missing = type === "ordinal" ? [] : needed.filter((form) => !(form in forms));
  const idle = Object.keys(forms).filter((form) => !needed.includes(form));
  return [
    ...missing.map((form) => `has no form for "${form}"`),
    ...idle.map((form) => `has a form for "${form}", which ${language} never uses`),
  ];
}

function kindOf(message: Message): "text" | "counted" | "ranked" {
  if (typeof message === "string") return "text";
  return "ordinal" in message ? "ranked" : "counted";
}

/** What is wrong with a message as the translation of another. */
function complaintsAboutMessage(language: string, message: Message, english: Message): string[] {
  if (kindOf(message) !== kindOf(english)) return [`is ${kindOf(message)}, not ${kindOf(english)}`];
  const names = namesIn(english).join(", ");
  const complaints = textsOf(message).flatMap((text) => {
    if (text.trim() === "") return ["is empty"];
    if (text !== text.trim()) return [`has blanks at an end: "${text}"`];
    // A form for one thing alone may do without its number.
    const said = namesIn(text).join(", ");
    return said === names || typeof message !== "string" ? [] : [`has {${said}} instead of {${names}}`];
  });
  if (typeof message === "string") return complaints;
  const said = namesIn(message).join(", ");
  const forms =
    "ordinal" in message
      ? complaintsAboutForms(language, message.ordinal, "ordinal")
      : complaintsAboutForms(language, message, "cardinal");
  return [...complaints, ...forms, ...(said === names ? [] : [`has {${said}} instead of {${names}}`])];
}

function complaintsAbout(language: string, words: Words): string[] {
  const english: Words = ENGLISH;
  const known = Object.entries(english).flatMap(([key, message]) => {
    const own = words[key];
    if (own === undefined) return [`${key} is missing`];
    return complaintsAboutMessage(language, own, message).map((complaint) => `${key} ${complaint}`);
  });
  const unknown = Object.keys(words).filter((key) => !(key in english));
  return [...known, ...unknown.map((key) => `${key} is no key of the English catalogue`)];
}

describe("the catalogue of", () => {
  test.each(LANGUAGES)("%s is complete", async (language) => {
    expect(complaintsAbout(language, await CATALOGUES[language]())).toEqual([]);
  });

  test("pseudo has the placeholders of English, and is longer", async () => {
    const words = await CATALOGUES.pseudo();
    expect(complaintsAbout("en", words)).toEqual([]);
    const length = (all: Words): number => Object.values(all).flatMap(textsOf).join("").length;
    expect(length(words)).toBeGreaterThan(length(ENGLISH) * 1.3);
  });
});

describe("the look at a catalogue notices", () => {
  const spoiled: readonly [string, string, Message | undefined, string][] = [
    ["a missing key", "menu.play", undefined, "is missing"],
    ["a missing form", "vote.votes", { other: "{n} Stimmen" }, 'has no form for "one"'],
    ["a form too many", "vote.votes", { one: "{n}", few: "{n}", other: "{n}" }, 'form for "few"'],
    ["a missing placeholder", "result.winner", "gewinnt", "has {} instead of {name}"],
    ["another placeholder", "result.winner", "{who} gewinnt", "has {who} instead of {name}"],
    ["a plain text for a counted one", "vote.votes", "{n} Stimmen", "is text, not counted"],
    ["an empty text", "menu.play", " ", "is empty"],
    ["a key that nobody asks for", "menu.fly", "Fliegen", "is no key"],
  ];
  test.each(spoiled)("%s", async (_, key, message, complaint) => {
    const { [key]: _before, ...rest } = await CATALOGUES.de();
    const words = message === undefined ? rest : { ...rest, [key]: message };
    const [only, ...more] = complaintsAbout("de", words);
    expect(only).toContain(complaint);
    expect(more).toEqual([]);
  });
});
