import { describe, expect, test } from "vitest";
import { type DrawOptions, drawArena, emptyArena } from "../../tests/fixtures/arenas.ts";
import { type Arena, complaintsAboutArena, type Known } from "./index.ts";

const KNOWN: Known = {
  items: ["healthCell", "rail"],
  modes: [
    { key: "ffa", teams: false },
    { key: "tdm", teams: true },
    { key: "uplink", teams: true },
    { key: "courier", teams: true },
  ],
};

const CARD: DrawOptions = {
  legend: { r: "rail", x: "chocolate" },
  idea: "A wall with two gates.",
  modes: ["ffa", "tdm", "uplink", "courier"],
  players: { min: 2, max: 4 },
  listed: true,
};

/** Two halls, a wall between them, and a gate at either end of it. */
const HALLS = [
  "######################",
  "#....................#",
  "#..s..............s..#",
  "#.........##.........#",
  "#.........##.........#",
  "#.1.......##.......2.#",
  "#.........##.........#",
  "#.1.......##.......2.#",
  "#...A.h...##...h.B...#",
  "#.........##.........#",
  "#.1.......##.......2.#",
  "#.........##.........#",
  "#.1.......##.......2.#",
  "#...r.....##.....r...#",
  "#..s..............s..#",
  "#.........zz.........#",
  "#....................#",
  "######################",
];

/** A sign in the place of another: column, row, sign. */
type Change = readonly [number, number, string];

/** The halls with other signs and other words. */
function halls(changes: readonly Change[] = [], words: DrawOptions = {}): Arena {
  const rows = HALLS.map((line) => [...line]);
  for (const [column, row, sign] of changes) rows[row]![column] = sign;
  return drawArena(...rows.map((line) => line.join("")), { ...CARD, ...words });
}

function complaints(changes: readonly Change[] = [], words: DrawOptions = {}): string[] {
  return complaintsAboutArena(halls(changes, words), KNOWN);
}

/** Wall from one row to another in a column. */
function wall(column: number, from: number, to: number): Change[] {
  return Array.from({ length: to - from + 1 }, (_, i) => [column, from + i, "#"] as const);
}

test("an arena in order gives no reason to complain", () => {
  expect(complaints()).toEqual([]);
});

describe("walls", () => {
  test("the border is closed, corners too", () => {
    expect(complaints([[0, 6, "."]])).toEqual(["the border is open at column 0, row 6"]);
    expect(complaints([[21, 17, "."]])).toEqual(["the border is open at column 21, row 17"]);
  });

  test("sides are within limits", () => {
    const small = complaintsAboutArena(emptyArena(17, 18), KNOWN);
    expect(small).toEqual(["17 columns are not within 18 to 64"]);
    const large = complaintsAboutArena(emptyArena(64, 65), KNOWN);
    expect(large).toEqual(["65 rows are not within 18 to 64"]);
    expect(complaintsAboutArena(emptyArena(64, 18), KNOWN)).toEqual([]);
  });

  test("a way is two tiles wide, a gap between two blocks may be of one", () => {
    expect(complaints([[8, 9, "#"]])).toEqual([]);
    expect(complaints([...wall(8, 9, 10), ...wall(13, 9, 10)])).toEqual([
      "the way is too narrow at column 9, row 9",
      "the way is too narrow at column 12, row 9",
    ]);
  });
});

describe("names and words", () => {
  test("racks and modes exist", () => {
    expect(complaints([[8, 6, "x"]], { modes: ["ffa", "chess"] })).toEqual([
      'there is no item "chocolate"',
      'there is no mode "chess"',
    ]);
  });

  test("a listed arena has an idea, a mode, all items and a spawn for everybody", () => {
    const lacking: Change[] = [
      [4, 13, "."],
      [17, 13, "."],
    ];
    const words: DrawOptions = { idea: "", modes: [], players: { min: 2, max: 5 } };
    expect(complaints(lacking, words)).toEqual([
      "it has no idea",
      "it is for no mode",
      'it has no rack with "rail"',
      "4 spawns for anybody are too few for 5",
    ]);
    expect(complaints(lacking, { ...words, listed: false })).toEqual([]);
  });
});

describe("distances", () => {
  test("spawns keep away from each other and from racks", () => {
    expect(complaints([[4, 2, "s"]])).toEqual(["the spawn at column 3, row 2 is too near to another"]);
    expect(complaints([[4, 14, "h"]], { modes: ["ffa"] })).toEqual([
      "the spawn at column 3, row 14 is too near to a rack",
      "the rack at column 4, row 13 is within reach of another",
    ]);
  });

  test("a drone that appears does not touch a wall", () => {
    const { spawns } = halls();
    const moved = spawns.map((spawn, i) => (i === 0 ? { ...spawn, x: 44 } : spawn));
    expect(complaints([], { spawns: moved })).toEqual(["the spawn at column 1, row 2 is too near to a wall"]);
    const fits = spawns.map((spawn, i) => (i === 0 ? { ...spawn, x: 45 } : spawn));
    expect(complaints([], { spawns: fits })).toEqual([]);
  });

  test("nobody takes two racks at once", () => {
    expect(
      complaints([
        [7, 8, "r"],
        [14, 8, "r"],
      ]),
    ).toEqual([
      "the rack at column 6, row 8 is within reach of another",
      "the rack at column 14, row 8 is within reach of another",
    ]);
  });
});

describe("ways", () => {
  const shut = [...wall(10, 1, 2), ...wall(10, 14, 16)];

  test("every spawn reaches every spawn, rack, zone and home", () => {
    const found = complaints(shut).filter((complaint) => complaint.startsWith("no way"));
    const { spawns, items, zones, homes } = halls(shut);
    expect(found).toHaveLength(spawns.length + items.length + zones.length + homes.length);
    expect(found).toContain("no way leads from the spawn at column 18, row 2 to the rack at column 6, row 8");
  });

  test("a drone does not slip through where two blocks touch at a corner", () => {
    const corner = drawArena("####", "#s##", "##h#", "####", { listed: false });
    const found = complaintsAboutArena(corner, KNOWN).filter((complaint) => complaint.startsWith("no way"));
    expect(found).toEqual(["no way leads from the spawn at column 1, row 1 to the rack at column 2, row 2"]);
  });

  test("neither team is nearer to a rack, a zone or a home", () => {
    const fair = (what: string): string => `the teams' ways to the ${what} differ by more than 1 tile`;
    expect(complaints([[8, 4, "r"]])).toEqual([fair('racks with "rail"')]);
    expect(complaints([[5, 10, "z"]])).toEqual([fair("zones")]);
    expect(
      complaints([
        [4, 8, "."],
        [8, 8, "A"],
      ]),
    ).toEqual([fair("own home"), fair("enemy's home")]);
    // One tile more or less is nothing.
    expect(
      complaints([
        [4, 13, "."],
        [5, 13, "r"],
      ]),
    ).toEqual([]);
  });

  test("neither team has more spawns", () => {
    expect(complaints([[7, 4, "1"]])).toContain("the teams' ways to the zones differ by more than 1 tile");
  });

  test("without team modes, teams do not matter", () => {
    expect(
      complaints(
        [
          [8, 4, "r"],
          [2, 5, "."],
        ],
        { modes: ["ffa"] },
      ),
    ).toEqual([]);
  });
});

describe("what modes need", () => {
  test("team modes need spawns of both teams", () => {
    const few: Change[] = [
      [2, 12, "."],
      [19, 12, "."],
    ];
    const needs = ["team 1 has 3 spawns, it needs 4", "team 2 has 3 spawns, it needs 4"];
    expect(complaints(few, { modes: ["tdm"] })).toEqual(needs);
    expect(complaints(few, { modes: ["ffa"] })).toEqual([]);
  });

  test("spawns of two teams do not see each other", () => {
    const gate: Change[] = [
      [10, 7, "."],
      [11, 7, "."],
    ];
    expect(complaints([...gate, [10, 6, "."], [11, 6, "."]])).toEqual([
      "spawns of two teams see each other: column 2, row 5 and column 19, row 7",
      "spawns of two teams see each other: column 2, row 7 and column 19, row 5",
    ]);
  });

  test("Uplink needs a zone", () => {
    expect(complaints([], { zones: [] })).toEqual(["uplink needs a zone"]);
    expect(complaints([], { zones: [], modes: ["ffa", "tdm", "courier"] })).toEqual([]);
  });

  test("Courier needs one home a team", () => {
    const { homes } = halls();
    const needs = "courier needs one home for each team";
    expect(complaints([], { homes: [] })).toEqual([needs]);
    expect(complaints([], { homes: homes.slice(0, 1) })).toContain(needs);
    expect(complaints([], { homes: [...homes, ...homes] })).toEqual([needs]);
    expect(complaints([], { homes: [], modes: ["ffa", "tdm", "uplink"] })).toEqual([]);
  });

  test("a zone lies on floor for the most part", () => {
    const buried = halls().zones.map((zone) => ({ ...zone, y: 5 * 32 }));
    expect(complaints([], { zones: buried.map((zone) => ({ ...zone, radius: 48 })) })).toContain(
      "more than half of the zone at column 10, row 5 is wall",
    );
    const aside = halls().zones.map((zone, i) => ({ ...zone, x: (i === 0 ? 9 : 13) * 32, y: 8 * 32 }));
    expect(complaints([], { zones: aside })).toEqual([]);
  });
});
