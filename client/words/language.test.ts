import { expect, test } from "vitest";
import { LANGUAGES } from "../settings/index.ts";
import { LANGUAGE_NAMES } from "./catalogues.ts";
import { firstOf, speak } from "./language.ts";
import { percent, t, tenths, voice } from "./words.ts";

test("the language is the first that the reader names and the game speaks", () => {
  expect(firstOf(["de-AT", "en"])).toBe("de");
  expect(firstOf(["nl", "pt-PT", "en"])).toBe("pt-BR");
  expect(firstOf(["es-419"])).toBe("es");
  expect(firstOf(["zh-CN"])).toBe("zh-Hans");
  expect(firstOf(["zh"])).toBe("zh-Hans");
});

test("who reads none of them, or says nothing that can be understood, gets English", () => {
  expect(firstOf(["nl", "zh-TW"])).toBe("en");
  expect(firstOf([])).toBe("en");
  expect(firstOf(["*", ""])).toBe("en");
});

test("every language can be spoken, and is called by its own name", async () => {
  for (const language of LANGUAGES) {
    await speak(language);
    expect(voice.value.tag).toBe(language);
    expect(t("menu.play")).not.toBe("");
  }
  expect(new Set(Object.values(LANGUAGE_NAMES)).size).toBe(LANGUAGES.length);
});

test("numbers are written and counted as the language does", async () => {
  await speak("fr");
  expect([t("vote.votes", { n: 0 }), t("vote.votes", { n: 2 })]).toEqual(["0 vote", "2 votes"]);
  expect([t("hud.nth", { n: 1 }), t("hud.nth", { n: 2 })]).toEqual(["1er", "2e"]);
  await speak("de");
  expect([tenths(1.25), percent(0.5)]).toEqual(["1,3", "50\u00a0%"]);
  await speak("zh-Hans");
  expect(t("hud.place", { n: 2, of: 6 })).toBe("第 2 / 6");
});

test("of two languages asked for in a breath the last one is spoken", async () => {
  await Promise.all([speak("es"), speak("de")]);
  expect(voice.value.tag).toBe("de");
});

test("nobody speaks the stretched language, and it takes the same values", async () => {
  await speak("pseudo");
  expect(t("menu.play")).toMatch(/^\[Þļåý ẍ+\]$/);
  expect(t("result.winner", { name: "Mira" })).toMatch(/^\[Mira .*\]$/);
  expect(t("hud.endless")).toBe("∞");
});
