import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the dev server needs of the repository. */
const PARTS = [
  "client",
  "server",
  "shared",
  "assets",
  "package.json",
  "tsconfig.json",
  "vite.config.ts",
  "tools/build.ts",
  "tools/installable.ts",
  "tools/leanEngine.ts",
  "tools/aheadLinks.ts",
  "tools/prerender.ts",
];

/** A dev server on a copy of the sources, so that edits happen to nobody else. */
export interface DevCopy {
  /** Where it serves, such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  /** Replaces a text in a file of the copy, as an editor would. Throws when the text is not there. */
  edit(file: string, before: string, after: string): void;
  stop(): void;
}

/**
 * Copies the sources and starts `npm run dev`'s server on them.
 * @param settings environment variables of the server (README)
 */
export async function startDevCopy(settings: Readonly<Record<string, string>>): Promise<DevCopy> {
  const copy = mkdtempSync(join(tmpdir(), "crosswire-dev-"));
  const installed = (path: string): boolean => basename(path) === "node_modules";
  for (const part of PARTS) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true, filter: (path) => !installed(path) });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  const { VITEST: _vitest, ...environment } = process.env;
  const vite = spawn(
    process.execPath,
    [join(ROOT, "node_modules/vite/bin/vite.js"), "--port", "0", "--host", "127.0.0.1"],
    { cwd: copy, env: { ...environment, LOG_LEVEL: "warn", NO_COLOR: "1", ...settings } },
  );
  let said = "";
  const endpoint = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const link = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (link !== null && said.includes("Server ready")) resolve(link[0]);
    };
    vite.stdout.on("data", hear);
    vite.stderr.on("data", hear);
    vite.once("exit", () => reject(new Error(said)));
  });
  return {
    endpoint,
    edit(file, before, after) {
      const path = join(copy, file);
      const text = readFileSync(path, "utf8");
      if (!text.includes(before)) throw new Error(`${file} holds no "${before}"`);
      writeFileSync(path, text.replace(before, after));
    },
    stop() {
      vite.kill("SIGKILL");
      rmSync(copy, { recursive: true, force: true });
    },
  };
}
