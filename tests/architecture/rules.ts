import { posix } from "node:path";
import { type Import, scan, type Use } from "./scan.ts";

/** A folder (or a single file) and what it may import besides itself: other rooms of the repository. */
interface Room {
  readonly path: string;
  readonly mayImport: readonly string[];
}

/**
 * Who may call whom; the longest matching path decides. docs/keypress.md walks through the rooms.
 * Every source file has a room: a new folder begins with a line in here.
 */
const ROOMS: readonly Room[] = [
  { path: "shared/math", mayImport: [] },
  { path: "shared/content", mayImport: [] },
  { path: "shared/arena", mayImport: ["shared/math"] },
  { path: "shared/sim", mayImport: ["shared/arena", "shared/content", "shared/math"] },
  { path: "shared/state", mayImport: ["shared/content"] },
  { path: "shared/inputFrames.ts", mayImport: [] },
  { path: "shared/protocol.ts", mayImport: [] },
  { path: "shared/tidings.ts", mayImport: ["shared/math", "shared/protocol.ts"] },

  { path: "server/main.ts", mayImport: ["server", "shared", "assets"] },
  { path: "server/app.ts", mayImport: ["server", "shared", "assets"] },
  { path: "server/dev.ts", mayImport: ["server", "shared", "assets"] },
  {
    path: "server/config.ts",
    mayImport: [
      ...["server/edge", "server/match", "server/metrics/address.ts"],
      ...["server/rooms/identity.ts", "shared"],
    ],
  },
  { path: "server/arenas.ts", mayImport: ["shared", "assets"] },
  { path: "server/rooms", mayImport: ["server/match", "server/sight", "server/ops", "shared"] },
  { path: "server/match", mayImport: ["shared"] },
  { path: "server/sight", mayImport: ["shared"] },
  { path: "server/metrics", mayImport: ["server/ops", "shared"] },
  { path: "server/store", mayImport: ["shared"] },
  { path: "server/ops", mayImport: ["shared"] },
  { path: "server/edge", mayImport: ["server/ops", "shared"] },

  { path: "client/main.tsx", mayImport: ["client", "shared", "assets"] },
  { path: "client/app", mayImport: ["client", "shared", "assets"] },
  { path: "client/offline", mayImport: [] },
  { path: "client/net", mayImport: ["shared"] },
  { path: "client/settings", mayImport: ["shared"] },
  { path: "client/words", mayImport: ["client/settings", "shared", "assets"] },
  { path: "client/input", mayImport: ["client/settings", "shared"] },
  { path: "client/sound", mayImport: ["client/net", "client/settings", "shared", "assets"] },
  { path: "client/view", mayImport: ["client/net", "client/settings", "shared", "assets"] },
  {
    path: "client/hud",
    mayImport: [
      ...["client/net", "client/input", "client/settings", "client/words", "client/view/palette.ts"],
      ...["client/sound/cues.ts"],
      ...["client/style", "shared", "assets"],
    ],
  },

  { path: "tools", mayImport: ["client/net", "shared", "assets"] },
  { path: "tools/bench", mayImport: ["server", "client/net", "tools", "shared", "assets"] },
  // Where the client is measured and pictured, the stage of the browser tests is at hand.
  { path: "tools/bench/client", mayImport: ["tools", "tests/browser/stage", "shared"] },
  { path: "tools/shots", mayImport: ["tools", "tests/browser/stage", "shared"] },
  { path: "tools/content", mayImport: ["server/match", "shared"] },
  { path: "tools/sim", mayImport: ["server/match", "server/arenas.ts", "shared"] },
  { path: "tools/sounds", mayImport: ["client/sound", "shared"] },
  {
    path: "tools/bots",
    mayImport: [
      ...["client/net", "server/match", "shared"],
      ...["tools/blind", "tools/headless", "tools/netlab", "tools/wire"],
    ],
  },
  { path: "tests", mayImport: ["client", "server", "shared", "tools", "assets"] },
  { path: "vite.config.ts", mayImport: ["server", "tools"] },
  { path: "vitest.config.ts", mayImport: ["tools"] },
];

/** A package and the only places that may know it. */
interface Fence {
  readonly owns: (name: string) => boolean;
  readonly within: readonly string[];
  readonly except?: readonly string[];
}

const COLYSEUS_PLACES = [
  "server/app.ts",
  "server/rooms",
  "server/ops",
  "server/edge",
  "server/sight",
  "client/net",
  "tools",
  "tests",
  "vite.config.ts",
];

const FENCES: readonly Fence[] = [
  { owns: (name) => name === "phaser", within: ["client/view"], except: ["client/view/palette.ts"] },
  { owns: (name) => name === "@colyseus/schema", within: [...COLYSEUS_PLACES, "shared/state"] },
  {
    owns: (name) => name === "colyseus" || (name.startsWith("@colyseus/") && name !== "@colyseus/schema"),
    within: COLYSEUS_PLACES,
  },
  // What only Node has does not reach the browser.
  {
    owns: (name) => name.startsWith("node:") || ["express", "ws", "pino"].includes(name),
    within: ["server", "tools", "tests", "vite.config.ts", "vitest.config.ts"],
  },
];

/** The one place that takes parts of the engine; anywhere else, its package would come into the build as a whole. */
const ENGINE = { package: "phaser", parts: "client/view/engine.ts" };

/** The rules of the game: they know no clock, no chance, no timer, no process, no page and no package. */
const RULES = ["shared/math", "shared/content", "shared/arena", "shared/sim", "server/match"];

/** What both sides compute: here every bit counts. */
const EXACT = ["shared/math", "shared/content", "shared/arena", "shared/sim"];

const CLOCKS = ["Date", "Temporal", "performance"];
const TIMERS = [
  ...["setTimeout", "setInterval", "setImmediate", "queueMicrotask"],
  ...["requestAnimationFrame", "requestIdleCallback"],
];
const HOSTS = ["process", "globalThis", "global", "window", "document", "navigator"];
const CHANCE = ["Math.random", "crypto"];
const BANNED = new Set([...CLOCKS, ...TIMERS, ...HOSTS, ...CHANCE]);

/** Functions that ECMA-262 calls implementation-approximated: two engines may differ in the last bit. */
const APPROXIMATED = new Set(
  [
    ...["sin", "cos", "tan", "asin", "acos", "atan", "atan2"],
    ...["sinh", "cosh", "tanh", "asinh", "acosh", "atanh"],
    ...["hypot", "cbrt", "pow", "exp", "expm1", "log", "log1p", "log2", "log10"],
  ].map((name) => `Math.${name}`),
);

/** The one function that is allowed to be inexact; the step must not call it. */
const INEXACT = { path: "shared/math/angle.ts", name: "angleTo" };

/** No file is longer than a reader can hold. */
export const MOST_LINES = 400;

/** Whether a path is a place of the repository or lies below it. */
function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function isWithinAny(path: string, places: readonly string[]): boolean {
  return places.some((place) => isWithin(path, place));
}

function isTest(path: string): boolean {
  return /\.test\.(ts|tsx|mjs)$/.test(path);
}

/** The room of a file; a test lies in the room of what it tests. */
function roomOf(path: string): Room | undefined {
  const tested = path.replace(/\.test(?=\.\w+$)/, "");
  return ROOMS.filter((room) => isWithin(tested, room.path)).sort((a, b) => b.path.length - a.path.length)[0];
}

/** The package of a bare specifier: `@colyseus/sdk` of `@colyseus/sdk/debug`; node: modules keep their prefix. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** What is wrong with importing another file of the repository. */
function complaintAboutFile(path: string, room: Room, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ""));
  // Tests build their worlds from any shared part and from fixtures, but stay on their side.
  const allowed = isTest(path) ? [...room.mayImport, "shared", "assets", "tests/fixtures"] : room.mayImport;
  if (isWithin(target, room.path) || isWithinAny(target, allowed)) return undefined;
  return `${room.path} may not import ${target}`;
}

/** What is wrong with importing a package. */
function complaintAboutPackage(path: string, specifier: string): string | undefined {
  const name = packageOf(specifier);
  if (isTest(path) && (name === "vitest" || name.startsWith("node:"))) return undefined;
  if (isWithinAny(path, RULES)) return `the rules of the game import no package, so not ${name}`;
  const fence = FENCES.find((f) => f.owns(name));
  if (fence === undefined) return undefined;
  if (isWithinAny(path, fence.within) && !isWithinAny(path, fence.except ?? [])) return undefined;
  return `${name} may be imported only in ${fence.within.join(", ")}`;
}

function complaintAboutImport(path: string, room: Room, what: Import): string | undefined {
  const { specifier, names, typesOnly } = what;
  if (specifier === "(computed)") return `imports a name that is computed, which no test can follow`;
  if (packageOf(specifier) === ENGINE.package && path.startsWith("client/view/")) {
    if (!typesOnly && path !== ENGINE.parts)
      return `takes of ${ENGINE.package} more than types; ${ENGINE.parts} has the rest`;
  }
  if (isWithin(path, "shared/sim") && names.includes(INEXACT.name) && !isTest(path)) {
    return `${INEXACT.name} is not exact and may not be used in shared/sim`;
  }
  return specifier.startsWith(".")
    ? complaintAboutFile(path, room, specifier)
    : complaintAboutPackage(path, specifier);
}

function complaintAboutUse(path: string, { name, within }: Use): string | undefined {
  if (isTest(path) || !isWithinAny(path, RULES)) return undefined;
  if (BANNED.has(name)) return `${name} is banned from the rules of the game`;
  if (name === "Math" || name === "Math.(computed)") return "Math is used in a way that no test can follow";
  if (!isWithinAny(path, EXACT) || !APPROXIMATED.has(name)) return undefined;
  if (path === INEXACT.path && within === INEXACT.name) return undefined;
  return `${name} is not exact: engines may differ in its last bit`;
}

/** Everything that is wrong with a source file; empty when it keeps the rules of the house. */
export function complaintsAbout(path: string, source: string): string[] {
  const room = roomOf(path);
  if (room === undefined) return [`${path} lies in no room of tests/architecture/rules.ts`];
  const { imports, uses } = scan(path, source);
  const lines = source.split("\n").length - 1;
  const complaints = [
    lines < MOST_LINES ? undefined : `${lines} lines; fewer than ${MOST_LINES} are allowed`,
    ...imports.map((i) => complaintAboutImport(path, room, i)),
    ...uses.map((use) => complaintAboutUse(path, use)),
  ];
  return complaints.filter((c) => c !== undefined).map((c) => `${path}: ${c}`);
}

/**
 * Folders of source that a reader cannot enter: without `index.ts`, a file named after the folder, or the
 * `main.ts` of a command.
 * @param paths all source files of the repository
 */
export function foldersWithoutDoor(paths: readonly string[]): string[] {
  const ROOTS = ["client", "server", "shared", "tools", "tests"];
  const sources = paths.filter((path) => !isTest(path) && !isWithin(path, "tests"));
  const folders = new Set(sources.map((path) => posix.dirname(path)));
  return [...folders].filter((folder) => {
    if (folder === "." || ROOTS.includes(folder)) return false;
    const doors = ["index", posix.basename(folder), "main"];
    return !doors.some((door) =>
      ["ts", "tsx", "mjs"].some((end) => paths.includes(`${folder}/${door}.${end}`)),
    );
  });
}
