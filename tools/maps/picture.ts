import { type Arena, isSolid, type Spot } from "../../shared/arena/index.ts";
import { TEAMS } from "../../shared/content/index.ts";
import { GLYPHS } from "./glyphs.ts";

/** Dark and flat like the game; see docs/images/play.png. */
const COLOUR = {
  floor: "#2a3546",
  grid: "#303c4f",
  wall: "#7390b3",
  wallEdge: "#a9bfd8",
  outline: "#0a0d12",
  rack: "#131a23",
  letter: "#e8eef5",
  spawn: "#93a3b5",
  zone: "#f3f6fa",
} as const;

/** The ring of a rack says what it is good for; its letter says what it is. */
const RING: Readonly<Record<string, string>> = {
  healthCell: "#4fd6b0",
  plating: "#4fd6b0",
  overclock: "#e69f00",
  ammo: "#93a3b5",
};
const WEAPON_RING = "#cc79a7";

/** One letter a kind of rack. */
export const LETTERS: Readonly<Record<string, string>> = {
  healthCell: "H",
  plating: "P",
  overclock: "O",
  ammo: "A",
  burst: "B",
  scatter: "S",
  rail: "R",
  launcher: "L",
  mine: "M",
};

function teamColour(team: number): string {
  return TEAMS.find(({ id }) => id === team)?.colour ?? COLOUR.spawn;
}

/** A letter of strokes around a place: drawn by hand, so that every machine draws the same. */
function glyph(letter: string, at: Spot, height: number, colour: string): string {
  const strokes = GLYPHS[letter];
  if (strokes === undefined) throw new RangeError(`there is no glyph for "${letter}"`);
  const scale = height / 6;
  return (
    `<path transform="translate(${at.x} ${at.y}) scale(${scale}) translate(-2 -3)" d="${strokes}" fill="none"` +
    ` stroke="${colour}" stroke-width="1.1" stroke-linecap="round" stroke-linejoin="round"/>`
  );
}

function drawWalls(arena: Arena): string {
  const { tile } = arena;
  let faces = "";
  let edges = "";
  for (let row = 0; row < arena.rows; row++) {
    for (let column = 0; column < arena.columns; column++) {
      if (!isSolid(arena, column, row)) continue;
      const x = column * tile;
      const y = row * tile;
      faces += `M${x} ${y}h${tile}v${tile}h${-tile}z`;
      if (!isSolid(arena, column, row - 1)) edges += `M${x} ${y}h${tile}`;
      if (!isSolid(arena, column, row + 1)) edges += `M${x} ${y + tile}h${tile}`;
      if (!isSolid(arena, column - 1, row)) edges += `M${x} ${y}v${tile}`;
      if (!isSolid(arena, column + 1, row)) edges += `M${x + tile} ${y}v${tile}`;
    }
  }
  return (
    `<path d="${faces}" transform="translate(4 7)" fill="${COLOUR.outline}" opacity="0.35"/>` +
    `<path d="${faces}" fill="${COLOUR.wall}" shape-rendering="crispEdges"/>` +
    `<path d="${edges}" stroke="${COLOUR.outline}" stroke-width="7" stroke-linecap="square"/>` +
    `<path d="${edges}" stroke="${COLOUR.wallEdge}" stroke-width="2" stroke-linecap="square"/>`
  );
}

function drawGrid(arena: Arena): string {
  const { tile, columns, rows } = arena;
  let lines = "";
  for (let column = 2; column < columns; column += 2) lines += `M${column * tile} 0V${rows * tile}`;
  for (let row = 2; row < rows; row += 2) lines += `M0 ${row * tile}H${columns * tile}`;
  return `<path d="${lines}" stroke="${COLOUR.grid}" stroke-width="1.5"/>`;
}

/** The sign of a team: a circle or a diamond, so that nobody has to tell the colours apart. */
function teamSign(at: Spot, team: number, size: number, style: string): string {
  const shape = TEAMS.find(({ id }) => id === team)?.shape;
  if (shape === "diamond") {
    const reach = size * 1.25;
    return `<path d="M${at.x} ${at.y - reach}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}z" ${style}/>`;
  }
  return `<circle cx="${at.x}" cy="${at.y}" r="${size}" ${style}/>`;
}

function drawGoals(arena: Arena): string {
  const zones = arena.zones.map(
    ({ x, y, radius }) =>
      `<circle cx="${x}" cy="${y}" r="${radius}" fill="${COLOUR.zone}" fill-opacity="0.07"` +
      ` stroke="${COLOUR.zone}" stroke-opacity="0.75" stroke-width="4" stroke-dasharray="14 10"/>`,
  );
  const homes = arena.homes.map((home) => {
    const colour = teamColour(home.team);
    const style = `fill="${colour}" fill-opacity="0.25" stroke="${colour}" stroke-width="5"`;
    return teamSign(home, home.team, 26, style) + glyph(String(home.team), home, 24, COLOUR.letter);
  });
  return zones.join("") + homes.join("");
}

function drawSpawns(arena: Arena): string {
  return arena.spawns
    .map((spawn) => {
      const colour = teamColour(spawn.team);
      const fill = spawn.team === 0 ? 'fill="none"' : `fill="${colour}"`;
      return teamSign(spawn, spawn.team, 9, `${fill} stroke="${colour}" stroke-width="3.5"`);
    })
    .join("");
}

function drawRacks(arena: Arena): string {
  return arena.items
    .map((rack) => {
      const ring = RING[rack.item] ?? WEAPON_RING;
      return (
        `<circle cx="${rack.x}" cy="${rack.y}" r="20" fill="${COLOUR.rack}" stroke="${ring}" stroke-width="4.5"/>` +
        glyph(LETTERS[rack.item] ?? "?", rack, 18, COLOUR.letter)
      );
    })
    .join("");
}

/** A map as an SVG, seen from above in full light. */
export function pictureOf(arena: Arena): string {
  const width = arena.columns * arena.tile;
  const height = arena.rows * arena.tile;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${COLOUR.floor}"/>` +
    drawGrid(arena) +
    drawWalls(arena) +
    drawGoals(arena) +
    drawSpawns(arena) +
    drawRacks(arena) +
    "</svg>"
  );
}
