/**
 * Draws the picture sheet: `assets/art/*.svg` becomes `assets/build/atlas.webp` and `atlas.json`, and `tileset.svg`
 * becomes `assets/maps/tiles.png`, to which the Tiled maps refer.
 *
 *   node tools/atlas.ts            draws
 *   node tools/atlas.ts --check    exits 1 when the sources changed since the committed sheet was drawn
 *
 * The output is committed, so that building the game needs none of the native tools that drawing needs.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { packShelves } from "./pack.ts";

const ROOT = new URL("../", import.meta.url);
const ART = new URL("assets/art/", ROOT);
const SHEET_IMAGE = new URL("assets/build/atlas.webp", ROOT);
const SHEET_DATA = new URL("assets/build/atlas.json", ROOT);
const TILES_IMAGE = new URL("assets/maps/tiles.png", ROOT);

/** Named colours that the drawings share: `$outline` in an SVG stands for the entry `outline`. */
const INK = "ink.json";
/** Drawn at 1x for the map editor and no part of the sheet. */
const TILESET = "tileset.svg";

/** Sheet px per unit of a drawing: enough for a 2560 px wide window, where one unit covers two px. */
const DENSITY = 2;
/** All pictures fit one sheet of this width in px, which every WebGL device can hold. */
const SHEET_WIDTH = 512;
/** px between pictures: linear filtering reads one px beyond an edge. */
const GAP = 2;

interface Picture {
  readonly name: string;
  /** Straight RGBA, four bytes a px. */
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

function drawingNames(): string[] {
  return readdirSync(ART)
    .filter((file) => file.endsWith(".svg") && file !== TILESET)
    .sort();
}

/** A digest of all that decides what the sheet looks like: the drawings, their colours, and this tool. */
function digestSources(): string {
  const hash = createHash("sha256");
  const sources = [INK, TILESET, ...drawingNames()].map((file) => new URL(file, ART));
  for (const source of [...sources, new URL("tools/atlas.ts", ROOT), new URL("tools/pack.ts", ROOT)]) {
    hash.update(`${source.pathname.slice(ROOT.pathname.length)}\n`).update(readFileSync(source));
  }
  return hash.digest("hex");
}

function readDrawing(file: string, ink: Readonly<Record<string, string>>): string {
  return readFileSync(new URL(file, ART), "utf8").replace(/\$(\w+)/g, (_, name: string) => {
    const colour = ink[name];
    if (colour === undefined) throw new Error(`${file}: ${INK} has no colour "${name}"`);
    return colour;
  });
}

/** The smallest rectangle that holds every px that is not fully transparent. */
function inkedArea(picture: Picture): Rect {
  let left = picture.width;
  let top = picture.height;
  let right = -1;
  let bottom = -1;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (picture.pixels[(y * picture.width + x) * 4 + 3] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < 0) throw new Error(`${picture.name}: nothing is drawn`);
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function copyRows(from: Picture, area: Rect, to: Uint8Array, toWidth: number, x: number, y: number): void {
  for (let row = 0; row < area.height; row++) {
    const start = ((area.y + row) * from.width + area.x) * 4;
    to.set(from.pixels.subarray(start, start + area.width * 4), ((y + row) * toWidth + x) * 4);
  }
}

async function draw(): Promise<void> {
  // Only drawing needs the native packages; the check runs without them.
  const { Resvg } = await import("@resvg/resvg-js");
  const { default: sharp } = await import("sharp");
  const ink = JSON.parse(readFileSync(new URL(INK, ART), "utf8")) as Record<string, string>;
  const render = (file: string, density: number): Buffer =>
    new Resvg(readDrawing(file, ink), {
      fitTo: { mode: "zoom", value: density },
      font: { loadSystemFonts: false },
    })
      .render()
      .asPng();

  const pictures = await Promise.all(
    drawingNames().map(async (file): Promise<Picture> => {
      const { data, info } = await sharp(render(file, DENSITY))
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { name: file.replace(/\.svg$/, ""), pixels: data, width: info.width, height: info.height };
    }),
  );
  const areas = new Map(pictures.map((picture) => [picture.name, inkedArea(picture)]));
  const sheet = packShelves(
    pictures.map(({ name }) => ({ name, width: areas.get(name)!.width, height: areas.get(name)!.height })),
    SHEET_WIDTH,
    GAP,
  );

  const pixels = new Uint8Array(sheet.width * sheet.height * 4);
  const frames: Record<string, object> = {};
  for (const picture of pictures) {
    const area = areas.get(picture.name)!;
    const place = sheet.places.find((p) => p.name === picture.name)!;
    copyRows(picture, area, pixels, sheet.width, place.x, place.y);
    frames[picture.name] = {
      frame: { x: place.x, y: place.y, w: area.width, h: area.height },
      rotated: false,
      trimmed: area.width !== picture.width || area.height !== picture.height,
      spriteSourceSize: { x: area.x, y: area.y, w: area.width, h: area.height },
      sourceSize: { w: picture.width, h: picture.height },
    };
  }

  mkdirSync(new URL("./", SHEET_IMAGE), { recursive: true });
  const raw = { width: sheet.width, height: sheet.height, channels: 4 as const };
  writeFileSync(SHEET_IMAGE, await sharp(pixels, { raw }).webp({ lossless: true, effort: 6 }).toBuffer());
  writeFileSync(
    SHEET_DATA,
    `${JSON.stringify({
      frames,
      meta: {
        image: "atlas.webp",
        size: { w: sheet.width, h: sheet.height },
        scale: DENSITY,
        sources: digestSources(),
      },
    })}\n`,
  );
  writeFileSync(TILES_IMAGE, render(TILESET, 1));
  console.log(`${pictures.length} pictures on ${sheet.width} x ${sheet.height} px`);
}

function check(): boolean {
  if (![SHEET_IMAGE, SHEET_DATA, TILES_IMAGE].every((file) => existsSync(file))) return false;
  const { meta } = JSON.parse(readFileSync(SHEET_DATA, "utf8")) as { meta: { sources: string } };
  return meta.sources === digestSources();
}

if (process.argv.includes("--check")) {
  if (!check()) {
    console.error(
      "assets/build is older than assets/art: run `node tools/atlas.ts` and commit what it writes",
    );
    process.exit(1);
  }
} else {
  await draw();
}
