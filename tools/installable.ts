/** What makes the built game one that can be installed: a manifest with its icons, a service worker and an offline page. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ROOT = new URL("../", import.meta.url);

/** Entries of the build besides the page, by the names under which `entryFileName` knows them. */
export const OFFLINE_ENTRIES = {
  offline: fileURLToPath(new URL("client/offline/index.html", ROOT)),
  sw: fileURLToPath(new URL("client/offline/worker.ts", ROOT)),
};

/** A worker is known by its address: the name must not change with the content. */
export function entryFileName({ name }: { readonly name: string }): string {
  return name === "sw" ? "sw.js" : "assets/[name]-[hash].js";
}

const ICONS = [
  { name: "icon-192", sizes: "192x192", purpose: "any" },
  { name: "icon-512", sizes: "512x512", purpose: "any" },
  { name: "maskable-512", sizes: "512x512", purpose: "maskable" },
] as const;

/** For home screens that read no manifest. */
const TOUCH_ICON = "touch-180";

/** W3C Web Application Manifest. */
const MANIFEST = {
  id: "/",
  name: "Crosswire",
  short_name: "Crosswire",
  description: "A multiplayer arena shooter: open the page and play.",
  lang: "en",
  start_url: "/",
  scope: "/",
  display: "fullscreen",
  background_color: "#0b0f15",
  theme_color: "#0b0f15",
  categories: ["games"],
};

/** Adds them to a build; while developing there is no worker that could keep anything. */
export function installable(): Plugin {
  return {
    name: "crosswire:installable",
    apply: "build",
    generateBundle() {
      const addIcon = (name: string): string => {
        const source = readFileSync(new URL(`assets/build/icons/${name}.png`, ROOT));
        const fileName = `icons/${name}.png`;
        this.emitFile({ type: "asset", fileName, source });
        return `/${fileName}`;
      };
      addIcon(TOUCH_ICON);
      const icons = ICONS.map(({ name, ...facts }) => ({ src: addIcon(name), type: "image/png", ...facts }));
      const source = JSON.stringify({ ...MANIFEST, icons });
      this.emitFile({ type: "asset", fileName: "manifest.webmanifest", source });
    },
    transformIndexHtml: (_html, { filename }) =>
      filename === OFFLINE_ENTRIES.offline
        ? []
        : [
            { tag: "link", attrs: { rel: "manifest", href: "/manifest.webmanifest" } },
            { tag: "link", attrs: { rel: "apple-touch-icon", href: `/icons/${TOUCH_ICON}.png` } },
          ],
  };
}
