import { describe, expect, it } from "vitest";
import { type ClientFigures, client } from "./index.ts";
import { LIMITS } from "./limits.ts";

const spread = { median: 1.2, min: 0.5, max: 9, runs: 60 };
const frame = { drones: 16, frames: 60, scriptMs: spread, scriptP95Ms: 3, drawCalls: 20 };

const FINE: ClientFigures = {
  shell: [{ file: "index.html", bytes: 300 }],
  visit: { menuMs: 400, controlMs: 2500, files: [{ file: "assets/phaser.js", bytes: 230_000 }] },
  frames: { low: frame, medium: frame, high: frame },
  soak: { seconds: 20, samples: [{ seconds: 1, megabytes: 20 }], growthPerMinute: 0 },
};

describe("the limits of the client", () => {
  it("hold for figures below them", () => {
    expect(client.breaks?.(FINE)).toEqual([]);
  });

  it.each([
    ["shell", { shell: [{ file: "index.html", bytes: LIMITS.shellBytes + 1 }] }],
    ["draw calls", { frames: { ...FINE.frames, high: { ...frame, drawCalls: LIMITS.drawCalls + 1 } } }],
    ["script", { frames: { ...FINE.frames, low: { ...frame, scriptMs: { ...spread, median: 2.1 } } } }],
    ["heap", { soak: { ...FINE.soak, growthPerMinute: 0.2 } }],
    ["first control", { visit: { ...FINE.visit, controlMs: 3001 } }],
  ])("name what is above its own: %s", (what, changes) => {
    const broken = client.breaks?.({ ...FINE, ...changes }) ?? [];
    expect(broken).toHaveLength(1);
    expect(broken[0]).toContain(what);
  });

  it("are shown beside each figure", () => {
    const [table] = client.account(FINE).tables;
    expect(table?.rows.map((row) => row.at(-1))).toEqual(Array(11).fill("yes"));
  });
});
