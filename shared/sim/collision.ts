import { type Arena, isSolid } from "../arena/index.ts";

/** What the circle solver moves: a place and the speed it loses against a wall. */
interface Mover {
  x: number;
  y: number;
  vx: number;
  vy: number;
}

/** A corner between two walls takes two pushes; the third covers a mouth narrower than the circle. */
const MAX_PUSHES = 3;

/**
 * Pushes a circle out of all walls and takes away the part of its speed that goes into them, so that it slides.
 * The deepest contact goes first: a flat wall of many tiles then acts as one wall, without a catch at its seams.
 */
export function pushOutOfWalls(arena: Arena, mover: Mover, radius: number): void {
  const { tile } = arena;
  for (let push = 0; push < MAX_PUSHES; push++) {
    const left = Math.floor((mover.x - radius) / tile);
    const right = Math.floor((mover.x + radius) / tile);
    const top = Math.floor((mover.y - radius) / tile);
    const bottom = Math.floor((mover.y + radius) / tile);
    let depth = 0;
    let normalX = 0;
    let normalY = 0;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (!isSolid(arena, column, row)) continue;
        const nearX = Math.min(Math.max(mover.x, column * tile), (column + 1) * tile);
        const nearY = Math.min(Math.max(mover.y, row * tile), (row + 1) * tile);
        const dx = mover.x - nearX;
        const dy = mover.y - nearY;
        const distance = Math.sqrt(dx * dx + dy * dy);
        if (radius - distance <= depth || distance === 0) continue;
        depth = radius - distance;
        normalX = dx / distance;
        normalY = dy / distance;
      }
    }
    if (depth === 0) return;
    mover.x += normalX * depth;
    mover.y += normalY * depth;
    const into = mover.vx * normalX + mover.vy * normalY;
    if (into < 0) {
      mover.vx -= into * normalX;
      mover.vy -= into * normalY;
    }
  }
}

/** Whether a round thing, taken as the square around it, touches a wall. */
export function touchesWall(arena: Arena, x: number, y: number, radius: number): boolean {
  const { tile } = arena;
  const left = Math.floor((x - radius) / tile);
  const right = Math.floor((x + radius) / tile);
  const top = Math.floor((y - radius) / tile);
  const bottom = Math.floor((y + radius) / tile);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) if (isSolid(arena, column, row)) return true;
  }
  return false;
}

/**
 * How far along a ray a circle is first met.
 * @param dx,dy direction as a unit vector
 * @returns px from the start, 0 when the start lies inside, Infinity when the ray misses
 */
export function rayToCircle(
  x: number,
  y: number,
  dx: number,
  dy: number,
  cx: number,
  cy: number,
  radius: number,
): number {
  const fx = cx - x;
  const fy = cy - y;
  if (fx * fx + fy * fy <= radius * radius) return 0;
  const along = fx * dx + fy * dy;
  if (along < 0) return Number.POSITIVE_INFINITY;
  const aside = fx * fx + fy * fy - along * along;
  const inside = radius * radius - aside;
  return inside < 0 ? Number.POSITIVE_INFINITY : along - Math.sqrt(inside);
}
