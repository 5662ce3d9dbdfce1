import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { corsHeaders, isAuthority, isWelcome } from "./origin.ts";
import { originsSetting } from "./settings.ts";

const OWN = { origins: [], requireOrigin: false };
const LISTED = { origins: ["https://play.example.org"], requireOrigin: false };

describe("origins", () => {
  it.each([
    ["http://game.example.org", "game.example.org", true],
    ["https://game.example.org", "game.example.org", true],
    ["https://game.example.org", "game.example.org:443", true],
    ["http://game.example.org:2567", "game.example.org:2567", true],
    ["http://[::1]:2567", "[::1]:2567", true],
    ["http://game.example.org", "GAME.example.org", true],
    ["http://game.example.org:81", "game.example.org", false],
    ["http://evil.example.org", "game.example.org", false],
    ["http://game.example.org.evil.org", "game.example.org", false],
    ["http://evil.org/game.example.org", "game.example.org", false],
    ["null", "game.example.org", false],
    ["file://", "game.example.org", false],
    ["", "game.example.org", false],
  ])("without a list: a page of %s at %s: %s", (origin, host, welcome) => {
    expect(isWelcome(origin, host, OWN)).toBe(welcome);
  });

  it.each([
    ["https://play.example.org", true],
    ["http://play.example.org", false],
    ["https://play.example.org:444", false],
    ["https://PLAY.example.org", false],
    ["https://game.example.org", false],
  ])("with a list exactly these: %s: %s", (origin, welcome) => {
    expect(isWelcome(origin, "game.example.org", LISTED)).toBe(welcome);
  });

  it("may be missing unless they are required: clients that are no browsers have none", () => {
    expect(isWelcome(undefined, "game.example.org", OWN)).toBe(true);
    expect(isWelcome(undefined, "game.example.org", { ...OWN, requireOrigin: true })).toBe(false);
  });

  it("that are listed may read answers, nobody else", () => {
    expect(corsHeaders("https://play.example.org", LISTED)["Access-Control-Allow-Origin"]).toBe(
      "https://play.example.org",
    );
    expect(corsHeaders("https://evil.example.org", LISTED)).toEqual({});
    expect(corsHeaders("https://play.example.org", OWN)).toEqual({});
    expect(corsHeaders(undefined, LISTED)).toEqual({});
  });

  it.each(["*", "play.example.org", "https://play.example.org/", "https://a,", "ftp://a"])(
    "are no setting: %s",
    (text) => {
      expect(v.is(originsSetting, text)).toBe(false);
    },
  );

  it.each([
    ["game.example.org:2567", true],
    ["[::1]", true],
    ["", false],
    ["[", false],
    ["a b", false],
    ["a/b", false],
    ["user@host", false],
    [undefined, false],
  ])("Host %j is one: %s", (host, good) => {
    expect(isAuthority(host)).toBe(good);
  });
});
