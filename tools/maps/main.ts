/**
 * The maps of the game, made from their drawings.
 *
 *   node tools/maps/main.ts             writes assets/maps
 *   node tools/maps/main.ts pictures    writes docs/maps.md and docs/images/maps
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { arenaOf } from "./drawing.ts";
import { DRAWINGS } from "./drawings/index.ts";
import { mapsPage } from "./page.ts";
import { pictureOf } from "./picture.ts";
import { tiledText } from "./tiledMap.ts";

const ROOT = new URL("../../", import.meta.url);
const PICTURES = new URL("docs/images/maps/", ROOT);
/** Width in px of a picture. */
const PICTURE_WIDTH = 640;

function writeMaps(): void {
  for (const arena of DRAWINGS.map(arenaOf)) {
    writeFileSync(new URL(`assets/maps/${arena.name}.tmj`, ROOT), tiledText(arena));
    console.log(`assets/maps/${arena.name}.tmj: ${arena.columns} x ${arena.rows} tiles`);
  }
}

async function writePictures(): Promise<void> {
  // Only drawing needs the native packages.
  const { Resvg } = await import("@resvg/resvg-js");
  const { default: sharp } = await import("sharp");
  const arenas = DRAWINGS.map(arenaOf);
  mkdirSync(PICTURES, { recursive: true });
  for (const arena of arenas) {
    const picture = new Resvg(pictureOf(arena), {
      fitTo: { mode: "width", value: PICTURE_WIDTH },
      font: { loadSystemFonts: false },
    }).render();
    const file = new URL(`${arena.name}.png`, PICTURES);
    // A palette is enough for flat colours and keeps the repository small.
    await sharp(picture.asPng()).png({ palette: true, effort: 10 }).toFile(file.pathname);
    console.log(`docs/images/maps/${arena.name}.png: ${picture.width} x ${picture.height} px`);
  }
  writeFileSync(new URL("docs/maps.md", ROOT), mapsPage(arenas));
}

if (process.argv[2] === "pictures") await writePictures();
else writeMaps();
