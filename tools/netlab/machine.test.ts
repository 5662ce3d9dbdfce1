import { describe, expect, it } from "vitest";
import { type Machine, obstacleToRoads } from "./machine.ts";

const ABLE: Machine = { platform: "linux", uid: 0, exists: () => true, succeeds: () => true };

describe("the obstacle to a road", () => {
  it("is none where everything is there", () => {
    expect(obstacleToRoads(ABLE)).toBeNull();
  });

  it.each([
    ["another system", { platform: "darwin" }, "darwin"],
    ["no rights", { uid: 1000 }, "root"],
    ["no TUN", { exists: () => false }, "/dev/net/tun"],
    ["a missing command", { succeeds: (command: string) => command !== "nsenter" }, "util-linux"],
    [
      "a kernel that refuses",
      { succeeds: (...line: string[]) => !(line[0] === "unshare" && line[1] === "--net") },
      "kernel",
    ],
  ] as const)("is told: %s", (_, change, word) => {
    expect(obstacleToRoads({ ...ABLE, ...change })).toContain(word);
  });
});
