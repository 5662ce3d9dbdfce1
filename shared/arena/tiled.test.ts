import { describe, expect, test } from "vitest";
import { ArenaError, readTiled } from "./index.ts";

/** A layer as Tiled writes it, as far as the reader looks. */
interface Layer {
  readonly name: string;
  readonly type: string;
  readonly data?: readonly number[];
  readonly objects?: readonly object[];
}

/** The only floor tile of the map: the second of its second row. */
const FLOOR = { x: 48, y: 48 };

const WALLS: Layer = { name: "walls", type: "tilelayer", data: [1, 1, 1, 1, 0, 1, 1, 1, 1] };
const SPAWNS: Layer = { name: "spawns", type: "objectgroup", objects: [{ ...FLOOR, type: "spawn" }] };
const ITEMS: Layer = {
  name: "items",
  type: "objectgroup",
  objects: [{ x: 40, y: 50, type: "healthCell" }],
};

/** A map of three by three tiles with changes; a layer replaces the one of its name. */
function map(layers: readonly Layer[] = [], changes: object = {}): object {
  const replaced = new Map([WALLS, SPAWNS, ITEMS, ...layers].map((layer) => [layer.name, layer]));
  return { width: 3, height: 3, tilewidth: 32, tileheight: 32, layers: [...replaced.values()], ...changes };
}

function spawnsOf(...objects: object[]): object {
  return map([{ ...SPAWNS, objects }]);
}

function goalsOf(...objects: object[]): object {
  return map([{ name: "goals", type: "objectgroup", objects }]);
}

function propertiesOf(...properties: object[]): object {
  return map([], { properties });
}

const teamOf = (value: unknown, type = "int"): object => ({ properties: [{ name: "team", type, value }] });
const radiusOf = (value: unknown, type = "float"): object => ({
  properties: [{ name: "radius", type, value }],
});

describe("a Tiled map", () => {
  test("becomes walls, spawns and racks", () => {
    const arena = readTiled("tiny", map());
    expect(arena).toMatchObject({ name: "tiny", columns: 3, rows: 3, tile: 32 });
    expect([...arena.solid]).toEqual([1, 1, 1, 1, 0, 1, 1, 1, 1]);
    expect(arena.spawns).toEqual([{ ...FLOOR, team: 0 }]);
    expect(arena.items).toEqual([{ x: 40, y: 50, item: "healthCell" }]);
  });

  test("that says nothing about itself is an unlisted one of a free-for-all", () => {
    expect(readTiled("tiny", map())).toMatchObject({
      title: "tiny",
      idea: "",
      modes: ["ffa"],
      players: { min: 2, max: 8 },
      listed: false,
      zones: [],
      homes: [],
    });
  });

  test("tells what its properties say", () => {
    const arena = readTiled(
      "tiny",
      propertiesOf(
        { name: "title", type: "string", value: "The box" },
        // Text may come without a type.
        { name: "idea", value: "Nowhere to go." },
        { name: "modes", type: "string", value: "ffa, tdm,uplink" },
        { name: "minPlayers", type: "int", value: 1 },
        { name: "maxPlayers", type: "int", value: 3 },
        { name: "listed", type: "bool", value: true },
        { name: "something of the mapper", type: "color", value: "#ff00ff" },
      ),
    );
    expect(arena).toMatchObject({
      title: "The box",
      idea: "Nowhere to go.",
      modes: ["ffa", "tdm", "uplink"],
      players: { min: 1, max: 3 },
      listed: true,
    });
  });

  test("gives spawns to teams and has goals", () => {
    const arena = readTiled("tiny", spawnsOf({ ...FLOOR, ...teamOf(2) }));
    expect(arena.spawns).toEqual([{ ...FLOOR, team: 2 }]);
    const goals = goalsOf(
      { ...FLOOR, type: "zone", ...radiusOf(96) },
      { ...FLOOR, type: "home", ...teamOf(1) },
      { ...FLOOR, type: "home", ...teamOf(2) },
    );
    const { zones, homes } = readTiled("tiny", goals);
    expect(zones).toEqual([{ ...FLOOR, radius: 96 }]);
    expect(homes).toEqual([
      { ...FLOOR, team: 1 },
      { ...FLOOR, team: 2 },
    ]);
  });

  test.each([
    ["is no object", null, "not a Tiled JSON map"],
    ["has oblong tiles", map([], { tileheight: 16 }), "not a Tiled JSON map"],
    ["lacks a layer", map([], { layers: [SPAWNS, ITEMS] }), 'layer "walls"'],
    ["has too few tiles", map([{ ...WALLS, data: [1, 1] }]), "9 are needed"],
    ["has no spawn", spawnsOf(), "no spawn"],
    ["has a spawn in a wall", spawnsOf({ x: 1, y: 1 }), "inside a wall"],
    ["has a spawn outside", spawnsOf({ x: 100, y: 1 }), "outside"],
    ["has a spawn at no place", spawnsOf({ x: "left", y: 1 }), "outside"],
    ["has a spawn of no team", spawnsOf({ ...FLOOR, ...teamOf(3) }), "spawn at 48,48 is of team 3"],
    ["has a team as text", spawnsOf({ ...FLOOR, ...teamOf("1", "string") }), '"team" is no int'],
    ["has half a team", spawnsOf({ ...FLOOR, ...teamOf(1.5) }), '"team" is no int'],
    ["has an item without a class", map([{ ...ITEMS, objects: [FLOOR] }]), "no class"],
    ["has a goal without a class", goalsOf(FLOOR), 'has the class "", not zone or home'],
    ["has a goal of another class", goalsOf({ ...FLOOR, type: "flag" }), 'the class "flag"'],
    ["has a zone without a radius", goalsOf({ ...FLOOR, type: "zone" }), "no radius from 48 to 160"],
    ["has a zone too small", goalsOf({ ...FLOOR, type: "zone", ...radiusOf(47.5) }), "no radius from 48"],
    ["has a zone too large", goalsOf({ ...FLOOR, type: "zone", ...radiusOf(161) }), "no radius from 48"],
    ["has a zone in a wall", goalsOf({ x: 1, y: 1, type: "zone", ...radiusOf(80) }), "inside a wall"],
    ["has a home without a team", goalsOf({ ...FLOOR, type: "home" }), "home at 48,48 is of team 0"],
    ["has a home of no team", goalsOf({ ...FLOOR, type: "home", ...teamOf(3) }), "is of team 3"],
    ["has a number as its title", propertiesOf({ name: "title", type: "int", value: 3 }), '"title" is no'],
    [
      "lies about a type",
      propertiesOf({ name: "listed", type: "bool", value: "yes" }),
      '"listed" is no bool',
    ],
    ["has a wrong number of players", propertiesOf({ name: "minPlayers", type: "int", value: 9 }), "9 to 8"],
    ["is for nobody", propertiesOf({ name: "minPlayers", type: "int", value: 0 }), "0 to 8 players"],
  ])("that %s is refused, with its name", (_what, value, message) => {
    expect(() => readTiled("broken", value)).toThrow(ArenaError);
    expect(() => readTiled("broken", value)).toThrow(/map broken/);
    expect(() => readTiled("broken", value)).toThrow(message);
  });
});
