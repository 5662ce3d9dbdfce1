import { type Arena, inSight, isSolid, type Spot, tileAt } from "../../../shared/arena/index.ts";
import { directionOf } from "../../../shared/math/index.ts";
import { isClearWay, type Navigation, wayLength } from "./navigation.ts";

/** A passage is at most so many tiles wide, and runs on for at least so many. */
const MOST_WIDTH = 4;
const LEAST_RUN = 3;
/** px between two posts. */
const APART = 96;
/** A post lies so many px of way from what it guards. */
const POST_FROM = 130;
const POST_TO = 340;
/** More posts than this nobody can tell apart. */
const MOST_POSTS = 8;

/** Scratch of `placeAround`. */
const direction = { x: 0, y: 0 };

const narrow = new WeakMap<Arena, readonly Spot[]>();
/** For each arena and goal tile. */
const guarded = new WeakMap<Arena, Map<number, readonly Spot[]>>();

/** Tiles that are open from one to the next in a direction, both ways, the first included; `most` at most. */
function freeRun(arena: Arena, column: number, row: number, dc: number, dr: number, most: number): number {
  let run = 1;
  for (let i = 1; run < most && !isSolid(arena, column + dc * i, row + dr * i); i++) run++;
  for (let i = 1; run < most && !isSolid(arena, column - dc * i, row - dr * i); i++) run++;
  return run;
}

/** Whether a tile lies in a passage: walls close by on two sides, and a way through. */
function isNarrow(arena: Arena, column: number, row: number): boolean {
  const across = freeRun(arena, column, row, 1, 0, MOST_WIDTH + 1);
  const along = freeRun(arena, column, row, 0, 1, MOST_WIDTH + 1);
  return (
    (across <= MOST_WIDTH && along >= Math.max(LEAST_RUN, across + 1)) ||
    (along <= MOST_WIDTH && across >= Math.max(LEAST_RUN, along + 1))
  );
}

/** The narrow places of an arena, tile by tile: where everybody comes by. */
export function narrowPlaces(arena: Arena): readonly Spot[] {
  let places = narrow.get(arena);
  if (places !== undefined) return places;
  const found: Spot[] = [];
  for (let row = 1; row < arena.rows - 1; row++) {
    for (let column = 1; column < arena.columns - 1; column++) {
      if (isSolid(arena, column, row) || !isNarrow(arena, column, row)) continue;
      found.push({ x: (column + 0.5) * arena.tile, y: (row + 0.5) * arena.tile });
    }
  }
  places = found;
  narrow.set(arena, places);
  return places;
}

/** Places on the ways to a goal, the best first, some px apart. No side of the map comes first, for teams have sides. */
function findPosts(navigation: Navigation, goal: Spot): readonly Spot[] {
  const { arena } = navigation;
  const candidates = [...narrowPlaces(arena), ...arena.spawns, ...arena.items]
    .map((spot) => ({
      spot,
      way: wayLength(navigation, spot, goal),
      sees: inSight(arena, spot.x, spot.y, goal.x, goal.y) ? 1 : 0,
    }))
    .filter(({ way }) => way >= POST_FROM && way <= POST_TO)
    .sort((a, b) => b.sees - a.sees || a.way - b.way);
  const posts: Spot[] = [];
  for (const { spot } of candidates) {
    if (posts.length === MOST_POSTS) break;
    if (posts.every((post) => Math.abs(post.x - spot.x) + Math.abs(post.y - spot.y) >= APART))
      posts.push(spot);
  }
  return posts;
}

/** Where a goal can be guarded from: places on the ways to it, those in sight of it first. */
export function guardPosts(navigation: Navigation, goal: Spot): readonly Spot[] {
  let posts = guarded.get(navigation.arena);
  if (posts === undefined) {
    posts = new Map();
    guarded.set(navigation.arena, posts);
  }
  const tile = tileAt(navigation.arena, goal.x, goal.y);
  let found = posts.get(tile);
  if (found === undefined) {
    found = findPosts(navigation, goal);
    posts.set(tile, found);
  }
  return found;
}

/** A place at some px and an angle in radians from another one, or that one where a drone could not go there. */
export function placeAround(arena: Arena, centre: Spot, angle: number, distance: number): Spot {
  directionOf(angle, direction);
  const x = centre.x + direction.x * distance;
  const y = centre.y + direction.y * distance;
  return isClearWay(arena, centre.x, centre.y, x, y) ? { x, y } : centre;
}
