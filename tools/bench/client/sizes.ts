/** What a page costs before anybody can play, counted: the built files that it asks for, compressed as they travel. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const BUILD = fileURLToPath(new URL("../../../dist/client/", import.meta.url));

/** A file of the built client and its bytes on the wire. */
export interface Weight {
  readonly file: string;
  readonly bytes: number;
}

/** Pictures, sounds and fonts are compressed already, and travel as they are. */
const AS_IS = /\.(?:webp|png|woff2|ogg|opus|webm|mp3)$/;

/** The weight of a built file by its path on the server; null for what is no file, such as a join. */
export function weigh(path: string): Weight | null {
  const file = path === "/" ? "index.html" : path.replace(/^\//, "");
  const full = BUILD + file;
  if (!existsSync(full) || !statSync(full).isFile()) return null;
  const content = readFileSync(full);
  return { file, bytes: AS_IS.test(file) ? content.length : brotliCompressSync(content).length };
}

/** The weights of all built files among some paths, each once, the heaviest first. */
export function weighAll(paths: Iterable<string>): Weight[] {
  const weights = [...new Set(paths)].map(weigh).filter((weight) => weight !== null);
  return weights.sort((a, b) => b.bytes - a.bytes);
}

/** Tags of a page that name a script or a style sheet, with what they name. */
const NAMING = /<(?:script|link)\b[^>]*?(?:src|href)="(\/[^"]+\.(?:js|css))"[^>]*>/g;

/**
 * What the menu is painted with and works with, before the engine loads: the page, and the scripts and styles that it names.
 * What is marked as less urgent is the engine, on its way ahead (tools/aheadLinks.ts).
 */
export function weighShell(): Weight[] {
  const page = readFileSync(`${BUILD}index.html`, "utf8");
  const named = [...page.matchAll(NAMING)].filter(([tag]) => !tag.includes('fetchpriority="low"'));
  return weighAll(["/", ...named.map(([, path]) => path!)]);
}

export function sum(weights: readonly Weight[]): number {
  return weights.reduce((total, { bytes }) => total + bytes, 0);
}
