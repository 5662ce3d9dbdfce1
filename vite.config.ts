import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { defineConfig, type Plugin, type PluginOption } from "vite";
import { aheadLinks } from "./tools/aheadLinks.ts";
import { fingerprint, INPUTS } from "./tools/build.ts";
import { entryFileName, installable, OFFLINE_ENTRIES } from "./tools/installable.ts";
import { ENGINE_SOURCES, engineParts, leanEngine } from "./tools/leanEngine.ts";
import { prerender } from "./tools/prerender.ts";

/** What the game server of `npm run dev` is made from. */
const SERVER_ENTRY = fileURLToPath(new URL("server/dev.ts", import.meta.url));

const PAGE = fileURLToPath(new URL("client/index.html", import.meta.url));

/** Phaser's sources ask for these build flags; without them the bundle would have no renderer at all. */
const PHASER_FLAGS = {
  "typeof CANVAS_RENDERER": "false",
  "typeof WEBGL_RENDERER": "true",
  "typeof WEBGL_DEBUG": "false",
  "typeof EXPERIMENTAL": "false",
  "typeof PLUGIN_CAMERA3D": "false",
  "typeof PLUGIN_FBINSTANT": "false",
  "typeof FEATURE_SOUND": "false",
  global: "globalThis",
};

/**
 * While developing, the game server runs in Vite's process and reloads with it; a build of the client needs none, nor does
 * the stage, which draws made-up worlds.
 */
async function gameServer(command: "serve" | "build", mode: string): Promise<PluginOption> {
  if (command === "build" || mode === "stage" || process.env.VITEST !== undefined) return [];
  const { colyseus } = await import("colyseus/vite");
  return [colyseus({ serverEntry: SERVER_ENTRY }), pageAfterServer()];
}

/** The code that client and server share. */
const SHARED = fileURLToPath(new URL("shared/", import.meta.url));

/** Time in ms for the server to keep its rooms and let its players back before their pages load anew. */
const SERVER_FIRST_MS = 1500;

/**
 * An edit of shared code reloads server and page. The server goes first: it keeps the seats of those who are connected
 * while it reloads, but forgets those of pages that are just loading.
 */
function pageAfterServer(): Plugin {
  return {
    name: "crosswire:page-after-server",
    hotUpdate({ file }) {
      if (this.environment.name !== "client" || !file.startsWith(SHARED)) return undefined;
      const { hot } = this.environment;
      setTimeout(() => hot.send({ type: "full-reload" }), SERVER_FIRST_MS);
      return [];
    },
  };
}

/** What a build was made from, in one short text; pages and server compare it when a player joins. */
function buildId(command: "serve" | "build"): string {
  if (command === "serve") return "";
  return fingerprint(fileURLToPath(new URL(".", import.meta.url)), INPUTS).slice(0, 16);
}

/** Leaves the id of the build beside the page, for the server to read. */
function nameBuild(id: string): Plugin {
  return {
    name: "crosswire:name-build",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "build.txt", source: id });
    },
  };
}

const brotli = promisify(brotliCompress);

/** Files that brotli makes smaller; pictures, sounds and fonts are compressed already. */
const COMPRESSIBLE = /\.(?:html|js|css|svg|json|webmanifest)$/;

/** Leaves a compressed twin beside each file, so that the server has nothing to compress. */
function writeTwins(): Plugin {
  return {
    name: "crosswire:twins",
    apply: "build",
    async writeBundle({ dir }, bundle) {
      const names = Object.keys(bundle).filter((name) => COMPRESSIBLE.test(name));
      await Promise.all(
        names.map(async (name) =>
          writeFile(`${dir}/${name}.br`, await brotli(await readFile(`${dir}/${name}`))),
        ),
      );
    },
  };
}

/** How the client is served while developing and built for players. */
export default defineConfig(async ({ command, mode }) => ({
  root: "client",
  publicDir: false as const,
  plugins: [
    leanEngine(),
    await gameServer(command, mode),
    nameBuild(buildId(command)),
    installable(),
    prerender(PAGE),
    aheadLinks(PAGE, fileURLToPath(new URL("client/view/index.ts", import.meta.url)).replaceAll("\\", "/")),
    writeTwins(),
  ],
  resolve: { alias: [{ find: /^phaser\/src\//, replacement: ENGINE_SOURCES }] },
  define: { ...PHASER_FLAGS, __BUILD__: JSON.stringify(buildId(command)) },
  oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } },
  // Phaser's sources are CommonJS: the dev server has to bundle them, with the same flags, before it can serve them.
  optimizeDeps: {
    include: engineParts(),
    rolldownOptions: { plugins: [leanEngine()], transform: { define: PHASER_FLAGS } },
  },
  build: {
    outDir: "../dist/client",
    // Every browser that draws the arena knows how to preload a module.
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    target: "es2022",
    // Data URLs would need exceptions in the content security policy.
    assetsInlineLimit: 0,
    // The engine is one known large chunk that keeps its hash while the game around it changes.
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      input: { index: PAGE, ...OFFLINE_ENTRIES },
      output: {
        entryFileNames: entryFileName,
        // Chromium then compiles all of a file beside the page's thread while it comes, instead of each function when it is
        // first called (V8's explicit compile hints); others read a comment. Of the engine only parts are called at first.
        postBanner: ({ name }: { name: string }) => (name === "phaser" ? "" : "//# allFunctionsCalledOnLoad"),
        codeSplitting: { groups: [{ name: "phaser", test: /node_modules[\\/]phaser/ }] },
      },
    },
  },
}));
