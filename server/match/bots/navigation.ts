import {
  type Arena,
  castRay,
  isOpenStep,
  NEIGHBOURS,
  type Spot,
  tileAt,
  UNREACHED,
  wayPx,
  waysTo,
} from "../../../shared/arena/index.ts";
import { DRONE } from "../../../shared/content/index.ts";

/** Tiles ahead that are looked at for a short cut. */
const LOOK_AHEAD = 14;
/**
 * Distance fields kept for an arena besides those to its own spots; the oldest goes first. One of the largest arena
 * takes 8 kB, and is shared by all rooms on it. So many that the narrow places of every map and the places of a fight
 * have room: what is pushed out is worked out anew, which was the dearest part of a tick with 128 of them.
 */
const FIELDS_KEPT = 1024;
/** A way may brush a wall by this many px: the drone slides along it and loses next to nothing. */
const BRUSH = 1;

/** The ways of one arena, shared by all bots in it. */
export interface Navigation {
  readonly arena: Arena;
  /** The tiles of the spots that everybody goes to time and again. */
  readonly spots: ReadonlySet<number>;
  /** For a goal tile, what every tile's way to it costs: that of a spot, and others in the order of asking. */
  readonly lasting: Map<number, Uint16Array>;
  readonly passing: Map<number, Uint16Array>;
}

/** A circle that a way should not lead through. */
export interface Danger {
  readonly x: number;
  readonly y: number;
  /** px. */
  readonly radius: number;
  /** What each tile of it costs besides, 0..255; a straight step costs 5. */
  readonly toll: number;
}

/** A way of one's own to a goal, round some dangers. */
export interface Detour {
  readonly field: Uint16Array;
  readonly dangers: readonly Danger[];
}

const known = new WeakMap<Arena, Navigation>();

/** The ways of an arena; bots of one arena share what has been worked out. */
export function navigationOf(arena: Arena): Navigation {
  let navigation = known.get(arena);
  if (navigation === undefined) {
    const spots = [...arena.spawns, ...arena.items, ...arena.zones, ...arena.homes];
    navigation = {
      arena,
      spots: new Set(spots.map((spot) => tileAt(arena, spot.x, spot.y))),
      lasting: new Map(),
      passing: new Map(),
    };
    known.set(arena, navigation);
  }
  return navigation;
}

/** Works out now the ways to the spots of an arena, instead of each on the tick on which a bot first goes there. */
export function prepareWays(arena: Arena): void {
  const navigation = navigationOf(arena);
  for (const spot of navigation.spots) fieldTo(navigation, spot);
}

function fieldTo(navigation: Navigation, goal: number): Uint16Array {
  const { arena, lasting, passing } = navigation;
  const fields = navigation.spots.has(goal) ? lasting : passing;
  let field = fields.get(goal);
  if (field === undefined) {
    field = waysTo(arena, goal);
    const oldest = passing.size < FIELDS_KEPT ? undefined : passing.keys().next().value;
    if (oldest !== undefined) passing.delete(oldest);
    fields.set(goal, field);
  }
  return field;
}

/** px that the way from one place to another is long, Infinity when there is none. */
export function wayLength(navigation: Navigation, from: Spot, to: Spot): number {
  const { arena } = navigation;
  const cost = fieldTo(navigation, tileAt(arena, to.x, to.y))[tileAt(arena, from.x, from.y)] ?? UNREACHED;
  return wayPx(arena, cost);
}

/**
 * Whether a drone can fly straight from one place to another. Two rays along its flanks are enough:
 * no tile is so narrow that it would fit between them.
 */
export function isClearWay(arena: Arena, ax: number, ay: number, bx: number, by: number): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length < 1) return true;
  const ux = dx / length;
  const uy = dy / length;
  const side = DRONE.radius - BRUSH;
  return (
    castRay(arena, ax - uy * side, ay + ux * side, ux, uy, length) >= length &&
    castRay(arena, ax + uy * side, ay - ux * side, ux, uy, length) >= length
  );
}

/** Works out the ways to a goal round some dangers; where there is no other way, they lead through. */
export function detourTo(navigation: Navigation, goal: Spot, dangers: readonly Danger[]): Detour {
  const { arena } = navigation;
  const tolls = new Uint8Array(arena.columns * arena.rows);
  for (const { x, y, radius, toll } of dangers) {
    const top = Math.max(0, Math.floor((y - radius) / arena.tile));
    const bottom = Math.min(arena.rows - 1, Math.floor((y + radius) / arena.tile));
    const left = Math.max(0, Math.floor((x - radius) / arena.tile));
    const right = Math.min(arena.columns - 1, Math.floor((x + radius) / arena.tile));
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const dx = (column + 0.5) * arena.tile - x;
        const dy = (row + 0.5) * arena.tile - y;
        const tile = row * arena.columns + column;
        if (dx * dx + dy * dy < radius * radius) tolls[tile] = Math.min(255, tolls[tile]! + toll);
      }
    }
  }
  return { field: waysTo(arena, tileAt(arena, goal.x, goal.y), tolls), dangers };
}

/** Whether the straight line from a to b comes nearer to a danger than it was at first, and too near. */
export function leadsInto(danger: Danger, ax: number, ay: number, bx: number, by: number): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  const fx = danger.x - ax;
  const fy = danger.y - ay;
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : (fx * dx + fy * dy) / square;
  if (along <= 0) return false;
  const part = Math.min(1, along);
  const nx = fx - dx * part;
  const ny = fy - dy * part;
  return nx * nx + ny * ny < danger.radius * danger.radius;
}

function isShunned(detour: Detour | null, from: Spot, x: number, y: number): boolean {
  if (detour === null) return false;
  for (const danger of detour.dangers) if (leadsInto(danger, from.x, from.y, x, y)) return true;
  return false;
}

/** The neighbour of a tile that lies nearest to the goal of a field, or -1 at the goal and where no way leads. */
function downhill(arena: Arena, field: Uint16Array, tile: number): number {
  const column = tile % arena.columns;
  const row = Math.floor(tile / arena.columns);
  let best = -1;
  let least = field[tile]!;
  for (const [dc, dr, step] of NEIGHBOURS) {
    if (!isOpenStep(arena, column, row, dc, dr)) continue;
    const next = tile + dr * arena.columns + dc;
    // Not merely the cheapest neighbour: the step to it counts too, or ways would zigzag.
    const cost = field[next]! + step;
    if (field[next]! >= field[tile]! || cost > least) continue;
    least = cost;
    best = next;
  }
  return best;
}

function middleX(arena: Arena, tile: number): number {
  return ((tile % arena.columns) + 0.5) * arena.tile;
}

function middleY(arena: Arena, tile: number): number {
  return (Math.floor(tile / arena.columns) + 0.5) * arena.tile;
}

/**
 * Where to fly next on the way to a goal: the farthest place of the way that can be reached in a straight line.
 * @param detour the way to the goal, when it is not the shortest one
 * @returns false when no way leads there; `out` is then the start
 */
export function nextWaypoint(
  navigation: Navigation,
  from: Spot,
  goal: Spot,
  out: { x: number; y: number },
  detour: Detour | null = null,
): boolean {
  const { arena } = navigation;
  if (isClearWay(arena, from.x, from.y, goal.x, goal.y) && !isShunned(detour, from, goal.x, goal.y)) {
    out.x = goal.x;
    out.y = goal.y;
    return true;
  }
  const field = detour?.field ?? fieldTo(navigation, tileAt(arena, goal.x, goal.y));
  let tile = tileAt(arena, from.x, from.y);
  out.x = from.x;
  out.y = from.y;
  if ((field[tile] ?? UNREACHED) === UNREACHED) return false;
  // The middle of the own tile always has room, and from there the next one is in a straight line.
  out.x = middleX(arena, tile);
  out.y = middleY(arena, tile);
  for (let step = 0; step < LOOK_AHEAD; step++) {
    tile = downhill(arena, field, tile);
    if (tile < 0) break;
    const x = middleX(arena, tile);
    const y = middleY(arena, tile);
    // The first step may lead anywhere: whoever is in danger has to get out of it.
    if (!isClearWay(arena, from.x, from.y, x, y) || (step > 0 && isShunned(detour, from, x, y))) break;
    out.x = x;
    out.y = y;
  }
  return true;
}
