import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint, INPUTS, isBuilt, STAMP } from "./build.ts";

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "crosswire-build-"));
  write("client/main.tsx", "client");
  write("shared/sim/step.ts", "rules");
  write("package-lock.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true }));

/** As if the client had been built from what lies there now. */
function pretendBuilt(): void {
  write("dist/client/index.html", "<!doctype html>");
  write(STAMP, fingerprint(root, INPUTS));
}

test("a client that was never built is built", () => {
  expect(isBuilt(root)).toBe(false);
});

test("a client is not built twice from the same files", () => {
  pretendBuilt();
  expect(isBuilt(root)).toBe(true);
});

test.each(["client/main.tsx", "shared/sim/step.ts", "package-lock.json", "assets/maps/new.tmj"])(
  "a change in %s calls for a build",
  (path) => {
    pretendBuilt();
    write(path, "changed");
    expect(isBuilt(root)).toBe(false);
  },
);

test("a renamed or removed file calls for a build", () => {
  pretendBuilt();
  rmSync(join(root, "shared/sim/step.ts"));
  expect(isBuilt(root)).toBe(false);
  write("shared/sim/walk.ts", "rules");
  expect(isBuilt(root)).toBe(false);
});

test("the server's files and the cache of the bundler do not", () => {
  pretendBuilt();
  write("server/main.ts", "server");
  write("client/node_modules/.vite/deps.json", "{}");
  expect(isBuilt(root)).toBe(true);
});

test("a stamp without its client counts for nothing", () => {
  pretendBuilt();
  rmSync(join(root, "dist/client"), { recursive: true });
  expect(isBuilt(root)).toBe(false);
});
