/** The house rules, held by a test: who may import whom, and what the rules of the game may know. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { complaintsAbout, foldersWithoutDoor, MOST_LINES } from "./architecture/rules.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NOT_OURS = ["node_modules", "generated"];

/** All source files below a folder of the repository. */
function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.includes(entry.name) ? [] : sourcesBelow(path);
    return /\.(ts|tsx|mjs)$/.test(path) ? [path] : [];
  });
}

const sources = ["client", "server", "shared", "tools", "tests"].flatMap(sourcesBelow);
const configs = readdirSync(ROOT).filter((name) => name.endsWith(".ts"));

/** Parses the whole repository, which takes a busy machine a while; in ms. */
const PATIENCE_MS = 30_000;

test("every file keeps the rules of the house", { timeout: PATIENCE_MS }, () => {
  const complaints = [...sources, ...configs].flatMap((path) =>
    complaintsAbout(path, readFileSync(join(ROOT, path), "utf8")),
  );
  expect(complaints).toEqual([]);
});

test("every folder has a front door", () => {
  expect(foldersWithoutDoor(sources)).toEqual([]);
});

/** Snippets that must be refused: path, source, and what the complaint says. */
const REFUSED: readonly (readonly [path: string, source: string, complaint: string])[] = [
  // The two sides
  ["shared/sim/a.ts", 'import { x } from "../../server/app.ts";', "may not import server/app.ts"],
  ["shared/state/a.ts", 'import type { X } from "../../client/net/index.ts";', "may not import client/net"],
  ["shared/protocol.ts", 'import { DRONE } from "./content/index.ts";', "may not import shared/content"],
  ["server/rooms/a.ts", 'export * from "../../client/net/index.ts";', "may not import client/net"],
  [
    "client/net/a.ts",
    'const m = await import("../../server/match/index.ts");',
    "may not import server/match",
  ],
  ["client/main.tsx", 'type T = import("../server/app.ts").T;', "may not import server/app.ts"],
  ["client/net/a.ts", 'export { x } from "../../server/config.ts";', "may not import server/config.ts"],
  ["client/net/a.test.ts", 'import "../../server/app.ts";', "may not import server/app.ts"],
  // The rooms of each side
  ["shared/math/a.ts", 'import { DRONE } from "../content/index.ts";', "may not import shared/content"],
  ["shared/content/a.ts", 'import { TAU } from "../math/index.ts";', "may not import shared/math"],
  ["shared/arena/a.ts", 'import { DRONE } from "../content/index.ts";', "may not import shared/content"],
  ["shared/sim/a.ts", 'import { Phase } from "../state/index.ts";', "may not import shared/state"],
  ["shared/state/a.ts", 'import { Body } from "../sim/index.ts";', "may not import shared/sim"],
  ["server/match/a.ts", 'import { ArenaRoom } from "../rooms/index.ts";', "may not import server/rooms"],
  ["server/sight/a.ts", 'import { Match } from "../match/index.ts";', "may not import server/match"],
  ["server/ops/a.ts", 'import { Match } from "../match/index.ts";', "may not import server/match"],
  ["client/net/a.ts", 'import { x } from "../view/index.ts";', "may not import client/view"],
  ["client/input/a.ts", 'import { x } from "../net/index.ts";', "may not import client/net"],
  ["client/view/a.ts", 'import { x } from "../hud/index.ts";', "may not import client/hud"],
  ["client/hud/a.tsx", 'import { Scene } from "../view/scene.ts";', "may not import client/view/scene.ts"],
  ["client/view/palette.ts", 'import { x } from "../hud/index.ts";', "may not import client/hud"],
  ["tools/a.ts", 'import { x } from "../client/view/index.ts";', "may not import client/view"],
  ["server/main.ts", 'import "../../elsewhere/a.ts";', "may not import ../elsewhere/a.ts"],
  ["server/attic/a.ts", "export {};", "lies in no room"],
  ["shared/a.ts", "export {};", "lies in no room"],
  ["client/net/a.ts", "await import(name);", "computed"],
  // Packages
  ["client/hud/a.tsx", 'import Phaser from "phaser";', "phaser may be imported only in client/view"],
  ["client/view/palette.ts", 'import type { Scene } from "phaser";', "phaser may be imported only"],
  ["client/net/a.ts", 'import "phaser/src/math/index.js";', "phaser may be imported only"],
  ["client/view/a.ts", 'import Phaser from "phaser";', "takes of phaser more than types"],
  ["client/view/a.ts", 'import Game from "phaser/src/core/Game.js";', "takes of phaser more than types"],
  ["server/match/a.ts", 'import { schema } from "@colyseus/schema";', "no package, so not @colyseus/schema"],
  ["server/config.ts", 'import { Room } from "@colyseus/core";', "@colyseus/core may be imported only"],
  ["server/main.ts", 'import { listen } from "@colyseus/tools";', "@colyseus/tools may be imported only"],
  ["client/hud/a.tsx", 'import { Client } from "@colyseus/sdk";', "@colyseus/sdk may be imported only"],
  ["client/view/a.ts", 'import debug from "@colyseus/sdk/debug";', "@colyseus/sdk may be imported only"],
  ["client/view/a.ts", 'import { schema } from "@colyseus/schema";', "@colyseus/schema may be imported only"],
  ["shared/state/a.ts", 'import { Room } from "@colyseus/core";', "@colyseus/core may be imported only"],
  ["shared/state/a.ts", 'import colyseus from "colyseus";', "colyseus may be imported only"],
  ["shared/sim/a.ts", 'import * as v from "valibot";', "no package, so not valibot"],
  ["shared/arena/a.ts", 'import { readFileSync } from "node:fs";', "no package, so not node:fs"],
  ["shared/sim/a.ts", 'const fs = require("node:fs");', "no package, so not node:fs"],
  ["shared/sim/a.ts", 'import fs = require("node:fs");', "no package, so not node:fs"],
  ["client/net/a.ts", 'import { WebSocket } from "ws";', "ws may be imported only"],
  ["shared/protocol.ts", 'import { createHash } from "node:crypto";', "node:crypto may be imported only"],
  // Clock, chance, timers, host
  ["shared/sim/a.ts", "const now = Date.now();", "Date is banned"],
  ["shared/sim/a.ts", "const at = new Date();", "Date is banned"],
  ["server/match/a.ts", "const now = performance.now();", "performance is banned"],
  ["server/match/bots/a.ts", "const r = Math.random();", "Math.random is banned"],
  ["server/match/a.ts", 'const r = Math["random"]();', "Math.random is banned"],
  ["server/match/a.ts", "const r = Math?.random();", "Math.random is banned"],
  ["server/match/a.ts", "const r = Math[name]();", "Math is used in a way"],
  ["server/match/a.ts", "const { random } = Math;", "Math is used in a way"],
  ["server/match/a.ts", "const pick = { roll: crypto.randomUUID };", "crypto is banned"],
  ["shared/content/a.ts", "setTimeout(() => {}, 1);", "setTimeout is banned"],
  ["shared/math/a.ts", "const later = { setInterval };", "setInterval is banned"],
  ["server/match/a.ts", "const debug = process.env.DEBUG;", "process is banned"],
  ["shared/arena/a.ts", "const d = globalThis.Date;", "globalThis is banned"],
  // Arithmetic that engines define
  ["shared/sim/a.ts", "const s = Math.sin(1);", "Math.sin is not exact"],
  ["shared/math/a.ts", "export const length = (x: number) => Math.hypot(x, x);", "Math.hypot is not exact"],
  ["shared/math/angle.ts", "function other() { return Math.atan2(1, 2); }", "Math.atan2 is not exact"],
  ["shared/sim/a.ts", 'import { angleTo } from "../math/index.ts";', "angleTo is not exact"],
  ["shared/sim/a.ts", 'import { angleTo as turn } from "../math/index.ts";', "angleTo is not exact"],
  // Length
  ["tools/a.ts", "\n".repeat(MOST_LINES), `${MOST_LINES} lines`],
];

/** Snippets that must pass: near misses of the above. */
const ALLOWED: readonly (readonly [path: string, source: string])[] = [
  ["shared/sim/a.ts", 'import { TAU } from "../math/index.ts"; import { helper } from "./b.ts";'],
  ["shared/sim/a.ts", "const s = Math.sqrt(Math.floor(2)) + Math.imul(1, 2);"],
  ["shared/sim/a.ts", "// Date.now() and Math.random() are banned\nconst text = 'Math.random()';"],
  [
    "shared/sim/a.ts",
    "interface Clock { process: number; Date: string }\nconst c = { window: 1 }; c.window;",
  ],
  ["shared/math/angle.ts", "export function angleTo() { return Math.atan2(1, 2); }"],
  ["shared/sim/a.test.ts", 'import { test } from "vitest"; import fs from "node:fs"; performance.now();'],
  ["shared/sim/a.test.ts", 'import map from "../../tests/fixtures/box.json" with { type: "json" };'],
  ["server/match/a.ts", 'import { Phase } from "../../shared/state/index.ts"; const s = Math.sin(1);'],
  ["shared/state/a.ts", 'import { schema } from "@colyseus/schema";'],
  ["server/rooms/a.ts", 'import { Room } from "@colyseus/core"; import { Match } from "../match/index.ts";'],
  ["client/view/scene.ts", 'import type Phaser from "phaser"; const now = performance.now();'],
  ["client/view/engine.ts", 'import Game from "phaser/src/core/Game.js";'],
  ["client/hud/a.tsx", 'import { COLOURS } from "../view/palette.ts"; import { h } from "preact";'],
  ["client/view/a.ts", 'import sheet from "../../assets/build/atlas.png?url";'],
  ["tests/integration/a.test.ts", 'import "../../server/app.ts"; import "../../client/net/index.ts";'],
];

describe("the test itself can fail", () => {
  test.each(REFUSED)("$0 is refused: $2", (path, source, complaint) => {
    expect(complaintsAbout(path, source).join("\n")).toContain(complaint);
  });

  test.each(ALLOWED)("$0 is allowed: $1", (path, source) => {
    expect(complaintsAbout(path, source)).toEqual([]);
  });

  test("a folder without a front door is found", () => {
    const files = [
      "server/match/match.ts",
      "server/match/bots/brain.ts",
      "client/hud/index.tsx",
      "server/main.ts",
    ];
    expect(foldersWithoutDoor(files)).toEqual(["server/match/bots"]);
  });
});
