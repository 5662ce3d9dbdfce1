import type { Arena } from "../../shared/arena/index.ts";
import { hash32 } from "../../shared/math/index.ts";
import type { Motif } from "./themes.ts";

/** What is painted with, on the page and in a worker alike. */
export type Paint = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Paints the lines of a floor onto a context that maps world px to its canvas; their colour is set already. */
type Pattern = (ctx: Paint, arena: Arena) => void;

const LINE = 1.1;
const BOLD = 2.2;

/** A number of a place, 0..1, the same on every screen. */
function chanceAt(x: number, y: number): number {
  return hash32(x, y) / 2 ** 32;
}

function sizeOf({ columns, rows, tile }: Arena): { readonly width: number; readonly height: number } {
  return { width: columns * tile, height: rows * tile };
}

/** Straight lines across all of the floor, so far apart. */
function ruled(ctx: Paint, arena: Arena, every: number, thickness: number): void {
  const { width, height } = sizeOf(arena);
  for (let x = every; x < width; x += every) ctx.fillRect(x - thickness / 2, 0, thickness, height);
  for (let y = every; y < height; y += every) ctx.fillRect(0, y - thickness / 2, width, thickness);
}

/** Steel plates with a rivet at each corner; some have a tread. */
const plates: Pattern = (ctx, arena) => {
  const { width, height } = sizeOf(arena);
  const side = arena.tile * 2;
  ruled(ctx, arena, side, LINE);
  for (let y = 0; y < height; y += side) {
    for (let x = 0; x < width; x += side) {
      for (const [dx, dy] of [
        [6, 6],
        [side - 6, 6],
        [6, side - 6],
        [side - 6, side - 6],
      ] as const) {
        ctx.beginPath();
        ctx.arc(x + dx, y + dy, 1.5, 0, Math.PI * 2);
        ctx.fill();
      }
      if (chanceAt(x, y) < 0.22) tread(ctx, x, y, side);
    }
  }
};

/** Short strokes, every other one turned. */
function tread(ctx: Paint, left: number, top: number, side: number): void {
  const step = 8;
  ctx.lineWidth = 1.6;
  ctx.lineCap = "round";
  ctx.beginPath();
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 5; column++) {
      const x = left + side / 2 + (column - 2) * step;
      const y = top + side / 2 + (row - 2) * step;
      const turn = (row + column) % 2 === 0 ? 1 : -1;
      ctx.moveTo(x - 2, y - 2 * turn);
      ctx.lineTo(x + 2, y + 2 * turn);
    }
  }
  ctx.stroke();
}

/** Rings of stones around the middle of the hall, laid in a bond. */
const court: Pattern = (ctx, arena) => {
  const { width, height } = sizeOf(arena);
  const far = Math.sqrt(width * width + height * height) / 2;
  const ring = arena.tile * 1.5;
  ctx.save();
  ctx.translate(width / 2, height / 2);
  ctx.lineWidth = LINE;
  for (let i = 1; i * ring < far; i++) {
    const radius = i * ring;
    ctx.lineWidth = i % 4 === 0 ? BOLD : LINE;
    ctx.beginPath();
    ctx.arc(0, 0, radius, 0, Math.PI * 2);
    ctx.stroke();
    // As many stones as keep their size, each ring shifted by half a stone.
    const stones = Math.max(6, Math.round((radius * Math.PI * 2) / (arena.tile * 2.5)));
    ctx.lineWidth = LINE;
    ctx.beginPath();
    for (let stone = 0; stone < stones; stone++) {
      const angle = ((stone + (i % 2) / 2) / stones) * Math.PI * 2;
      ctx.moveTo(Math.cos(angle) * radius, Math.sin(angle) * radius);
      ctx.lineTo(Math.cos(angle) * (radius + ring), Math.sin(angle) * (radius + ring));
    }
    ctx.stroke();
  }
  ctx.restore();
};

/** Tiles on their corners, with a small one where four meet. */
const lattice: Pattern = (ctx, arena) => {
  const { width, height } = sizeOf(arena);
  const side = arena.tile * 2;
  ctx.lineWidth = LINE;
  ctx.beginPath();
  for (let at = -height; at < width; at += side) {
    ctx.moveTo(at, 0);
    ctx.lineTo(at + height, height);
    ctx.moveTo(at + height, 0);
    ctx.lineTo(at, height);
  }
  ctx.stroke();
  const small = 5;
  for (let row = 0; row * (side / 2) <= height; row++) {
    for (let x = (row % 2) * (side / 2); x <= width; x += side) {
      const y = row * (side / 2);
      ctx.beginPath();
      ctx.moveTo(x, y - small);
      ctx.lineTo(x + small, y);
      ctx.lineTo(x, y + small);
      ctx.lineTo(x - small, y);
      ctx.fill();
    }
  }
};

/** Six-sided cells; a few are closed by a lid. */
const cells: Pattern = (ctx, arena) => {
  const { width, height } = sizeOf(arena);
  const radius = arena.tile * 0.95;
  const stepX = radius * Math.sqrt(3);
  const stepY = radius * 1.5;
  const cell = (x: number, y: number, size: number): void => {
    ctx.beginPath();
    for (let i = 0; i < 6; i++) {
      const angle = (i + 0.5) * (Math.PI / 3);
      ctx.lineTo(x + Math.cos(angle) * size, y + Math.sin(angle) * size);
    }
    ctx.closePath();
  };
  for (let row = 0; row * stepY < height + radius; row++) {
    for (let column = 0; column * stepX < width + stepX; column++) {
      const x = (column + (row % 2) / 2) * stepX;
      const y = row * stepY;
      ctx.lineWidth = LINE;
      cell(x, y, radius);
      ctx.stroke();
      const chance = chanceAt(column, row);
      if (chance > 0.16) continue;
      cell(x, y, radius * 0.7);
      if (chance < 0.05) ctx.fill();
      ctx.lineWidth = BOLD;
      ctx.stroke();
    }
  }
};

/** Large slabs of concrete with painted bays. */
const bays: Pattern = (ctx, arena) => {
  const { width, height } = sizeOf(arena);
  const side = arena.tile * 4;
  ruled(ctx, arena, side, LINE);
  for (let y = 0; y < height; y += side) {
    for (let x = 0; x < width; x += side) {
      const chance = chanceAt(x, y);
      if (chance < 0.3) bay(ctx, x, y, side);
      else if (chance < 0.5) hatch(ctx, x, y, side, chance < 0.4);
    }
  }
};

/** Four corners of a place where something may be put down. */
function bay(ctx: Paint, left: number, top: number, side: number): void {
  const inset = 14;
  const arm = 22;
  ctx.lineWidth = BOLD;
  ctx.lineCap = "butt";
  ctx.beginPath();
  for (const [sx, sy] of [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ] as const) {
    const x = left + side / 2 - sx * (side / 2 - inset);
    const y = top + side / 2 - sy * (side / 2 - inset);
    ctx.moveTo(x + sx * arm, y);
    ctx.lineTo(x, y);
    ctx.lineTo(x, y + sy * arm);
  }
  ctx.stroke();
}

/** Slanted strokes along one side: keep clear. */
function hatch(ctx: Paint, left: number, top: number, side: number, upright: boolean): void {
  const stripe = 10;
  ctx.lineWidth = 3;
  ctx.lineCap = "butt";
  ctx.beginPath();
  for (let at = stripe; at < side - stripe; at += stripe) {
    const [x, y] = upright ? [left + 8, top + at] : [left + at, top + 8];
    ctx.moveTo(x, y + 8);
    ctx.lineTo(x + 8, y);
  }
  ctx.stroke();
}

const PATTERNS: Readonly<Record<Motif, Pattern>> = { plates, court, lattice, cells, bays };

/** Paints a floor's pattern. @param line its colour, as CSS writes it */
export function paintMotif(ctx: Paint, arena: Arena, motif: Motif, line: string): void {
  ctx.save();
  ctx.fillStyle = line;
  ctx.strokeStyle = line;
  PATTERNS[motif](ctx, arena);
  ctx.restore();
}
