import { isPlaced, type PlayerState, placedAim, placedX, placedY } from "../../shared/state/index.ts";

/** Places that are remembered of each player: half a second of patches, twice what the picture may be behind. */
const PLACES = 16;

/** A jump beyond this many px between two patches is a respawn and is not glided across. */
const TELEPORT = 120;

/** A field that changes smoothly. */
export type Moving = "x" | "y" | "aim";

/** The same as the last patch told it. */
const TOLD = { x: placedX, y: placedY, aim: placedAim } as const;

/** Where players were in the last patches, for drawing them between two of them. */
export interface Motion {
  /** To be called after each patch with the server time, in ms, that it was made at. */
  patched(players: Iterable<PlayerState>, serverMs: number): void;
  /** Where a player was at a server time in ms; at the end of what is known, the nearest place that is. */
  value(player: PlayerState, field: Moving, atMs: number): number;
}

/** The last places of one player: rings, `count` places with the newest at `newest`. */
interface Trail {
  readonly times: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly aim: Float64Array;
  newest: number;
  count: number;
  /** Patch in which the player was there. */
  patch: number;
}

function newTrail(): Trail {
  const ring = (): Float64Array => new Float64Array(PLACES);
  return { times: ring(), x: ring(), y: ring(), aim: ring(), newest: 0, count: 0, patch: 0 };
}

/** The angle that is `to`, as near as possible to `from`, so that the way between them is the short one. */
function unwound(from: number, to: number): number {
  const turn = 2 * Math.PI;
  return to + Math.round((from - to) / turn) * turn;
}

/** Remembers the place of a player in a patch. */
function remember(trail: Trail, player: PlayerState, serverMs: number): void {
  const { times, x, y, aim } = trail;
  const last = trail.newest;
  const again = trail.count > 0 && times[last]! >= serverMs;
  const at = again ? last : (last + 1) % PLACES;
  const turned = placedAim(player);
  const from = trail.count > 0 ? aim[last]! : turned;
  times[at] = serverMs;
  x[at] = placedX(player);
  y[at] = placedY(player);
  aim[at] = unwound(from, turned);
  trail.newest = at;
  if (!again) trail.count = Math.min(PLACES, trail.count + 1);
}

/** Allocates only for players who are new. Who is out of sight has no place, and no way leads from the old one to the next. */
export function createMotion(): Motion {
  const trails = new Map<PlayerState, Trail>();
  let patch = 0;
  const forgetGone = (trail: Trail, player: PlayerState): void => {
    if (trail.patch !== patch) trails.delete(player);
  };
  return {
    patched(players, serverMs) {
      patch += 1;
      for (const player of players) {
        let trail = trails.get(player);
        if (trail === undefined) {
          trail = newTrail();
          trails.set(player, trail);
        }
        trail.patch = patch;
        if (isPlaced(player)) remember(trail, player, serverMs);
        else trail.count = 0;
      }
      trails.forEach(forgetGone);
    },
    value(player, field, atMs) {
      const trail = trails.get(player);
      if (trail === undefined || trail.count === 0) return TOLD[field](player);
      const { times, x, y, newest, count } = trail;
      const values = trail[field];
      if (atMs >= times[newest]!) return values[newest]!;
      let after = newest;
      for (let i = 1; i < count; i++) {
        const before = (newest - i + PLACES) % PLACES;
        if (times[before]! <= atMs) {
          const jump = Math.max(Math.abs(x[after]! - x[before]!), Math.abs(y[after]! - y[before]!));
          if (jump > TELEPORT) return values[before]!;
          const part = (atMs - times[before]!) / (times[after]! - times[before]!);
          return values[before]! + (values[after]! - values[before]!) * part;
        }
        after = before;
      }
      return values[after]!;
    },
  };
}
