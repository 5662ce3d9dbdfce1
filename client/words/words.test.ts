import { beforeAll, describe, expect, test } from "vitest";
import { LIMITS } from "../../shared/protocol.ts";
import { speak } from "./language.ts";
import { percent, phrase, t, tenths } from "./words.ts";

beforeAll(() => speak("en"));

describe("a message", () => {
  test("without placeholders is said as it is", () => {
    expect(t("menu.play")).toBe("Play");
  });

  test("takes a value for each placeholder", () => {
    expect(t("goal.packetTaken", { who: "Mira", team: "Ember" })).toBe("Mira took the Ember packet");
    expect(t("name.long", { most: LIMITS.nameLength })).toBe("A name has at most 16 characters.");
  });

  test("has a form for each kind of number", () => {
    expect([0, 1, 2].map((n) => t("vote.votes", { n }))).toEqual(["0 votes", "1 vote", "2 votes"]);
    expect(t("death.damage", { damage: 45, n: 1 })).toBe("45 damage in 1 hit");
  });

  test("has a form for each kind of rank", () => {
    const ranks = [1, 2, 3, 4, 11, 12, 13, 21, 22, 101].map((n) => t("hud.nth", { n }));
    expect(ranks.join(" ")).toBe("1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st");
    expect(t("hud.place", { n: 2, of: 6 })).toBe("2nd of 6");
  });

  test("writes numbers as the language does, and texts as they are, even with braces", () => {
    expect(t("hud.rounds", { loaded: 1234.4, spare: 0 })).toBe("1,234 loaded, 0 besides");
    expect(t("result.winner", { name: "{name}" })).toBe("{name} wins the round");
    expect(tenths(2)).toBe("2.0");
    expect(percent(0.256)).toBe("26%");
  });

  test("keeps the order of the language around what is more than text", () => {
    const player = { slot: 3 };
    expect(phrase("death.by", { who: player })).toEqual(["Destroyed by ", player, ""]);
  });

  test("is checked by types: its key, and what it asks for", () => {
    // @ts-expect-error: there is no such message
    expect(t("menu.fly")).toBe("");
    // @ts-expect-error: the number is missing
    expect(t("vote.votes")).toBe(" votes");
    // @ts-expect-error: it is called n
    expect(t("hud.nth", { m: 1 })).toBe("th");
    // @ts-expect-error: what is counted is a number
    t("vote.votes", { n: "1" });
    // @ts-expect-error: it asks for nothing
    t("menu.play", { n: 1 });
  });
});
