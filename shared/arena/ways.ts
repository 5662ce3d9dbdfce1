import { type Arena, isSolid } from "./arena.ts";

/** Cost of a step to a neighbour: 5 straight and 7 across the corner is the octile distance within 1 %. */
export const STRAIGHT_COST = 5;
const DIAGONAL_COST = 7;

/** What a tile costs that no way leads to. */
export const UNREACHED = 0xffff;

/** The eight neighbours of a tile: columns, rows, cost. Straight ones first, so that they win between equals. */
export const NEIGHBOURS: readonly (readonly [number, number, number])[] = [
  [1, 0, STRAIGHT_COST],
  [-1, 0, STRAIGHT_COST],
  [0, 1, STRAIGHT_COST],
  [0, -1, STRAIGHT_COST],
  [1, 1, DIAGONAL_COST],
  [1, -1, DIAGONAL_COST],
  [-1, 1, DIAGONAL_COST],
  [-1, -1, DIAGONAL_COST],
];

/** Number of the tile that holds a place, counted row by row. */
export function tileAt(arena: Arena, x: number, y: number): number {
  return Math.floor(y / arena.tile) * arena.columns + Math.floor(x / arena.tile);
}

/** Whether a drone can go from a tile to a neighbour: never across the corner of a wall. */
export function isOpenStep(arena: Arena, column: number, row: number, dc: number, dr: number): boolean {
  if (isSolid(arena, column + dc, row + dr)) return false;
  return dc === 0 || dr === 0 || (!isSolid(arena, column + dc, row) && !isSolid(arena, column, row + dr));
}

/** What spreading over an arena reads of it. */
interface Openings {
  /** For every tile, which of its eight neighbours can be gone to: one bit each, in their order. */
  readonly steps: Uint8Array;
  /** From a tile's number to those of its neighbours, in their order. */
  readonly offsets: Int16Array;
}

const openings = new WeakMap<Arena, Openings>();

function openingsOf(arena: Arena): Openings {
  const known = openings.get(arena);
  if (known !== undefined) return known;
  const steps = new Uint8Array(arena.columns * arena.rows);
  for (let tile = 0; tile < steps.length; tile++) {
    const column = tile % arena.columns;
    const row = Math.floor(tile / arena.columns);
    NEIGHBOURS.forEach(([dc, dr], i) => {
      if (isOpenStep(arena, column, row, dc, dr)) steps[tile]! |= 1 << i;
    });
  }
  const made = { steps, offsets: Int16Array.from(NEIGHBOURS, ([dc, dr]) => dr * arena.columns + dc) };
  openings.set(arena, made);
  return made;
}

/** What the steps to the neighbours cost, in their order. */
const STEP_COSTS = Uint8Array.from(NEIGHBOURS, ([, , cost]) => cost);

/** Buckets in a ring: more than the dearest step costs, toll included, so that no two costs in use share one. */
const RING = 512;
const RING_MASK = RING - 1;

/** The buckets as chains, kept and overwritten: the first link of each, -1 for none; a link's tile and the next link. */
const heads = new Int32Array(RING).fill(-1);
let tiles = new Int32Array(0);
let links = new Int32Array(0);
/** Of nothing. */
let noTolls = new Uint8Array(0);

/** Makes room for an arena: each step of it may be entered once for each of its ends. */
function makeRoom(count: number): void {
  if (noTolls.length >= count) return;
  tiles = new Int32Array(count * NEIGHBOURS.length + 1);
  links = new Int32Array(count * NEIGHBOURS.length + 1);
  noTolls = new Uint8Array(count);
}

/**
 * What the way from every tile to a goal costs, UNREACHED where there is none. Spreads from the goal over all tiles
 * that lead to it, the cheapest first (Dial's buckets: costs are small whole numbers).
 * @param goal number of a tile
 * @param tolls what it costs besides to pass each tile, 0..255, for ways that keep away from something
 */
export function waysTo(arena: Arena, goal: number, tolls: Uint8Array | null = null): Uint16Array {
  const field = new Uint16Array(arena.columns * arena.rows).fill(UNREACHED);
  const { steps, offsets } = openingsOf(arena);
  makeRoom(field.length);
  const extra = tolls ?? noTolls;
  // Under names of its own: what a module may set anew is looked up each time.
  const [first, tile, next] = [heads, tiles, links];
  const costs = STEP_COSTS;
  field[goal] = 0;
  tile[0] = goal;
  next[0] = -1;
  first[0] = 0;
  let used = 1;
  for (let cost = 0, waiting = 1; waiting > 0; cost++) {
    let link = first[cost & RING_MASK]!;
    first[cost & RING_MASK] = -1;
    // Grows by nothing while it is gone through: every step costs something.
    for (; link >= 0; link = next[link]!) {
      waiting -= 1;
      const from = tile[link]!;
      if (field[from] !== cost) continue;
      for (let open = steps[from]!; open !== 0; open &= open - 1) {
        const i = 31 - Math.clz32(open & -open);
        const to = from + offsets[i]!;
        const total = cost + costs[i]! + extra[to]!;
        if (field[to]! <= total) continue;
        field[to] = total;
        const bucket = total & RING_MASK;
        tile[used] = to;
        next[used] = first[bucket]!;
        first[bucket] = used;
        used += 1;
        waiting += 1;
      }
    }
  }
  return field;
}

/** px that the way of a cost is long; Infinity for UNREACHED. */
export function wayPx(arena: Arena, cost: number): number {
  return cost === UNREACHED ? Number.POSITIVE_INFINITY : (cost / STRAIGHT_COST) * arena.tile;
}
