import type { Arena } from "../../shared/arena/index.ts";
import { VIEW_MAX_ASPECT, viewSize } from "../../shared/content/index.ts";
import { createSightField } from "./field.ts";

/** Anything with a place, in px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Half a side of the square that is looked at around a drone, in px: half of the longest picture, what the camera may run
 * ahead of the drone (less than a fifth of that), and what the drone may fly on meanwhile.
 */
export const VIEW_REACH = Math.ceil((viewSize(VIEW_MAX_ASPECT).width / 2) * 1.2 + 160);

/**
 * Tiles that a drone may be ahead of what the server knows of it: 160 px are a dash and a little more within 300 ms, a
 * round trip of 200 ms with its buffers. tests/sight.test.ts holds it against bot matches.
 */
const MARGIN_TILES = 5;

/** What can be perceived from where, on one map. */
export interface Perception {
  /** Whether somebody at `eye` may see something at `place` now or before the next news reach them. */
  sees(eye: Place, place: Place): boolean;
  /**
   * Where along a line something of it is seen first.
   * @param dx,dy direction as a unit vector
   * @returns px from its start, or -1 when none of it is seen
   */
  seesAlong(eye: Place, start: Place, dx: number, dy: number, length: number): number;
  /** Works out now what would else be worked out on the ticks that first ask for it. */
  prepare(): void;
}

/** px between two looks along a line; half a tile, so that no tile is left out. */
const STRIDE = 16;

/** Scratch of `seesAlong`. */
const spot = { x: 0, y: 0 };

/** The perceptions of maps, which rooms on one map share. */
const known = new WeakMap<Arena, Perception>();

function createPerception(arena: Arena): Perception {
  const field = createSightField(arena, MARGIN_TILES);
  const sees = (eye: Place, place: Place): boolean =>
    Math.abs(place.x - eye.x) <= VIEW_REACH &&
    Math.abs(place.y - eye.y) <= VIEW_REACH &&
    field.sees(eye.x, eye.y, place.x, place.y);
  return {
    sees,
    prepare: field.prepare,
    seesAlong(eye, start, dx, dy, length) {
      for (let at = 0; at <= length; at += STRIDE) {
        spot.x = start.x + dx * at;
        spot.y = start.y + dy * at;
        if (sees(eye, spot)) return at;
      }
      return -1;
    },
  };
}

/** What can be perceived on a map. */
export function perceptionOf(arena: Arena): Perception {
  let perception = known.get(arena);
  if (perception === undefined) {
    perception = createPerception(arena);
    known.set(arena, perception);
  }
  return perception;
}
