/** Builds the client when something it is made of has changed since the last build. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What the built client depends on, as files and folders. */
export const INPUTS = [
  ...["client", "shared", "assets"],
  ...[
    "vite.config.ts",
    "tools/aheadLinks.ts",
    "tools/installable.ts",
    "tools/leanEngine.ts",
    "tools/prerender.ts",
  ],
  "package-lock.json",
];

const OUTPUT = "dist/client/index.html";
/** Beside the output, not inside it: a build empties its folder first. */
export const STAMP = "dist/client.built-from";

/** Every file below a path, or the path itself when it is a file; sorted, so that the order says nothing. */
function filesOf(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .filter((name) => name !== "node_modules") // Vite keeps a cache in there
    .sort()
    .flatMap((name) => filesOf(root, `${path}/${name}`));
}

/** One short text for the names and contents of all files below some paths. */
export function fingerprint(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((p) => filesOf(root, p))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** Whether the client that lies in a checkout was built from what lies beside it now. */
export function isBuilt(root: string): boolean {
  const stamp = join(root, STAMP);
  if (!existsSync(join(root, OUTPUT)) || !existsSync(stamp)) return false;
  return readFileSync(stamp, "utf8") === fingerprint(root, INPUTS);
}

/** Builds the client and remembers from what; throws what the bundler throws. */
async function buildClient(): Promise<void> {
  const begin = performance.now();
  process.stdout.write("client       building ... ");
  rmSync(join(ROOT, STAMP), { force: true });
  // Taken before the build: what is edited meanwhile must count as changed.
  const builtFrom = fingerprint(ROOT, INPUTS);
  const { build } = await import("vite");
  await build({ configFile: join(ROOT, "vite.config.ts"), logLevel: "warn" });
  mkdirSync(join(ROOT, dirname(STAMP)), { recursive: true });
  writeFileSync(join(ROOT, STAMP), builtFrom);
  console.log(`done in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}

if (import.meta.main && !isBuilt(ROOT)) {
  try {
    await buildClient();
  } catch (error) {
    console.error(`failed\n\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
