import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLines } from "./lines.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lines-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const fail = (error: unknown): never => {
  throw error;
};

describe("a file of JSON lines", () => {
  it("keeps every line in order, behind what was there before", async () => {
    const file = join(folder, "results.jsonl");
    writeFileSync(file, '{"n":-1}\n');
    const lines = openLines(file, fail);
    for (let n = 0; n < 1000; n++) lines.append({ n });
    await lines.flush();
    const read = readFileSync(file, "utf8").trim().split("\n");
    expect(read.map((line) => (JSON.parse(line) as { n: number }).n)).toEqual(
      Array.from({ length: 1001 }, (_, i) => i - 1),
    );
  });

  it("does not write while its caller is busy: append returns before the file has the line", async () => {
    const file = join(folder, "results.jsonl");
    const lines = openLines(file, fail);
    lines.append({ n: 1 });
    lines.append({ n: 2 });
    expect(readFileSync(file, "utf8")).not.toContain("2");
    await lines.flush();
    expect(readFileSync(file, "utf8")).toBe('{"n":1}\n{"n":2}\n');
  });

  it("says so when the disk takes nothing, and does not throw at its caller", async () => {
    const faults: unknown[] = [];
    // A device that is always full.
    const lines = openLines("/dev/full", (error) => faults.push(error));
    lines.append({ n: 1 });
    await lines.flush();
    expect((faults[0] as NodeJS.ErrnoException).code).toBe("ENOSPC");
  });

  it("cannot be opened where there is no folder", () => {
    expect(() => openLines(join(folder, "missing", "results.jsonl"), fail)).toThrow("ENOENT");
  });
});
