import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type PageFile, pageOf } from "./page.ts";
import { KEPT, readReport } from "./report.ts";
import { SECTIONS } from "./sections.ts";

const DOCS = fileURLToPath(new URL("../../docs/", import.meta.url));
const PICTURES = "images/performance/";

/** What the page and its pictures have to be by the figures that are kept. */
export function wantedDocs(): PageFile[] {
  return pageOf(
    SECTIONS,
    SECTIONS.flatMap(({ name }) => readReport(KEPT, name) ?? []),
  );
}

/** What they are. */
export function presentDocs(): PageFile[] {
  const pictures = existsSync(DOCS + PICTURES)
    ? readdirSync(DOCS + PICTURES).map((file) => PICTURES + file)
    : [];
  return ["performance.md", ...pictures].map((path) => ({ path, text: readFileSync(DOCS + path, "utf8") }));
}

/** Makes the page and its pictures anew. */
export function writeDocs(): PageFile[] {
  const files = wantedDocs();
  rmSync(DOCS + PICTURES, { recursive: true, force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(DOCS + path), { recursive: true });
    writeFileSync(DOCS + path, text);
  }
  return files;
}
