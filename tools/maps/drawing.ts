import type { Arena, Home, PlayerRange, SpawnSpot, Zone } from "../../shared/arena/index.ts";
import { type ItemKey, ItemKind, type ModeKey, TILE } from "../../shared/content/index.ts";

/** What a sign of a drawing stands for, besides `#` for wall and `.` for floor. */
type Meaning =
  | { readonly kind: "spawn"; readonly team: number }
  | { readonly kind: "home"; readonly team: number }
  | { readonly kind: "item"; readonly item: ItemKey }
  | { readonly kind: "zone" };

/** All signs of drawings. */
const SIGNS = {
  s: { kind: "spawn", team: 0 },
  1: { kind: "spawn", team: 1 },
  2: { kind: "spawn", team: 2 },
  A: { kind: "home", team: 1 },
  B: { kind: "home", team: 2 },
  z: { kind: "zone" },
  h: { kind: "item", item: "healthCell" },
  p: { kind: "item", item: "plating" },
  o: { kind: "item", item: "overclock" },
  a: { kind: "item", item: "ammo" },
  b: { kind: "item", item: "burst" },
  c: { kind: "item", item: "scatter" },
  r: { kind: "item", item: "rail" },
  l: { kind: "item", item: "launcher" },
  m: { kind: "item", item: "mine" },
} as const satisfies Readonly<Record<string, Meaning>>;

export type Sign = `${keyof typeof SIGNS}`;

/** The sign of the same thing for the other team. */
const OTHER_TEAM: Readonly<Record<string, string>> = { "1": "2", "2": "1", A: "B", B: "A" };

/** A map as its author draws it: one half as text, the other half follows. */
export interface MapDrawing {
  readonly name: string;
  readonly title: string;
  readonly idea: string;
  readonly modes: readonly ModeKey[];
  readonly players: PlayerRange;
  readonly columns: number;
  readonly rows: number;
  /**
   * How the other half comes about. `turn`: the upper half is drawn, the lower one is the same after half a turn.
   * `mirror`: the left half is drawn, the right one is its mirror picture. Teams change sides with it. A middle row
   * or column belongs to the drawing.
   */
  readonly symmetry: "turn" | "mirror";
  /** Radius of all its zones in px. */
  readonly zoneRadius: number;
  readonly half: readonly string[];
  /** What does not lie in the middle of a tile: column and row in tiles from the upper left corner, drawn half only. */
  readonly exact: readonly { readonly sign: Sign; readonly at: readonly [number, number] }[];
}

function isSign(sign: string): sign is Sign {
  return Object.hasOwn(SIGNS, sign);
}

function checkShape(drawing: MapDrawing): void {
  const { name, columns, rows, symmetry, half } = drawing;
  const width = symmetry === "turn" ? columns : Math.ceil(columns / 2);
  const height = symmetry === "turn" ? Math.ceil(rows / 2) : rows;
  if (half.length !== height)
    throw new RangeError(`${name}: ${half.length} rows drawn, ${height} are needed`);
  half.forEach((line, row) => {
    if (line.length !== width) {
      throw new RangeError(`${name}: row ${row} has ${line.length} tiles, ${width} are needed`);
    }
  });
}

/**
 * The arena that a drawing stands for, racks in the order of the content. Throws a RangeError for a drawing that is not one.
 */
export function arenaOf(drawing: MapDrawing): Arena {
  checkShape(drawing);
  const { name, columns, rows, symmetry, half, zoneRadius } = drawing;
  const solid = new Uint8Array(columns * rows);
  const spawns: SpawnSpot[] = [];
  const items: { x: number; y: number; item: ItemKey }[] = [];
  const zones: Zone[] = [];
  const homes: Home[] = [];

  /** @param x,y in tiles from the upper left corner of the map */
  const put = (sign: string, x: number, y: number): void => {
    if (!isSign(sign)) throw new RangeError(`${name}: "${sign}" at ${x},${y} is no sign`);
    const meaning: Meaning = SIGNS[sign];
    const spot = { x: x * TILE, y: y * TILE };
    if (meaning.kind === "spawn") spawns.push({ ...spot, team: meaning.team });
    else if (meaning.kind === "home") homes.push({ ...spot, team: meaning.team });
    else if (meaning.kind === "item") items.push({ ...spot, item: meaning.item });
    else zones.push({ ...spot, radius: zoneRadius });
  };
  /** Puts things, what lies in the very middle and is its own twin first, and then the twins of the others. */
  const putWithTwins = (
    things: readonly { readonly sign: string; readonly x: number; readonly y: number }[],
  ): void => {
    const twins = things.map(({ sign, x, y }) => ({
      sign: OTHER_TEAM[sign] ?? sign,
      x: columns - x,
      y: symmetry === "turn" ? rows - y : y,
    }));
    const isMiddle = (i: number): boolean => twins[i]!.x === things[i]!.x && twins[i]!.y === things[i]!.y;
    things.forEach(({ sign, x, y }, i) => {
      if (!isMiddle(i)) return;
      if (sign in OTHER_TEAM) throw new RangeError(`${name}: "${sign}" of a team lies in the middle`);
      put(sign, x, y);
    });
    for (const list of [things, twins]) {
      list.forEach(({ sign, x, y }, i) => {
        if (!isMiddle(i)) put(sign, x, y);
      });
    }
  };

  const drawn: { sign: string; x: number; y: number }[] = [];
  half.forEach((line, row) => {
    [...line].forEach((sign, column) => {
      const twinColumn = columns - 1 - column;
      const twinRow = symmetry === "turn" ? rows - 1 - row : row;
      if (sign === "#") {
        solid[row * columns + column] = 1;
        solid[twinRow * columns + twinColumn] = 1;
      }
      if (row === twinRow && symmetry === "turn" && line[twinColumn] !== (OTHER_TEAM[sign] ?? sign)) {
        throw new RangeError(`${name}: the middle row is not its own twin at column ${column}`);
      }
      // The right part of a middle row is the twin of its left part.
      const isTwin = row === twinRow && column > twinColumn;
      if (sign !== "#" && sign !== "." && !isTwin) drawn.push({ sign, x: column + 0.5, y: row + 0.5 });
    });
  });
  putWithTwins(drawing.exact.map(({ sign, at: [x, y] }) => ({ sign, x, y })));
  putWithTwins(drawn);
  items.sort((a, b) => ItemKind[a.item] - ItemKind[b.item]);

  const { title, idea, modes, players } = drawing;
  const card = { name, title, idea, modes, players, listed: true };
  return { ...card, columns, rows, tile: TILE, solid, spawns, items, zones, homes };
}
