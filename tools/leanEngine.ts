/**
 * Phaser's source files for the bundler, without those that its core asks for but that the arena never uses: they are
 * made by name when an object wants them, so an empty place in their stead is never noticed. A third of the engine.
 */
import { readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** Folder of the sources, as bundlers name it; the package opens only the whole of them. */
export const ENGINE_SOURCES = `${realpathSync(fileURLToPath(new URL("../node_modules/phaser/src", import.meta.url)))}/`;

/** What is left out, by path below the sources and without the ending. */
export const LEFT_OUT: readonly RegExp[] = [
  // Filters of cameras and objects, and what only makes lists of everything for whoever uses the whole.
  /^filters\//,
  /^renderer\/webgl\/renderNodes\/filters\//,
  /^renderer\/(?:webgl|canvas)\/index$/,
  // Drawing of tile maps, masses of sprites, shapes and lamps.
  /^renderer\/webgl\/renderNodes\/(?:BatchHandler(?:PointLight|Strip)|DrawLine|FillPath|FillTri|StrokePath)$/,
  /^renderer\/webgl\/renderNodes\/submitter\/Submitter(?:Tile|TilemapGPULayer)$/,
  /^renderer\/webgl\/renderNodes\/transformer\/TransformerTile$/,
  // Pictures of the picture.
  /^renderer\/snapshot\//,
  // Sheets of other kinds than the game's.
  /^textures\/parsers\/(?:AtlasXML|KTXParser|PCT|PCTDecode|PVRParser|SpriteSheet|SpriteSheetFromAtlas|UnityYAML)$/,
  /^gameobjects\/bitmaptext\/(?:ParseFromAtlas|ParseXMLBitmapFont)$/,
  // Input is the game's own.
  /^input\/(?:keyboard\/KeyboardManager|mouse\/MouseManager|touch\/TouchManager)$/,
  // Noise, and turns in space.
  /^math\/(?:Euler|Hash|HashCell|HashSimplex|HashWorley|Quaternion|RotateVec3)$/,
  // Trials of the browser, which take it long: one makes a WebGL context and throws it away.
  /^device\/(?:Audio|CanvasFeatures|Features|Video)$/,
  /^animations\/Animation$/,
  /^gameobjects\/components\/PathFollower$/,
];

/** Path of a source file below the folder of all, without its ending; null for a file that is not Phaser's. */
function sourceName(id: string): string | null {
  const path = id.replaceAll("\\", "/");
  const root = ENGINE_SOURCES.replaceAll("\\", "/");
  return path.startsWith(root) && path.endsWith(".js") ? path.slice(root.length, -".js".length) : null;
}

/** The sources that the view asks for, by name; the dev server has to know them before it starts. */
export function engineParts(): string[] {
  const view = readFileSync(new URL("../client/view/engine.ts", import.meta.url), "utf8");
  return [...view.matchAll(/"(phaser\/src\/[^"]+)"/g)].map(([, part]) => part!);
}

/** Leaves them out. */
export function leanEngine(): Plugin {
  return {
    name: "crosswire:lean-engine",
    enforce: "pre",
    load(id) {
      const name = sourceName(id);
      if (name === null || !LEFT_OUT.some((pattern) => pattern.test(name))) return null;
      return "module.exports = {};";
    },
  };
}
