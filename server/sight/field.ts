/**
 * From where on a map can what be seen: worked out once for each tile and kept, so that asking costs one look into a
 * bit set, whatever walls stand around (a potentially visible set; Airey, Rohlf, Brooks 1990). It errs on the side of
 * seeing: from anywhere within the margin of the viewer, anything in or beside a tile.
 */
import {
  type Arena,
  isOpenStep,
  isSolid,
  NEIGHBOURS,
  STRAIGHT_COST,
  tileAt,
} from "../../shared/arena/index.ts";
import { directionOf, TAU } from "../../shared/math/index.ts";

export interface SightField {
  /** Whether somebody who is at a, or soon may be, could see something at b. Places in px. */
  sees(ax: number, ay: number, bx: number, by: number): boolean;
  /** Works out all tiles now, up to a few hundred ms for a large map, instead of each when it is first asked about. */
  prepare(): void;
}

/** Rays around a tile: at 800 px they lie 10 px apart, and a tile is 32 px wide. */
const RAYS = 512;

const BITS = 32;

/** A set of tiles. */
type Tiles = Uint32Array;

function mark(tiles: Tiles, tile: number): void {
  tiles[tile >> 5]! |= 1 << (tile & 31);
}

function has(tiles: Tiles, tile: number): boolean {
  return ((tiles[tile >> 5]! >>> (tile & 31)) & 1) === 1;
}

/** Scratch of `castInto`. */
const direction = { x: 0, y: 0 };

/** Marks every tile that a ray from the middle of a tile passes, up to the wall that ends it. */
function castInto(arena: Arena, tiles: Tiles, from: number, angle: number): void {
  directionOf(angle, direction);
  let column = from % arena.columns;
  let row = Math.floor(from / arena.columns);
  const stepX = direction.x > 0 ? 1 : -1;
  const stepY = direction.y > 0 ? 1 : -1;
  const strideX = direction.x === 0 ? Number.POSITIVE_INFINITY : Math.abs(1 / direction.x);
  const strideY = direction.y === 0 ? Number.POSITIVE_INFINITY : Math.abs(1 / direction.y);
  let nextX = strideX / 2;
  let nextY = strideY / 2;
  while (!isSolid(arena, column, row)) {
    mark(tiles, row * arena.columns + column);
    if (nextX < nextY) {
      column += stepX;
      nextX += strideX;
    } else {
      row += stepY;
      nextY += strideY;
    }
  }
}

/** The tiles that can be flown to from one, over a way of so many tiles at most. */
function reachableFrom(arena: Arena, from: number, tiles: number): number[] {
  const most = tiles * STRAIGHT_COST;
  const costs = new Map([[from, 0]]);
  // Ways are few tiles long: whatever is found anew by a shorter way is gone through again.
  const open = [from];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const column = next % arena.columns;
    const row = Math.floor(next / arena.columns);
    for (const [dc, dr, step] of NEIGHBOURS) {
      const cost = costs.get(next)! + step;
      const beside = next + dr * arena.columns + dc;
      if (cost > most || cost >= (costs.get(beside) ?? Number.POSITIVE_INFINITY)) continue;
      if (!isOpenStep(arena, column, row, dc, dr)) continue;
      costs.set(beside, cost);
      open.push(beside);
    }
  }
  return [...costs.keys()];
}

/**
 * Prepares an arena; tiles are worked out when they are first asked about.
 * @param margin tiles that the viewer may have flown on before what is sent is seen
 */
export function createSightField(arena: Arena, margin: number): SightField {
  const count = arena.columns * arena.rows;
  const words = Math.ceil(count / BITS);
  /** What is seen from the middle of each tile. */
  const plain: (Tiles | undefined)[] = new Array(count);
  /** The same from anywhere within the margin, and a tile further. */
  const wide: (Tiles | undefined)[] = new Array(count);

  const fromMiddle = (tile: number): Tiles => {
    let tiles = plain[tile];
    if (tiles === undefined) {
      tiles = new Uint32Array(words);
      for (let ray = 0; ray < RAYS; ray++) castInto(arena, tiles, tile, (ray * TAU) / RAYS);
      plain[tile] = tiles;
    }
    return tiles;
  };

  const widen = (seen: Tiles): Tiles => {
    const widened = new Uint32Array(seen);
    for (let tile = 0; tile < count; tile++) {
      if (!has(seen, tile)) continue;
      for (const [dc, dr] of NEIGHBOURS) {
        const beside = tile + dr * arena.columns + dc;
        if (beside >= 0 && beside < count && arena.solid[beside] === 0) mark(widened, beside);
      }
    }
    return widened;
  };

  const fromAround = (tile: number): Tiles => {
    let tiles = wide[tile];
    if (tiles === undefined) {
      const seen = new Uint32Array(words);
      for (const start of reachableFrom(arena, tile, margin)) {
        const there = fromMiddle(start);
        for (let word = 0; word < words; word++) seen[word]! |= there[word]!;
      }
      tiles = widen(seen);
      wide[tile] = tiles;
    }
    return tiles;
  };

  return {
    sees(ax, ay, bx, by) {
      const from = tileAt(arena, ax, ay);
      const to = tileAt(arena, bx, by);
      if (from < 0 || to < 0 || from >= count || to >= count) return false;
      return has(fromAround(from), to);
    },
    prepare() {
      for (let tile = 0; tile < count; tile++) if (arena.solid[tile] === 0) fromAround(tile);
    },
  };
}
