import { describe, expect, it } from "vitest";
import { readMomentOptions } from "./options.ts";

describe("the options of a moment", () => {
  it("have defaults, and say every word of Node's flags", () => {
    expect(readMomentOptions([])).toEqual({
      roomSize: 16,
      players: 160,
      seconds: 5,
      nodeFlags: [],
      profile: false,
    });
    const flags = ["--rooms", "32", "--at", "64", "--node=--max-semi-space-size=32", "--profile"];
    expect(readMomentOptions(flags)).toMatchObject({
      roomSize: 32,
      players: 64,
      nodeFlags: ["--max-semi-space-size=32"],
      profile: true,
    });
  });

  it.each([[["--rooms", "7"]], [["--at", "many"]], [["--at", "0"]], [["--fast"]]])("refuse %j", (args) => {
    expect(() => readMomentOptions(args)).toThrow();
  });
});
