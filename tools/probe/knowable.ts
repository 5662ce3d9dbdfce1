/**
 * What a player may know of a place, by the margins that are promised: looked at ray by ray, so that it shares nothing with
 * the server's sight but the map.
 */
import { type Arena, inSight } from "../../shared/arena/index.ts";
import { weaponOf } from "../../shared/content/index.ts";
import { createShot, launchGrenade, shotFrom, stepGrenade } from "../../shared/sim/index.ts";
import type { BoltState } from "../../shared/state/index.ts";

/** px by which a drone may be ahead of what the server knows: five tiles and the way across its own. */
const AHEAD = 226;
/** px beside an enemy that are seen: sight works in tiles that a ray touches and the tiles beside them, two diagonals. */
const BESIDE = 91;
const BESIDE_GRID = 13;
/** px that are looked at on either side: half of the longest picture, the camera's lead and the margin. */
const REACH = 900;
/** px around an eye between two places that are tried. */
const GRID = 16;
/** Steps from a place to the next ones, and how long they are. */
const STEPS = [
  [1, 0, 1],
  [-1, 0, 1],
  [0, 1, 1],
  [0, -1, 1],
  [1, 1, Math.SQRT2],
  [1, -1, Math.SQRT2],
  [-1, 1, Math.SQRT2],
  [-1, -1, Math.SQRT2],
] as const;

/** In px. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Places to which a drone may have flown from one, itself first, over any way that is short enough. */
function eyesAround(arena: Arena, from: Place): Place[] {
  const eyes: { x: number; y: number; way: number }[] = [{ ...from, way: 0 }];
  const known = new Set(["0,0"]);
  for (const eye of eyes) {
    for (const [dx, dy, way] of STEPS) {
      const next = { x: eye.x + dx * GRID, y: eye.y + dy * GRID, way: eye.way + way * GRID };
      const key = `${Math.round((next.x - from.x) / GRID)},${Math.round((next.y - from.y) / GRID)}`;
      if (next.way > AHEAD || known.has(key) || !inSight(arena, eye.x, eye.y, next.x, next.y)) continue;
      known.add(key);
      eyes.push(next);
    }
  }
  return eyes;
}

/** Places beside an enemy that are looked at, itself first; close enough together for any gap between walls. */
const SIDES: Place[] = [{ x: 0, y: 0 }];
for (let x = -BESIDE; x <= BESIDE; x += BESIDE_GRID) {
  for (let y = -BESIDE; y <= BESIDE; y += BESIDE_GRID) {
    if (x * x + y * y <= BESIDE * BESIDE) SIDES.push({ x, y });
  }
}

/** What of a map may be known from where. */
export interface Knowable {
  /** Whether something at a place may be told to somebody who was at one of some places a moment ago. */
  from(own: readonly Place[], place: Place): boolean;
}

/** Remembers what can be reached from a place, by the place itself: the same ones are asked for again and again. */
export function createKnowable(arena: Arena): Knowable {
  const around = new WeakMap<Place, Place[]>();
  const eyesOf = (place: Place): Place[] => {
    const known = around.get(place) ?? eyesAround(arena, place);
    around.set(place, known);
    return known;
  };
  return {
    from(own, place) {
      const near = own.filter(({ x, y }) => Math.abs(x - place.x) <= REACH && Math.abs(y - place.y) <= REACH);
      const sees = (eye: Place): boolean =>
        SIDES.some((side) => inSight(arena, eye.x, eye.y, place.x + side.x, place.y + side.y));
      return near.some(sees) || near.some((from) => eyesOf(from).some(sees));
    },
  };
}

/** Scratch of `wayOf`. */
const shot = createShot();

/** Where a shot comes by until it ends: straight to the wall, or rolling and bouncing as long as its fuse burns. */
export function wayOf(arena: Arena, bolt: BoltState): Place[] {
  const weapon = weaponOf(bolt.weapon);
  const { dx, dy, reach } = shotFrom(arena, weapon, bolt, bolt.angle, shot);
  const way: Place[] = [];
  if (weapon.kind !== "grenade") {
    for (let at = 0; at <= reach; at += GRID) way.push({ x: bolt.x + dx * at, y: bolt.y + dy * at });
    return way;
  }
  const grenade = launchGrenade(weapon, shot, { x: 0, y: 0, vx: 0, vy: 0, age: 0 });
  for (; grenade.age <= weapon.fuseTicks; stepGrenade(arena, weapon, grenade))
    way.push({ x: grenade.x, y: grenade.y });
  return way;
}
