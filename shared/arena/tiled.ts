import {
  type Arena,
  type Home,
  type ItemSpot,
  type PlayerRange,
  type SpawnSpot,
  type Spot,
  ZONE_RADIUS,
  type Zone,
} from "./arena.ts";
import { ArenaError, type Propertied, readProperty } from "./properties.ts";

interface TiledObject extends Propertied {
  readonly name?: string;
  readonly type?: string;
  readonly x: number;
  readonly y: number;
}

interface TiledLayer {
  readonly name: string;
  readonly type: string;
  readonly data?: readonly number[];
  readonly objects?: readonly TiledObject[];
}

interface TiledMap extends Propertied {
  readonly width: number;
  readonly height: number;
  readonly tilewidth: number;
  readonly tileheight: number;
  readonly layers: readonly TiledLayer[];
}

function isTiledMap(value: unknown): value is TiledMap {
  if (typeof value !== "object" || value === null) return false;
  const map = value as Partial<TiledMap>;
  return (
    Number.isInteger(map.width) &&
    Number.isInteger(map.height) &&
    typeof map.tilewidth === "number" &&
    map.tilewidth === map.tileheight &&
    Array.isArray(map.layers)
  );
}

/** What the map says about itself, where it says something. */
function readCard(name: string, map: TiledMap): Pick<Arena, "title" | "idea" | "modes" | "listed"> {
  const where = `map ${name}`;
  const modes = readProperty(where, map, "modes", "string", "ffa").split(",");
  return {
    title: readProperty(where, map, "title", "string", name),
    idea: readProperty(where, map, "idea", "string", ""),
    modes: modes.map((mode) => mode.trim()).filter((mode) => mode !== ""),
    listed: readProperty(where, map, "listed", "bool", false),
  };
}

function readPlayers(name: string, map: TiledMap): PlayerRange {
  const min = readProperty(`map ${name}`, map, "minPlayers", "int", 2);
  const max = readProperty(`map ${name}`, map, "maxPlayers", "int", 8);
  if (min < 1 || max < min) throw new ArenaError(`map ${name}: ${min} to ${max} players are no range`);
  return { min, max };
}

/** The team of an object, one of those that it may have. */
function readTeam(where: string, object: TiledObject, fallback: number, allowed: readonly number[]): number {
  const team = readProperty(where, object, "team", "int", fallback);
  if (!allowed.includes(team)) {
    throw new ArenaError(`${where} is of team ${team}, it must be one of ${allowed.join(", ")}`);
  }
  return team;
}

function readRadius(where: string, object: TiledObject): number {
  const radius = readProperty(where, object, "radius", "float", Number.NaN);
  if (!(radius >= ZONE_RADIUS.min && radius <= ZONE_RADIUS.max)) {
    throw new ArenaError(`${where} has no radius from ${ZONE_RADIUS.min} to ${ZONE_RADIUS.max} px`);
  }
  return radius;
}

/**
 * Reads a map in Tiled's JSON form (https://doc.mapeditor.org/en/stable/reference/json-map-format/).
 *
 * Expected: a tile layer `walls` (any tile blocks) and object layers of points:
 * `spawns` (int property `team`, 0 when missing), `items` (the class is the key of an item), and, if there are goals,
 * `goals` with the classes `zone` (float property `radius`) and `home` (int property `team`).
 * Properties of the map, all optional: `title`, `idea`, `modes` (keys, comma between), `minPlayers`, `maxPlayers`,
 * `listed`.
 * @param name what the arena is called, also in errors
 * @throws ArenaError when the file is no such map
 */
export function readTiled(name: string, value: unknown): Arena {
  if (!isTiledMap(value)) throw new ArenaError(`map ${name}: not a Tiled JSON map with square tiles`);
  const findLayer = (layerName: string, type: string): TiledLayer | undefined =>
    value.layers.find((l) => l.name === layerName && l.type === type);
  const layer = (layerName: string, type: string): TiledLayer => {
    const found = findLayer(layerName, type);
    if (found === undefined) throw new ArenaError(`map ${name}: layer "${layerName}" (${type}) is missing`);
    return found;
  };
  const walls = layer("walls", "tilelayer").data ?? [];
  if (walls.length !== value.width * value.height) {
    throw new ArenaError(
      `map ${name}: layer "walls" holds ${walls.length} tiles, ${value.width * value.height} are needed` +
        " (save it uncompressed, as CSV)",
    );
  }
  const solid = Uint8Array.from(walls, (gid) => (gid === 0 ? 0 : 1));
  const whereIs = (object: TiledObject, what: string): string =>
    `map ${name}: ${what} at ${object.x},${object.y}`;
  const inside = (object: TiledObject, what: string): Spot => {
    const column = Math.floor(object.x / value.tilewidth);
    const row = Math.floor(object.y / value.tilewidth);
    if (!(column >= 0 && row >= 0 && column < value.width && row < value.height)) {
      throw new ArenaError(`${whereIs(object, what)} lies outside`);
    }
    if (solid[row * value.width + column] === 1) {
      throw new ArenaError(`${whereIs(object, what)} lies inside a wall`);
    }
    return { x: object.x, y: object.y };
  };

  const spawns = (layer("spawns", "objectgroup").objects ?? []).map((object): SpawnSpot => {
    const spot = inside(object, "spawn");
    return { ...spot, team: readTeam(whereIs(object, "spawn"), object, 0, [0, 1, 2]) };
  });
  if (spawns.length === 0) throw new ArenaError(`map ${name}: there is no spawn`);

  const items = (layer("items", "objectgroup").objects ?? []).map((object): ItemSpot => {
    const item = object.type ?? "";
    if (item === "") throw new ArenaError(`${whereIs(object, "the item")} has no class`);
    return { ...inside(object, `item ${item}`), item };
  });

  const zones: Zone[] = [];
  const homes: Home[] = [];
  for (const object of findLayer("goals", "objectgroup")?.objects ?? []) {
    const what = object.type ?? "";
    const where = whereIs(object, what);
    if (what === "zone") zones.push({ ...inside(object, what), radius: readRadius(where, object) });
    else if (what === "home")
      homes.push({ ...inside(object, what), team: readTeam(where, object, 0, [1, 2]) });
    else throw new ArenaError(`${whereIs(object, "the goal")} has the class "${what}", not zone or home`);
  }

  return {
    name,
    ...readCard(name, value),
    players: readPlayers(name, value),
    columns: value.width,
    rows: value.height,
    tile: value.tilewidth,
    solid,
    spawns,
    items,
    zones,
    homes,
  };
}
