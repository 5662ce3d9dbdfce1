import { type Arena, isSolid } from "./arena.ts";

/**
 * Walks a ray through the tile grid until it meets a wall (Amanatides and Woo, "A Fast Voxel Traversal Algorithm",
 * 1987). Allocates nothing.
 * @param dx,dy direction as a unit vector
 * @param reach farthest distance in px that is looked at
 * @returns px from the start to the first wall, or `reach` when there is none; 0 when the start lies inside a wall
 */
export function castRay(arena: Arena, x: number, y: number, dx: number, dy: number, reach: number): number {
  const { tile } = arena;
  let column = Math.floor(x / tile);
  let row = Math.floor(y / tile);
  if (isSolid(arena, column, row)) return 0;
  const stepX = dx > 0 ? 1 : -1;
  const stepY = dy > 0 ? 1 : -1;
  const strideX = dx === 0 ? Number.POSITIVE_INFINITY : Math.abs(tile / dx);
  const strideY = dy === 0 ? Number.POSITIVE_INFINITY : Math.abs(tile / dy);
  let nextX =
    dx === 0 ? Number.POSITIVE_INFINITY : Math.abs(((dx > 0 ? column + 1 : column) * tile - x) / dx);
  let nextY = dy === 0 ? Number.POSITIVE_INFINITY : Math.abs(((dy > 0 ? row + 1 : row) * tile - y) / dy);
  for (;;) {
    const along = Math.min(nextX, nextY);
    if (along >= reach) return reach;
    if (nextX < nextY) {
      column += stepX;
      nextX += strideX;
    } else {
      row += stepY;
      nextY += strideY;
    }
    if (isSolid(arena, column, row)) return along;
  }
}

/**
 * Casts rays from one place in many directions, each as `castRay` does. Where a whole fan is wanted every frame, numbers
 * given back one by one would each be boxed by the engine.
 * @param ways directions as unit vectors, x and y in turn
 * @param count directions that count
 * @param free px from the start to the first wall of each, filled in
 */
export function castFan(
  arena: Arena,
  x: number,
  y: number,
  ways: Float64Array,
  count: number,
  reach: number,
  free: Float64Array,
): void {
  for (let i = 0; i < count; i++) free[i] = castRay(arena, x, y, ways[i * 2]!, ways[i * 2 + 1]!, reach);
}

/**
 * Whether a straight line between two points meets no wall; the same from either end. The line is always walked from
 * the left: through the very corner of a wall, the two directions would take different tiles.
 */
export function inSight(arena: Arena, ax: number, ay: number, bx: number, by: number): boolean {
  if (bx < ax || (bx === ax && by < ay)) return inSight(arena, bx, by, ax, ay);
  const dx = bx - ax;
  const dy = by - ay;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance === 0) return true;
  return castRay(arena, ax, ay, dx / distance, dy / distance, distance) >= distance;
}
