import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig, SETTINGS } from "./config.ts";

describe("the configuration", () => {
  it("has a value for everything when nothing is set", () => {
    expect(readConfig({})).toMatchObject({
      port: 2567,
      host: "0.0.0.0",
      arenas: null,
      modes: ["ffa", "tdm", "uplink", "courier"],
      seats: 16,
      rewindMs: 500,
      seed: null,
      rules: { fill: 8, liveTicks: 300 * 60, voteTicks: 12 * 60 },
    });
  });

  it("takes what is set", () => {
    expect(
      readConfig({
        ...{ PORT: "8080", SEED: "0", FILL: "0", ROUND_SECONDS: "60" },
        ...{ ARENA: "foundry,range", MODES: "tdm,ffa" },
      }),
    ).toMatchObject({
      port: 8080,
      seed: 0,
      arenas: ["foundry", "range"],
      modes: ["tdm", "ffa"],
      rules: { fill: 0, liveTicks: 3600 },
    });
  });

  it.each([
    ["PORT", "65536", "a whole number from 0 to 65535"],
    ["PORT", "-1", "a whole number from 0 to 65535"],
    ["PORT", "", "a whole number from 0 to 65535"],
    ["HOST", "a b", "a host name or address to listen on"],
    ["LOG_LEVEL", "loud", "one of trace, debug, info, warn, error, fatal, silent"],
    ["ARENA", "../secrets", "names of maps in assets/maps, without .tmj, separated by commas, or all"],
    ["MODES", "ffa,chess", "some of ffa, tdm, uplink, courier, separated by commas, or all"],
    ["BOT_SKILL", "1.5", "a number from 0 to 1"],
    ["REWIND_MS", "501", "a whole number from 0 to 500"],
    ["PING_SECONDS", "0", "a whole number from 1 to 10"],
    ["IDLE_SECONDS", "-1", "a whole number from 0 to 3600"],
    [
      "ORIGINS",
      "*",
      "origins such as https://play.example.org, separated by commas, or nothing for the server's own",
    ],
    [
      "TRUST_PROXY",
      "everybody",
      "the number of proxies in front, or their addresses and networks, separated by commas",
    ],
    ["REQUIRE_ORIGIN", "yes", "a whole number from 0 to 1"],
    ["CONNECTIONS_PER_ADDRESS", "0", "a whole number from 1 to 1000000"],
    ["UNIQUE", "ip", "one of off, name, address"],
    ["SEED", "1e3", "a whole number, or nothing for a new match each time"],
  ])("refuses %s=%s by name, with what it got and what is allowed", (name, value, allowed) => {
    expect(() => readConfig({ [name]: value })).toThrow(`${name} is "${value}", allowed is ${allowed}`);
  });

  it("refuses more bots than seats", () => {
    expect(() => readConfig({ FILL: "9", SEATS: "8" })).toThrow(
      'FILL is "9", allowed is at most SEATS, which is 8',
    );
  });

  it("keeps what a secret is out of the error that refuses it", () => {
    expect(() => readConfig({ SEAT_SECRET: "too short" })).toThrow(
      "SEAT_SECRET is 9 characters long, allowed is 16 characters or more",
    );
  });

  it("makes a secret of its own for each start when none is set", () => {
    const secret = () => readConfig({}).edge.seatSecret;
    expect(secret().length).toBeGreaterThan(40);
    expect(secret()).not.toBe(secret());
  });

  it("refuses pings that would need more than 10 s to find a dead peer", () => {
    expect(readConfig({ PING_SECONDS: "5", PING_MISSES: "1" })).toMatchObject({
      pingSeconds: 5,
      pingMisses: 1,
    });
    expect(() => readConfig({ PING_SECONDS: "4" })).toThrow(
      'PING_SECONDS is "4", allowed is that PING_SECONDS * (PING_MISSES + 1) is at most 10, and PING_MISSES is 2',
    );
  });

  it("stands in the README, each variable with its default", () => {
    // The formatter aligns the table's columns with blanks.
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8").replace(/ +/g, " ");
    for (const [name, setting] of Object.entries(SETTINGS)) {
      expect(readme).toContain(
        `| \`${name}\` | ${setting.fallback === "" ? "" : `\`${setting.fallback}\` `}|`,
      );
    }
  });
});
