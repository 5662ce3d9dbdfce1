import { expect, test } from "vitest";
import { exitCodeOf, isNodeRecent, npmCommand, packagesFingerprint } from "./setup.mjs";

test.each([
  ["20.19.0", true],
  ["20.20.2", true],
  ["22.0.0", true],
  ["24.21.0", true],
  ["20.18.3", false],
  ["18.20.0", false],
])("Node %s is recent enough: %s", (version, recent) => {
  expect(isNodeRecent(version)).toBe(recent);
});

test("packages are installed anew when the manifest, the lock file or the platform changes", () => {
  const installed = packagesFingerprint("manifest", "lock", "linux-x64");
  expect(packagesFingerprint("manifest", "lock", "linux-x64")).toBe(installed);
  expect(packagesFingerprint("manifest2", "lock", "linux-x64")).not.toBe(installed);
  expect(packagesFingerprint("manifest", "lock2", "linux-x64")).not.toBe(installed);
  expect(packagesFingerprint("manifest", "lock", "darwin-arm64")).not.toBe(installed);
  expect(packagesFingerprint("manifestl", "ock", "linux-x64")).not.toBe(installed);
});

test("the npm that called is the npm that installs; another tool is not mistaken for it", () => {
  const node = "/usr/bin/node";
  expect(npmCommand({ npm_execpath: "/lib/npm-cli.js", npm_node_execpath: node })).toEqual({
    command: node,
    args: ["/lib/npm-cli.js"],
  });
  expect(npmCommand({ npm_execpath: "/lib/yarn.js", npm_node_execpath: node }).command).toBe("npm");
  expect(npmCommand({})).toEqual({ command: "npm", args: [] });
});

test("exit codes are handed back, signals as shells count them", () => {
  expect(exitCodeOf(0, null)).toBe(0);
  expect(exitCodeOf(3, null)).toBe(3);
  expect(exitCodeOf(null, "SIGINT")).toBe(130);
  expect(exitCodeOf(null, "SIGTERM")).toBe(143);
});
