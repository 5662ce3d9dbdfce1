import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readTiled } from "../../shared/arena/index.ts";
import { ITEMS } from "../../shared/content/index.ts";
import { arenaOf, type MapDrawing } from "./drawing.ts";
import { DRAWINGS } from "./drawings/index.ts";
import { mapsPage } from "./page.ts";
import { LETTERS, pictureOf } from "./picture.ts";
import { tiledText } from "./tiledMap.ts";

const ROOT = new URL("../../", import.meta.url);

function textOf(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

describe.each(DRAWINGS.map((drawing) => [drawing.name, drawing] as const))("the map %s", (name, drawing) => {
  test("is what its drawing says; `npm run maps` writes it anew", () => {
    expect(textOf(`assets/maps/${name}.tmj`)).toBe(tiledText(arenaOf(drawing)));
  });

  test("loses nothing on its way through Tiled's format", () => {
    expect(readTiled(name, JSON.parse(tiledText(arenaOf(drawing))))).toEqual(arenaOf(drawing));
  });

  test("has its picture; `npm run maps:pictures` makes it", () => {
    expect(existsSync(new URL(`docs/images/maps/${name}.png`, ROOT))).toBe(true);
  });

  test("shows all its racks in the picture, each kind with a letter of its own", () => {
    const arena = arenaOf(drawing);
    expect(pictureOf(arena).match(/ r="20"/g)).toHaveLength(arena.items.length);
    const letters = ITEMS.map((item) => LETTERS[item.key]);
    expect(letters).not.toContain(undefined);
    expect(new Set(letters).size).toBe(ITEMS.length);
  });
});

test("the page about the maps is true; `npm run maps:pictures` writes it anew", () => {
  expect(textOf("docs/maps.md")).toBe(mapsPage(DRAWINGS.map(arenaOf)));
});

describe("a drawing", () => {
  const tiny = (changes: Partial<MapDrawing>): MapDrawing => ({
    name: "tiny",
    title: "Tiny",
    idea: "",
    modes: ["ffa"],
    players: { min: 2, max: 2 },
    columns: 5,
    rows: 4,
    symmetry: "turn",
    zoneRadius: 48,
    half: ["#####", "#1h.#"],
    exact: [],
    ...changes,
  });
  const at = (column: number, row: number): object => ({ x: (column + 0.5) * 32, y: (row + 0.5) * 32 });

  test("that is turned has the other half upside down, teams changed", () => {
    const arena = arenaOf(tiny({ half: ["#####", "#1#.#"] }));
    expect([...arena.solid].join("")).toBe("11111101011010111111");
    expect(arena.spawns).toEqual([
      { ...at(1, 1), team: 1 },
      { ...at(3, 2), team: 2 },
    ]);
  });

  test("that is mirrored has the other half on its right; what lies on the axis is there once", () => {
    const arena = arenaOf(tiny({ symmetry: "mirror", half: ["###", "#Ar", "#.h", "###"] }));
    expect(arena.homes).toEqual([
      { ...at(1, 1), team: 1 },
      { ...at(3, 1), team: 2 },
    ]);
    // In the order of the content, not of the drawing.
    expect(arena.items).toEqual([
      { ...at(2, 2), item: "healthCell" },
      { ...at(2, 1), item: "rail" },
    ]);
  });

  test("with an odd number of rows shows its middle row whole", () => {
    const half = ["#####", "#...#", "#1z2#"];
    const arena = arenaOf(tiny({ rows: 5, half }));
    expect(arena.spawns).toEqual([
      { ...at(1, 2), team: 1 },
      { ...at(3, 2), team: 2 },
    ]);
    expect(arena.zones).toEqual([{ ...at(2, 2), radius: 48 }]);
    expect(() => arenaOf(tiny({ rows: 5, half: ["#####", "#...#", "#1z1#"] }))).toThrow(
      /middle row .* column 1/,
    );
  });

  test("may put things between the tiles", () => {
    const arena = arenaOf(tiny({ exact: [{ sign: "z", at: [2, 1.5] }] }));
    expect(arena.zones).toEqual([
      { x: 64, y: 48, radius: 48 },
      { x: 96, y: 80, radius: 48 },
    ]);
  });

  test.each([
    ["has too few rows", { half: ["#####"] }, "1 rows drawn, 2 are needed"],
    ["has a row too short", { half: ["#####", "#.."] }, "row 1 has 3 tiles, 5 are needed"],
    ["has an unknown sign", { half: ["#####", "#.?.#"] }, '"?" at 2.5,1.5 is no sign'],
    [
      "has a team's spawn in the middle",
      { rows: 3, half: ["#####", "#...#"], exact: [{ sign: "1", at: [2.5, 1.5] }] },
      "in the middle",
    ],
  ] as const)("that %s is refused", (_what, changes, message) => {
    expect(() => arenaOf(tiny(changes))).toThrow(message);
  });
});
