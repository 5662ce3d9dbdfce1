import { type Arena, isSolid, type Spot } from "../../shared/arena/index.ts";
import { hash32 } from "../../shared/math/index.ts";

/** The tileset of all maps, drawn by tools/atlas.ts from assets/art/tileset.svg. */
const TILESET = { image: "tiles.png", name: "hall", columns: 2, rows: 4 } as const;

/** Tiles of the set, as their places in it plus one. The first of each list is the common one. */
const FLOORS = [1, 3, 5] as const;
const WALLS = [2, 4, 6] as const;
const SPAWN_MARK = 7;
const RACK_MARK = 8;

/** One tile in this many is another than the common one. */
const RARITY = 9;

type Value = string | number | boolean;

interface Property {
  readonly name: string;
  readonly type: "string" | "int" | "float" | "bool";
  readonly value: Value;
}

const text = (name: string, value: string): Property => ({ name, type: "string", value });
const whole = (name: string, value: number): Property => ({ name, type: "int", value });

function pickTile(tiles: readonly number[], column: number, row: number): number {
  const chance = hash32(column, row);
  return chance % RARITY === 0 ? tiles[1 + (Math.floor(chance / RARITY) % (tiles.length - 1))]! : tiles[0]!;
}

/** Tiles of the floor: with marks below spawns and racks, for whoever looks at the map in the editor. */
function floorTiles(arena: Arena): number[] {
  const { columns, rows, tile } = arena;
  const tiles = Array.from({ length: columns * rows }, (_, i) =>
    pickTile(FLOORS, i % columns, Math.floor(i / columns)),
  );
  const mark = (spots: readonly Spot[], gid: number): void => {
    for (const { x, y } of spots) tiles[Math.floor(y / tile) * columns + Math.floor(x / tile)] = gid;
  };
  mark(arena.spawns, SPAWN_MARK);
  mark(arena.items, RACK_MARK);
  return tiles;
}

function wallTiles(arena: Arena): number[] {
  const { columns, rows } = arena;
  return Array.from({ length: columns * rows }, (_, i) => {
    const column = i % columns;
    const row = Math.floor(i / columns);
    return isSolid(arena, column, row) ? pickTile(WALLS, column, row) : 0;
  });
}

/**
 * A map as Tiled 1.8 saves it (https://doc.mapeditor.org/en/stable/reference/json-map-format/), so that the editor
 * opens it and changes nothing but what one changes. `readTiled` gives back the arena.
 */
export function tiledText(arena: Arena): string {
  const { columns: width, rows: height, tile } = arena;
  let objects = 0;
  let layers = 0;

  const point = (spot: Spot, type: string, properties: readonly Property[] = []): object => ({
    height: 0,
    id: ++objects,
    name: "",
    point: true,
    ...(properties.length > 0 ? { properties } : {}),
    rotation: 0,
    type,
    visible: true,
    width: 0,
    x: spot.x,
    y: spot.y,
  });
  const tileLayer = (name: string, data: readonly number[]): object => {
    const grid = {
      height,
      id: ++layers,
      name,
      opacity: 1,
      type: "tilelayer",
      visible: true,
      width,
      x: 0,
      y: 0,
    };
    return { data, ...grid };
  };
  const objectLayer = (name: string, things: readonly object[]): object => {
    const rest = { name, objects: things, opacity: 1, type: "objectgroup", visible: true, x: 0, y: 0 };
    return { draworder: "topdown", id: ++layers, ...rest };
  };

  const ofTeam = (team: number): Property[] => (team === 0 ? [] : [whole("team", team)]);
  const drawnLayers = [
    tileLayer("floor", floorTiles(arena)),
    tileLayer("walls", wallTiles(arena)),
    objectLayer(
      "spawns",
      arena.spawns.map((spawn) => point(spawn, "spawn", ofTeam(spawn.team))),
    ),
    objectLayer(
      "items",
      arena.items.map((rack) => point(rack, rack.item)),
    ),
    objectLayer("goals", [
      ...arena.zones.map((zone) =>
        point(zone, "zone", [{ name: "radius", type: "float", value: zone.radius }]),
      ),
      ...arena.homes.map((home) => point(home, "home", ofTeam(home.team))),
    ]),
  ];
  const map = {
    compressionlevel: -1,
    height,
    infinite: false,
    layers: drawnLayers,
    nextlayerid: layers + 1,
    nextobjectid: objects + 1,
    orientation: "orthogonal",
    properties: [
      text("idea", arena.idea),
      { name: "listed", type: "bool", value: arena.listed },
      whole("maxPlayers", arena.players.max),
      whole("minPlayers", arena.players.min),
      text("modes", arena.modes.join(",")),
      text("title", arena.title),
    ] satisfies Property[],
    renderorder: "right-down",
    tiledversion: "1.8.2",
    tileheight: tile,
    tilesets: [
      {
        columns: TILESET.columns,
        firstgid: 1,
        image: TILESET.image,
        imageheight: TILESET.rows * tile,
        imagewidth: TILESET.columns * tile,
        margin: 0,
        name: TILESET.name,
        spacing: 0,
        tilecount: TILESET.columns * TILESET.rows,
        tileheight: tile,
        tilewidth: tile,
      },
    ],
    tilewidth: tile,
    type: "map",
    version: "1.8",
    width,
  };
  return `${foldRows(JSON.stringify(map, null, 1), width)}\n`;
}

/** Writes lists of bare numbers, the tiles, with one row of the map a line instead of one number a line. */
function foldRows(json: string, width: number): string {
  return json.replace(/\[[\d\s,]+\]/g, (list) => {
    const numbers = list.match(/\d+/g) ?? [];
    const lines: string[] = [];
    for (let i = 0; i < numbers.length; i += width) lines.push(numbers.slice(i, i + width).join(", "));
    return `[${lines.join(",\n    ")}]`;
  });
}
