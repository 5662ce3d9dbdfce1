import { describe, expect, test } from "vitest";
import { createSettings } from "../settings/index.ts";
import { firstOf } from "../words/index.ts";
import { firstFits, type Visitor } from "./firstFits.ts";
import { linkTo } from "./wish.ts";

const STRANGER: Visitor = {
  ...{ search: "", hash: "", settings: null, seat: null, contrast: false },
  languages: ["en-GB", "en"],
};

/** What is stored of settings after a change. */
function storedAfter(change: (settings: ReturnType<typeof createSettings>) => void): string {
  let stored = "";
  const settings = createSettings({ recall: () => null, remember: (text) => (stored = text) });
  change(settings);
  return stored;
}

const { hash: INVITATION } = new URL(linkTo("x7_Y-z", { origin: "https://play.example", pathname: "/" }));

describe("the first menu is right for", () => {
  test.each<[string, Partial<Visitor>]>([
    ["a stranger", {}],
    ["an address that says nothing of the menu", { search: "?probe&gfx=low&surname=Odo" }],
    ["somebody who reads nothing that we speak", { languages: ["ja-JP", "ko"] }],
    ["a browser that names no language", { languages: [] }],
    ["somebody who reads English before what else we speak", { languages: ["ja", "en-US", "de"] }],
    [
      "settings that are not seen in it",
      {
        settings: storedAfter(({ audio, video }) => {
          audio.music.value = 0;
          video.quality.value = "low";
        }),
      },
    ],
    ["settings that were set back", { settings: storedAfter((settings) => settings.reset()) }],
    ["a text that is none of settings", { settings: "{" }],
  ])("%s", (_who, what) => {
    expect(firstFits({ ...STRANGER, ...what })).toBe(true);
  });
});

describe("the first menu is wrong for", () => {
  test.each<[string, Partial<Visitor>]>([
    ["an invitation", { hash: INVITATION }],
    ["a wish to play at once", { hash: "#play" }],
    ["a name in the address", { search: "?probe&name=Mira" }],
    ["a language in the address", { search: "?language=de" }],
    ["a seat that is held", { seat: "room:secret" }],
    ["somebody who reads German", { languages: ["de-AT", "en"] }],
    ["somebody who reads Portuguese, and before it what we do not speak", { languages: ["ja", "pt-PT"] }],
    ["somebody who reads Chinese", { languages: ["zh-CN"] }],
    ["a system that asks for strong contrasts", { contrast: true }],
    [
      "a language of choice",
      { settings: storedAfter(({ interface: look }) => (look.language.value = "fr")) },
    ],
    ["a larger page", { settings: storedAfter(({ interface: look }) => (look.scale.value = 150)) }],
    [
      "strong contrasts",
      { settings: storedAfter(({ interface: look }) => (look.highContrast.value = true)) },
    ],
  ])("%s", (_who, what) => {
    expect(firstFits({ ...STRANGER, ...what })).toBe(false);
  });
});

test("nobody with whom another language is spoken sees an English menu", () => {
  const tags = ["en", "EN-us", "de", "pt", "pt-PT", "zh", "zh-TW", "zh-Hans-HK", "ja", "fr-CA", "x", ""];
  for (const languages of tags.flatMap((one) => tags.map((other) => [one, other]))) {
    if (firstFits({ ...STRANGER, languages }))
      expect([languages, firstOf(languages)]).toEqual([languages, "en"]);
  }
});
