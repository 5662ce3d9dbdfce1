import type { Eye, Picture } from "./camera.ts";

/** css px of the picture's edges that stay free of marks: the HUD lies above and below. */
export const RIM = { side: 42, top: 92, bottom: 96 } as const;
/** Height in css px of the picture for which the rim is laid out; smaller ones get a smaller rim. */
const FULL_HEIGHT = 720;
/** What is so many css px within the picture is seen, and needs no mark. */
const SEEN = 12;

/** Where a mark at the rim of the picture lies. */
export interface RimSpot {
  /** Whether the place is in the picture, so that it needs no mark. */
  seen: boolean;
  /** World px. */
  x: number;
  y: number;
  /** Radians, from the middle of the picture towards the place. */
  angle: number;
}

/** How far along `d` one can go before one of two bounds, as a share of `d`. */
function share(d: number, low: number, high: number): number {
  if (d > 0) return high / d;
  return d < 0 ? low / d : Number.POSITIVE_INFINITY;
}

/**
 * Where the mark for a place in the world lies: on the line from the middle of the picture to it, at the rim.
 * Allocates nothing.
 */
export function placeOnRim(eye: Eye, picture: Picture, x: number, y: number, out: RimSpot): RimSpot {
  const { width, height, zoom } = picture;
  const dx = (x - eye.x) * zoom;
  const dy = (y - eye.y) * zoom;
  const scale = Math.min(1, height / FULL_HEIGHT);
  out.seen = Math.abs(dx) < width / 2 - SEEN && Math.abs(dy) < height / 2 - SEEN;
  out.angle = Math.atan2(dy, dx);
  const side = width / 2 - RIM.side * scale;
  const part = Math.min(
    1,
    share(dx, -side, side),
    share(dy, RIM.top * scale - height / 2, height / 2 - RIM.bottom * scale),
  );
  out.x = eye.x + (dx * part) / zoom;
  out.y = eye.y + (dy * part) / zoom;
  return out;
}
