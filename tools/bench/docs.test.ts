import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { presentDocs, wantedDocs } from "./docs.ts";
import { KEPT, readReport } from "./report.ts";
import { SECTIONS } from "./sections.ts";

test("docs/performance.md and its pictures are those of the figures that are kept; npm run bench -- docs makes them", () => {
  const byPath = (files: ReturnType<typeof wantedDocs>): Map<string, string> =>
    new Map(files.map(({ path, text }) => [path, text]));
  expect(byPath(presentDocs())).toEqual(byPath(wantedDocs()));
});

test("what is kept belongs to a section, and was not taken in a hurry", () => {
  const kept = readdirSync(KEPT).map((file) => file.replace(/\.json$/, ""));
  expect(kept.length).toBeGreaterThan(0);
  for (const name of kept) {
    expect(SECTIONS.map((section) => section.name)).toContain(name);
    expect(readReport(KEPT, name)).toMatchObject({ section: name, quick: false });
  }
});
