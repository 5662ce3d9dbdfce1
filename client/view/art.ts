import type Phaser from "phaser";
import sheet from "../../assets/build/atlas.json" with { type: "json" };
import { GameObjects } from "./engine.ts";

/** Key of the picture sheet in the engine's caches. */
export const ART = "art";

/** A picture on the sheet. */
export type Frame = keyof typeof sheet.frames;

/** World px per unit of a drawing: a tile is 32 px in the world and 40 units in the drawings. */
export const UNIT = 32 / 40;

/** World px per px of the sheet, the scale at which every picture has its natural size. */
export const ART_SCALE = UNIT / sheet.meta.scale;

/** The dark line around everything solid. */
export const OUTLINE = 0x0a0d12;

/** Hands the sheet to the engine. */
export function addArt(textures: Phaser.Textures.TextureManager, image: ImageBitmap): void {
  // The engine knows no such images, but hands them on to WebGL, which does.
  textures.addAtlasJSONHash(ART, image as unknown as HTMLImageElement, sheet);
}

/** `#rrggbb` as the number that tints want. */
export function tintOf(colour: string): number {
  return Number.parseInt(colour.slice(1), 16);
}

/** Puts a picture of natural size into a layer. */
export function addPicture(
  scene: Phaser.Scene,
  layer: Phaser.GameObjects.Layer,
  frame: Frame,
): Phaser.GameObjects.Image {
  const image = new GameObjects.Image(scene, 0, 0, ART, frame).setScale(ART_SCALE);
  layer.add(image);
  return image;
}
