import { type Arena, inSight, type Spot } from "../../shared/arena/index.ts";

/** World px that the light of an eye reaches: the far corners of the view. What lies beyond is dark, and not shown. */
export const REACH = 720;

/** px between two looks along a line: less than the narrowest beam of light that is noticed. */
const STRIDE = 8;
/** Looks across something round, from one rim to the other, to tell how much of it is seen. */
const LOOKS = 5;

/** ms in which what comes into the light is fully there; the first frame already shows it, for that frame may count. */
const RISE_MS = 35;
/** ms in which what leaves the light is gone. */
const FALL_MS = 80;

/** What is hidden from the eye through which the world is seen: by walls, or by the dark beyond its light. */
export interface Veil {
  /** Whether a place is seen. */
  sees(x: number, y: number): boolean;
  /** Whether anything of something round is seen: its middle, its near side or its rims. */
  shows(x: number, y: number, radius: number): boolean;
  /** How much of something round is seen, 0..1: what stands still comes out of a shadow little by little. */
  share(x: number, y: number, radius: number): number;
  /**
   * How far a line stays as it is at `from`, in the light or in the dark.
   * @param dx,dy direction as a unit vector
   * @returns px from the start of the line, `length` at most
   */
  changesAt(x: number, y: number, dx: number, dy: number, from: number, length: number): number;
}

/** Hides nothing while there is nobody through whose eyes to see. All of it allocates nothing. */
export function createVeil(world: { readonly arena: Arena; readonly focus: Spot | null }): Veil {
  const sees = (x: number, y: number): boolean => {
    const { arena, focus } = world;
    if (focus === null) return true;
    const dx = x - focus.x;
    const dy = y - focus.y;
    return dx * dx + dy * dy < REACH * REACH && inSight(arena, focus.x, focus.y, x, y);
  };

  /** Looks at a place beside another, seen from the eye: so far nearer, so far to the side. */
  const seesBeside = (x: number, y: number, nearer: number, aside: number): boolean => {
    const { focus } = world;
    if (focus === null) return true;
    const dx = x - focus.x;
    const dy = y - focus.y;
    const distance = Math.sqrt(dx * dx + dy * dy);
    // Whoever stands on it sees it.
    if (distance <= nearer) return true;
    const ux = dx / distance;
    const uy = dy / distance;
    return sees(x - ux * nearer - uy * aside, y - uy * nearer + ux * aside);
  };

  return {
    sees,
    shows: (x, y, radius) =>
      sees(x, y) ||
      seesBeside(x, y, radius, 0) ||
      seesBeside(x, y, 0, radius) ||
      seesBeside(x, y, 0, -radius),
    share(x, y, radius) {
      let seen = 0;
      for (let i = 0; i < LOOKS; i++) {
        if (seesBeside(x, y, 0, ((i * 2) / (LOOKS - 1) - 1) * radius)) seen++;
      }
      return seen / LOOKS;
    },
    changesAt(x, y, dx, dy, from, length) {
      const first = sees(x + dx * from, y + dy * from);
      for (let at = from + STRIDE; at < length; at += STRIDE) {
        if (sees(x + dx * at, y + dy * at) !== first) return at;
      }
      return length;
    },
  };
}

/**
 * Moves an opacity towards what it is to be, in `elapsedMs` of real time.
 * @param shown 0..1
 */
export function fade(shown: number, wanted: boolean, elapsedMs: number): number {
  if (wanted) return Math.min(1, shown + elapsedMs / RISE_MS);
  return Math.max(0, shown - elapsedMs / FALL_MS);
}
