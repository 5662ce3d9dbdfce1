import { type Arena, isSolid } from "../../shared/arena/index.ts";
import { hash32 } from "../../shared/math/index.ts";
import { type Paint, paintMotif } from "./motifs.ts";
import { type Theme, themeOf } from "./themes.ts";
import type { Outline } from "./walls.ts";

/** What is the same in every hall. */
const HALL = {
  mark: "rgb(228 238 255 / 0.13)",
  stain: "rgb(0 0 0 / 0.16)",
  seam: "rgb(6 9 14 / 0.4)",
  outline: "#0a0d12",
} as const;

/** Tiles a side of a part of the floor; parts differ a little. */
const PLATE = 4;
/** How much lighter or darker a part may be, as an opacity. */
const PLATE_VARIES = 0.04;
/** px. */
const CORNER_RADIUS = 5;
const OUTLINE_WIDTH = 3.2;
/** The lit edge: a line inside the wall, this far from its outline. */
const EDGE_INSET = 4.5;
const EDGE_WIDTH = 1.8;
/** Soft shadow of the walls on the floor. */
const SHADOW_BLUR = 12;
const SHADOW_X = 2;
const SHADOW_Y = 4;
/** px that details of the walls lie within their tile, and how thick they are. */
const VENT = 8;
const BOLT = 9;
const DETAIL_WIDTH = 2;
/** Share of the wall's tiles with a vent, and with bolts. */
const VENTS = 0.1;
const BOLTS = 0.3;

function wallPath(arena: Arena, outlines: readonly Outline[]): Path2D {
  const path = new Path2D();
  // The hall's outer rim, drawn in far enough for its outline to lie on the map.
  const rim = OUTLINE_WIDTH / 2;
  path.roundRect(
    rim,
    rim,
    arena.columns * arena.tile - rim * 2,
    arena.rows * arena.tile - rim * 2,
    CORNER_RADIUS,
  );
  for (const outline of outlines) {
    const last = outline[outline.length - 1]!;
    path.moveTo((last.x + outline[0]!.x) / 2, (last.y + outline[0]!.y) / 2);
    outline.forEach((corner, i) => {
      const next = outline[(i + 1) % outline.length]!;
      path.arcTo(corner.x, corner.y, (corner.x + next.x) / 2, (corner.y + next.y) / 2, CORNER_RADIUS);
    });
    path.closePath();
  }
  return path;
}

function paintFloor(ctx: Paint, arena: Arena, theme: Theme): void {
  const { tile, columns, rows } = arena;
  const width = columns * tile;
  const height = rows * tile;
  ctx.fillStyle = theme.floor;
  ctx.fillRect(0, 0, width, height);
  for (let y = 0; y < rows; y += PLATE) {
    for (let x = 0; x < columns; x += PLATE) {
      const chance = hash32(x, y) / 2 ** 32;
      ctx.fillStyle = `rgb(${chance < 0.5 ? "0 0 0" : "255 255 255"} / ${(chance % 0.5) * 2 * PLATE_VARIES})`;
      ctx.fillRect(x * tile, y * tile, PLATE * tile, PLATE * tile);
    }
  }
  paintMotif(ctx, arena, theme.motif, theme.line);
}

/** Brackets where drones appear, and a few old oil stains. */
function paintMarks(ctx: Paint, arena: Arena): void {
  ctx.strokeStyle = HALL.mark;
  ctx.lineWidth = 2.4;
  for (const spawn of arena.spawns) {
    for (let quarter = 0; quarter < 4; quarter++) {
      ctx.beginPath();
      ctx.arc(spawn.x, spawn.y, 19, quarter * (Math.PI / 2) + 0.35, (quarter + 1) * (Math.PI / 2) - 0.35);
      ctx.stroke();
    }
  }
  ctx.fillStyle = HALL.stain;
  const stains = Math.round((arena.columns * arena.rows) / 30);
  for (let i = 0; i < stains; i++) {
    const x = (hash32(i, 1) / 2 ** 32) * arena.columns * arena.tile;
    const y = (hash32(i, 2) / 2 ** 32) * arena.rows * arena.tile;
    ctx.beginPath();
    ctx.arc(x, y, 1.5 + (hash32(i, 3) / 2 ** 32) * 5, 0, Math.PI * 2);
    ctx.fill();
  }
}

/** Vents and bolts on top of the walls, here and there. */
function paintWallTops(ctx: Paint, arena: Arena, theme: Theme): void {
  const { tile, columns, rows } = arena;
  ctx.lineWidth = DETAIL_WIDTH;
  ctx.lineCap = "round";
  ctx.strokeStyle = HALL.seam;
  ctx.fillStyle = theme.wallEdge;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!isSolid(arena, column, row)) continue;
      const x = column * tile;
      const y = row * tile;
      const chance = hash32(column, row, 7) / 2 ** 32;
      if (chance < VENTS) {
        ctx.beginPath();
        for (const at of [tile / 2 - 5, tile / 2, tile / 2 + 5]) {
          ctx.moveTo(x + VENT + 2, y + at);
          ctx.lineTo(x + tile - VENT - 2, y + at);
        }
        ctx.stroke();
      } else if (chance < BOLTS) {
        ctx.globalAlpha = 0.45;
        for (const dx of [BOLT, tile - BOLT]) {
          ctx.beginPath();
          ctx.arc(x + dx, y + tile / 2, 1.5, 0, Math.PI * 2);
          ctx.fill();
        }
        ctx.globalAlpha = 1;
      }
    }
  }
}

function paintWalls(
  ctx: Paint,
  arena: Arena,
  outlines: readonly Outline[],
  theme: Theme,
  scale: number,
): void {
  const path = wallPath(arena, outlines);
  ctx.save();
  // Shadows know no transform: their lengths are in px of the canvas.
  ctx.shadowColor = "rgb(0 0 0 / 0.6)";
  ctx.shadowBlur = SHADOW_BLUR * scale;
  ctx.shadowOffsetX = SHADOW_X * scale;
  ctx.shadowOffsetY = SHADOW_Y * scale;
  ctx.fillStyle = theme.wall;
  ctx.fill(path, "evenodd");
  ctx.restore();

  ctx.save();
  ctx.clip(path, "evenodd");
  ctx.strokeStyle = theme.wallEdge;
  ctx.lineWidth = (EDGE_INSET + EDGE_WIDTH) * 2;
  ctx.stroke(path);
  ctx.strokeStyle = theme.wall;
  ctx.lineWidth = EDGE_INSET * 2;
  ctx.stroke(path);
  ctx.restore();
  paintWallTops(ctx, arena, theme);

  ctx.strokeStyle = HALL.outline;
  ctx.lineWidth = OUTLINE_WIDTH;
  ctx.stroke(path);
}

/**
 * Paints the hall as it looks in full light. The context's transform maps world px to its canvas.
 * @param scale canvas px per world px
 */
export function paintHall(ctx: Paint, arena: Arena, outlines: readonly Outline[], scale: number): void {
  const theme = themeOf(arena.name);
  paintFloor(ctx, arena, theme);
  paintMarks(ctx, arena);
  paintWalls(ctx, arena, outlines, theme, scale);
}
