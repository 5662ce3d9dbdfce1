import { type Arena, isSolid, type Spot } from "./arena.ts";
import { complaintsAboutFairness } from "./fairness.ts";
import { inSight } from "./ray.ts";
import { tileAt, UNREACHED, waysTo } from "./ways.ts";

/** What the content has: an arena may name nothing else. */
export interface Known {
  /** Keys of all items. */
  readonly items: readonly string[];
  readonly modes: readonly { readonly key: string; readonly teams: boolean }[];
}

/** Tiles a side: below there is no room for a fight, above a drone is alone (and positions leave their range). */
const SIDE = { min: 18, max: 64 } as const;
/** px between racks: the reaches of two neighbours (26 px each) then leave a gap. */
const RACK_GAP = 60;
/** px between spawns: drones that appear side by side have room to move. */
const SPAWN_GAP = 60;
/** px between a spawn and a rack: nobody appears on an item. */
const SPAWN_TO_RACK = 40;
/** px around a spawn that are free of walls: the radius of a drone. */
const DRONE_RADIUS = 13;
/** Spawns that a team has at least. */
const TEAM_SPAWNS = 4;
/** Part of a zone that may lie in walls. */
const ZONE_IN_WALLS = 0.5;
/** px between the places of a zone that are looked at. */
const ZONE_STEP = 4;

function distance(a: Spot, b: Spot): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

/** A place as a mapper finds it in the editor. */
function placeOf(arena: Arena, spot: Spot): string {
  return `column ${Math.floor(spot.x / arena.tile)}, row ${Math.floor(spot.y / arena.tile)}`;
}

function isSolidAt(arena: Arena, x: number, y: number): boolean {
  return isSolid(arena, Math.floor(x / arena.tile), Math.floor(y / arena.tile));
}

function aboutSize(arena: Arena): string[] {
  return (["columns", "rows"] as const)
    .filter((side) => arena[side] < SIDE.min || arena[side] > SIDE.max)
    .map((side) => `${arena[side]} ${side} are not within ${SIDE.min} to ${SIDE.max}`);
}

function aboutBorder(arena: Arena): string[] {
  const { columns, rows, tile } = arena;
  const holes: string[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const isRim = row === 0 || column === 0 || row === rows - 1 || column === columns - 1;
      if (!isRim || isSolid(arena, column, row)) continue;
      holes.push(`the border is open at ${placeOf(arena, { x: column * tile, y: row * tile })}`);
    }
  }
  return holes;
}

/**
 * A way is two tiles wide at least: its tiles lie within open squares of two by two. A gap of a single tile between
 * two blocks is no way yet; drones fit through.
 */
function aboutWidth(arena: Arena): string[] {
  const { columns, rows, tile } = arena;
  const isWide = (column: number, row: number): boolean =>
    [-1, 0].some((left) =>
      [-1, 0].some((up) =>
        [0, 1].every((dc) => [0, 1].every((dr) => !isSolid(arena, column + left + dc, row + up + dr))),
      ),
    );
  const isNarrow = (column: number, row: number): boolean =>
    !isSolid(arena, column, row) && !isWide(column, row);
  const complaints: string[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!isNarrow(column, row) || !(isNarrow(column + 1, row) || isNarrow(column, row + 1))) continue;
      complaints.push(`the way is too narrow at ${placeOf(arena, { x: column * tile, y: row * tile })}`);
    }
  }
  return complaints;
}

function aboutNames(arena: Arena, known: Known): string[] {
  const strangers = new Set(arena.items.map((r) => r.item).filter((item) => !known.items.includes(item)));
  const modes = arena.modes.filter((key) => !known.modes.some((mode) => mode.key === key));
  return [
    ...[...strangers].map((item) => `there is no item "${item}"`),
    ...modes.map((key) => `there is no mode "${key}"`),
  ];
}

/** What players read and find on every map that they may vote for. */
function aboutListing(arena: Arena, known: Known): string[] {
  if (!arena.listed) return [];
  const lacking = known.items.filter((key) => !arena.items.some((rack) => rack.item === key));
  const open = arena.spawns.filter((spawn) => spawn.team === 0).length;
  return [
    ...(arena.idea === "" ? ["it has no idea"] : []),
    ...(arena.modes.length === 0 ? ["it is for no mode"] : []),
    ...lacking.map((key) => `it has no rack with "${key}"`),
    ...(open < arena.players.max ? [`${open} spawns for anybody are too few for ${arena.players.max}`] : []),
  ];
}

function aboutSpawns(arena: Arena): string[] {
  const complaints: string[] = [];
  arena.spawns.forEach((spawn, i) => {
    const place = placeOf(arena, spawn);
    const corners = [-1, 1].flatMap((dx) => [-1, 1].map((dy) => ({ dx, dy })));
    const { x, y } = spawn;
    if (corners.some(({ dx, dy }) => isSolidAt(arena, x + dx * DRONE_RADIUS, y + dy * DRONE_RADIUS))) {
      complaints.push(`the spawn at ${place} is too near to a wall`);
    }
    if (arena.spawns.some((other, j) => j > i && distance(spawn, other) < SPAWN_GAP)) {
      complaints.push(`the spawn at ${place} is too near to another`);
    }
    if (arena.items.some((rack) => distance(spawn, rack) < SPAWN_TO_RACK)) {
      complaints.push(`the spawn at ${place} is too near to a rack`);
    }
  });
  return complaints;
}

function aboutRacks(arena: Arena): string[] {
  return arena.items
    .filter((rack, i) => arena.items.some((other, j) => j > i && distance(rack, other) < RACK_GAP))
    .map((rack) => `the rack at ${placeOf(arena, rack)} is within reach of another`);
}

function aboutReach(arena: Arena): string[] {
  const goals = [
    ...arena.spawns.map((spot) => ({ spot, what: "spawn" })),
    ...arena.items.map((spot) => ({ spot, what: "rack" })),
    ...arena.zones.map((spot) => ({ spot, what: "zone" })),
    ...arena.homes.map((spot) => ({ spot, what: "home" })),
  ];
  return goals.flatMap(({ spot, what }) => {
    const ways = waysTo(arena, tileAt(arena, spot.x, spot.y));
    const lost = arena.spawns.find((spawn) => ways[tileAt(arena, spawn.x, spawn.y)] === UNREACHED);
    if (lost === undefined) return [];
    return [
      `no way leads from the spawn at ${placeOf(arena, lost)} to the ${what} at ${placeOf(arena, spot)}`,
    ];
  });
}

function aboutZones(arena: Arena): string[] {
  return arena.zones.flatMap((zone) => {
    let within = 0;
    let walled = 0;
    for (let dy = -zone.radius; dy <= zone.radius; dy += ZONE_STEP) {
      for (let dx = -zone.radius; dx <= zone.radius; dx += ZONE_STEP) {
        if (dx * dx + dy * dy > zone.radius * zone.radius) continue;
        within += 1;
        if (isSolidAt(arena, zone.x + dx, zone.y + dy)) walled += 1;
      }
    }
    if (walled <= within * ZONE_IN_WALLS) return [];
    return [`more than half of the zone at ${placeOf(arena, zone)} is wall`];
  });
}

/** What the modes of the arena need to be played on it. */
function aboutModes(arena: Arena, hasTeams: boolean): string[] {
  const complaints: string[] = [];
  const homesOf = (team: number): number => arena.homes.filter((home) => home.team === team).length;
  if (arena.modes.includes("uplink") && arena.zones.length === 0) complaints.push("uplink needs a zone");
  if (arena.modes.includes("courier") && (homesOf(1) !== 1 || homesOf(2) !== 1)) {
    complaints.push("courier needs one home for each team");
  }
  if (!hasTeams) return complaints;
  for (const team of [1, 2]) {
    const count = arena.spawns.filter((spawn) => spawn.team === team).length;
    if (count < TEAM_SPAWNS) complaints.push(`team ${team} has ${count} spawns, it needs ${TEAM_SPAWNS}`);
  }
  return complaints;
}

function aboutSight(arena: Arena): string[] {
  const enemies = arena.spawns.filter((spawn) => spawn.team === 2);
  return arena.spawns
    .filter((spawn) => spawn.team === 1)
    .flatMap((spawn) => {
      const seen = enemies.find((enemy) => inSight(arena, spawn.x, spawn.y, enemy.x, enemy.y));
      if (seen === undefined) return [];
      return [`spawns of two teams see each other: ${placeOf(arena, spawn)} and ${placeOf(arena, seen)}`];
    });
}

/**
 * What is wrong with an arena, as sentences for whoever makes it; empty when it may be played on.
 * Ways are those of a drone (radius 13 px): tile by tile, never across the corner of a wall.
 */
export function complaintsAboutArena(arena: Arena, known: Known): string[] {
  const hasTeams = known.modes.some((mode) => mode.teams && arena.modes.includes(mode.key));
  return [
    ...aboutSize(arena),
    ...aboutBorder(arena),
    ...aboutWidth(arena),
    ...aboutNames(arena, known),
    ...aboutListing(arena, known),
    ...aboutSpawns(arena),
    ...aboutRacks(arena),
    ...aboutReach(arena),
    ...aboutZones(arena),
    ...aboutModes(arena, hasTeams),
    ...(hasTeams ? aboutSight(arena) : []),
    ...(hasTeams ? complaintsAboutFairness(arena) : []),
  ];
}
