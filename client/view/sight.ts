import { type Arena, castFan } from "../../shared/arena/index.ts";
import { TAU } from "../../shared/math/index.ts";
import type { Outline } from "./walls.ts";

/** Rays on either side of a corner, in radians: one ends on it, the other passes it. */
const BESIDE = 1e-4;
/** Rays spread evenly, so that the rim is round where no wall is near. */
const EVEN_RAYS = 48;

/** World px that the light reaches into a wall, so that the faces you see are lit. */
export const FACE_DEPTH = 10;

/** What can be seen from a place: a polygon around it. */
export interface Sight {
  /** Corners of the polygon in px, x and y in turn, by rising angle. Overwritten by the next `look`. */
  readonly rim: Float64Array;
  /** Numbers in `rim` that count. */
  readonly length: number;
  /**
   * Looks around. Allocates nothing.
   * @param reach px that are seen at most
   * @param depth px that the rim is pushed into the walls it meets, so that their faces are seen
   */
  look(x: number, y: number, reach: number, depth: number): void;
}

/** Prepares looking around in an arena whose walls were traced. */
export function createSight(arena: Arena, outlines: readonly Outline[]): Sight {
  const corners = outlines.flat();
  const cornerRays = corners.length * 2;
  const rays = cornerRays + EVEN_RAYS;
  const angles = new Float64Array(rays);
  const used = new Uint8Array(rays);
  // Kept from look to look: a step changes few places in the order, and insertion sort is fast on almost sorted rays.
  const order = Uint16Array.from({ length: rays }, (_, ray) => ray);
  const rim = new Float64Array(rays * 2);
  /** Directions of the rays in their order, x and y in turn, and how far each is free. */
  const ways = new Float64Array(rays * 2);
  const free = new Float64Array(rays);
  let length = 0;

  for (let i = 0; i < EVEN_RAYS; i++) {
    angles[cornerRays + i] = -Math.PI + (i * TAU) / EVEN_RAYS;
    used[cornerRays + i] = 1;
  }

  const aimAtCorners = (x: number, y: number, reach: number): void => {
    for (let i = 0; i < corners.length; i++) {
      const dx = corners[i]!.x - x;
      const dy = corners[i]!.y - y;
      const near = dx * dx + dy * dy < reach * reach ? 1 : 0;
      used[i * 2] = near;
      used[i * 2 + 1] = near;
      if (near === 0) continue;
      const angle = Math.atan2(dy, dx);
      angles[i * 2] = angle - BESIDE;
      angles[i * 2 + 1] = angle + BESIDE;
    }
  };

  const sortRays = (): void => {
    for (let i = 1; i < rays; i++) {
      const ray = order[i]!;
      const angle = angles[ray]!;
      let at = i;
      while (at > 0 && angles[order[at - 1]!]! > angle) {
        order[at] = order[at - 1]!;
        at--;
      }
      order[at] = ray;
    }
  };

  return {
    rim,
    get length() {
      return length;
    },
    look(x, y, reach, depth) {
      aimAtCorners(x, y, reach);
      sortRays();
      let count = 0;
      for (let i = 0; i < rays; i++) {
        const ray = order[i]!;
        if (used[ray] === 0) continue;
        ways[count * 2] = Math.cos(angles[ray]!);
        ways[count * 2 + 1] = Math.sin(angles[ray]!);
        count++;
      }
      castFan(arena, x, y, ways, count, reach, free);
      length = count * 2;
      for (let i = 0; i < count; i++) {
        const far = free[i]! < reach ? free[i]! + depth : reach;
        rim[i * 2] = x + ways[i * 2]! * far;
        rim[i * 2 + 1] = y + ways[i * 2 + 1]! * far;
      }
    },
  };
}
