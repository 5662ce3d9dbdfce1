import { type Arena, inSight, type Spot } from "../../../shared/arena/index.ts";
import { clamp } from "../../../shared/math/index.ts";

/** How something sounds from where it is heard. */
export interface Placing {
  /** 0..1. */
  gain: number;
  /** -1 left .. 1 right. */
  pan: number;
  /** Whether a wall lies between. */
  muffled: boolean;
}

/** How fast loudness goes with the distance: more than evenly, so that what is near stands out. */
const FALLOFF = 1.4;
/** px to the side at which a sound is as far to the side as it gets. */
const WIDTH = 420;
/** No sound is in one ear only: that is hard to bear with headphones, and lost with one ear. */
const WIDEST = 0.8;

/** Where a sound lies that comes from a direction, in radians, and is `px` away. */
export function panOf(bearing: number, px = WIDTH): number {
  return clamp((Math.cos(bearing) * px) / WIDTH, -1, 1) * WIDEST;
}

/**
 * Places a sound for an ear. Allocates nothing.
 * @param reach px from which it is not heard any more
 * @param placing is overwritten
 * @returns whether it is heard at all
 */
export function placeSound(
  arena: Arena,
  ear: Spot,
  x: number,
  y: number,
  reach: number,
  placing: Placing,
): boolean {
  const dx = x - ear.x;
  const dy = y - ear.y;
  const away = Math.sqrt(dx * dx + dy * dy);
  if (away >= reach) return false;
  placing.gain = (1 - away / reach) ** FALLOFF;
  placing.pan = clamp(dx / WIDTH, -1, 1) * WIDEST;
  placing.muffled = !inSight(arena, ear.x, ear.y, x, y);
  return true;
}
