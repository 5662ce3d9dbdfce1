import { type Arena, isSolid, type Spot } from "../../shared/arena/index.ts";

/** A closed line around floor or around a block of wall: its corners in px, floor always on the right hand. */
export type Outline = readonly Spot[];

/** Right, down, left, up, as steps on the grid of tile corners. */
const STEP_X = [1, 0, -1, 0] as const;
const STEP_Y = [0, 1, 0, -1] as const;

/**
 * Merges the wall tiles and gives the lines where wall meets floor; beyond the map all is wall.
 * Blocks that only touch at a corner stay apart.
 */
export function traceWalls(arena: Arena): Outline[] {
  const { columns, rows, tile } = arena;
  // An edge runs from a tile corner in one of four directions, floor on its right and wall on its left.
  const edge = (x: number, y: number, direction: number): number => (y * (columns + 1) + x) * 4 + direction;
  const open = new Set<number>();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (isSolid(arena, column, row)) continue;
      if (isSolid(arena, column, row - 1)) open.add(edge(column, row, 0));
      if (isSolid(arena, column + 1, row)) open.add(edge(column + 1, row, 1));
      if (isSolid(arena, column, row + 1)) open.add(edge(column + 1, row + 1, 2));
      if (isSolid(arena, column - 1, row)) open.add(edge(column, row + 1, 3));
    }
  }
  const outlines: Outline[] = [];
  for (const first of open) {
    const corners: Spot[] = [];
    let x = Math.floor(first / 4) % (columns + 1);
    let y = Math.floor(first / 4 / (columns + 1));
    let direction = first % 4;
    while (open.delete(edge(x, y, direction))) {
      x += STEP_X[direction]!;
      y += STEP_Y[direction]!;
      // Where blocks touch at a corner, turning towards the floor's far side keeps the floor in one piece.
      const next = [(direction + 3) % 4, direction, (direction + 1) % 4].find((turn) =>
        open.has(edge(x, y, turn)),
      );
      const turn = next ?? first % 4;
      if (turn !== direction) corners.push({ x: x * tile, y: y * tile });
      direction = turn;
    }
    outlines.push(corners);
  }
  return outlines;
}
