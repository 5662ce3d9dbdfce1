import type Phaser from "phaser";
import type { Arena, Spot } from "../../shared/arena/index.ts";
import { tintOf } from "./art.ts";
import type { Eye, Picture } from "./camera.ts";
import { GameObjects, SceneEvents } from "./engine.ts";
import type { Layers } from "./layers.ts";
import { painter } from "./painter.ts";
import type { Taste } from "./taste.ts";
import type { Outline } from "./walls.ts";

/** Canvas px a side of a piece of the map: what every WebGL device holds, large enough that few are drawn. */
const PIECE = 2048;
/** Canvas px shared with the next piece, so that no seam shows. */
const OVERLAP = 1;
/** Baked resolutions are multiples of this: pieces that are whole tiles wide then are whole px wide. */
const SCALE_STEP = 1 / 8;
/** Small windows do not need more, and large halls cannot have less. */
const COARSEST = 0.5;
/** A bake is kept for pictures down to this share of its resolution, so that dragging a window's edge bakes seldom. */
const STILL_FINE = 0.6;
/** Canvas px of a whole map, 64 MB: larger windows get a slightly softer floor instead of an empty screen. */
const BUDGET = 16e6;
/** Without the light all that is seen is evenly dim: dark enough for bright drones, light enough to see walls. */
const EVEN_SHADE = tintOf("#8a909c");
const FULL = 0xffffff;

/** The baked map. */
export interface Ground {
  /** Another hall: forgets the old one; the new one is shown as soon as it is baked. */
  enter(arena: Arena, outlines: readonly Outline[]): void;
  /** Has the map baked before it is drawn. @returns when that is done or not wanted any more */
  prepare(eye: Eye, scale: number): Promise<void>;
  /** Shows what is in the picture, and has the map baked anew when the last bake is not good enough for it. @param scale device px per world px */
  draw(eye: Eye, picture: Picture, scale: number): void;
  /** Whether all of the hall can be shown. */
  readonly isBaked: boolean;
}

interface Hall {
  readonly arena: Arena;
  readonly outlines: readonly Outline[];
}

/** A rectangle in world px. */
interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A part of the map as a texture. */
interface Piece extends Part {
  readonly key: string;
  readonly image: Phaser.GameObjects.Image;
}

/** Pieces of one resolution, all of them or those that are there yet. */
interface Bake {
  /** Canvas px per world px. */
  readonly scale: number;
  readonly pieces: Piece[];
  done: boolean;
}

/** Resolution for a hall, as near to the wanted one as can be afforded. */
function affordable({ columns, rows, tile }: Arena, wanted: number): number {
  const most = Math.sqrt(BUDGET / (columns * rows * tile * tile));
  return Math.max(COARSEST, Math.floor(Math.min(wanted, most) / SCALE_STEP) * SCALE_STEP);
}

/** The parts of a hall, those around a place first. */
function partsOf({ columns, rows, tile }: Arena, scale: number, { x, y }: Spot): Part[] {
  const side = Math.floor(PIECE / scale / tile) * tile;
  const parts: Part[] = [];
  for (let top = 0; top < rows * tile; top += side) {
    for (let left = 0; left < columns * tile; left += side) {
      const right = Math.min(columns * tile, left + side);
      parts.push({ left, top, right, bottom: Math.min(rows * tile, top + side) });
    }
  }
  const gap = ({ left, top, right, bottom }: Part): number =>
    Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
  return parts.sort((a, b) => gap(a) - gap(b));
}

/** The static map, painted into textures: floor and walls then cost a few quads a frame. */
export function createGround(scene: Phaser.Scene, layers: Layers, taste: Taste): Ground {
  let hall: Hall | null = null;
  /** What is shown. */
  let shown: Bake | null = null;
  /** What replaces it when all of it is there. */
  let next: Bake | null = null;
  let bakes = 0;
  let baking: Promise<void> = Promise.resolve();

  const free = (bake: Bake | null): void => {
    for (const { key, image } of bake?.pieces ?? []) {
      image.destroy();
      scene.textures.remove(key);
    }
  };

  const hang = (part: Part, scale: number, pixels: ImageData): Piece => {
    const key = `ground-${bakes++}`;
    // The engine knows no such images, but hands them on to WebGL, which does.
    scene.textures.addImage(key, pixels as unknown as HTMLImageElement);
    const image = new GameObjects.Image(scene, part.left, part.top, key).setOrigin(0).setScale(1 / scale);
    layers.ground.add(image.setVisible(false));
    return { ...part, key, image };
  };

  /** One piece after the other, so that nobody waits longer than for one of those who are not wanted any more. */
  const bakeAll = async ({ arena, outlines }: Hall, bake: Bake, middle: Spot): Promise<void> => {
    const { scale } = bake;
    for (const part of partsOf(arena, scale, middle)) {
      const { left, top, right, bottom } = part;
      const width = (right - left) * scale + OVERLAP;
      const height = (bottom - top) * scale + OVERLAP;
      const pixels = await painter().paint({ arena, outlines, x: left, y: top, width, height, scale });
      if (bake !== next && bake !== shown) return;
      bake.pieces.push(hang(part, scale, pixels));
    }
    bake.done = true;
    if (bake !== next) return;
    free(shown);
    shown = bake;
    next = null;
  };

  /** Begins a bake when another resolution is wanted. The first bake of a hall is shown as it comes. */
  const follow = (hall: Hall, eye: Eye, wanted: number): void => {
    const scale = affordable(hall.arena, wanted);
    if (next !== null) {
      if (next.scale === scale) return;
      free(next);
      next = null;
    }
    if (shown !== null && scale <= shown.scale && scale > shown.scale * STILL_FINE) return;
    const bake: Bake = { scale, pieces: [], done: false };
    if (shown === null) shown = bake;
    else next = bake;
    baking = bakeAll(hall, bake, { x: eye.x, y: eye.y });
  };

  // What is still being painted for a scene that is gone comes to nobody.
  const drop = (): void => {
    hall = null;
    shown = null;
    next = null;
  };
  scene.events.once(SceneEvents.SHUTDOWN, drop);
  scene.events.once(SceneEvents.DESTROY, drop);

  return {
    enter(arena, outlines) {
      free(shown);
      free(next);
      drop();
      hall = { arena, outlines };
    },
    prepare(eye, scale) {
      if (hall !== null) follow(hall, eye, scale);
      return baking;
    },
    draw(eye, picture, scale) {
      if (hall === null) return;
      follow(hall, eye, scale);
      const tint = taste.detail.lit ? FULL : EVEN_SHADE;
      // As far as shake and kick may move the picture.
      const halfWidth = picture.viewWidth / 2 + hall.arena.tile;
      const halfHeight = picture.viewHeight / 2 + hall.arena.tile;
      for (const { image, left, top, right, bottom } of shown?.pieces ?? []) {
        const inPicture =
          left < eye.x + halfWidth &&
          right > eye.x - halfWidth &&
          top < eye.y + halfHeight &&
          bottom > eye.y - halfHeight;
        image.setVisible(inPicture).setTint(tint);
      }
    },
    get isBaked() {
      return shown?.done === true;
    },
  };
}
