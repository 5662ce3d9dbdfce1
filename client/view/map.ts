import Phaser from "phaser";
import type { Arena } from "../../shared/arena/index.ts";
import { tintOf } from "./art.ts";
import type { Eye, Picture } from "./camera.ts";
import type { Layers } from "./layers.ts";
import { paintHall } from "./paint.ts";
import type { Taste } from "./taste.ts";
import type { Outline } from "./walls.ts";

/** Canvas px a side of a piece of the map: what every WebGL device holds, large enough that few are drawn. */
const PIECE = 2048;
/** Canvas px shared with the next piece, so that no seam shows. */
const OVERLAP = 1;
/** Baked resolutions are multiples of this: pieces that are whole tiles wide then are whole px wide. */
const SCALE_STEP = 1 / 8;
/** A bake is kept for pictures down to this share of its resolution, so that dragging a window's edge bakes seldom. */
const STILL_FINE = 0.6;
/** Canvas px of a whole map, 64 MB: larger windows get a slightly softer floor instead of an empty screen. */
const BUDGET = 16e6;
/** Without the light all that is seen is evenly dim: dark enough for bright drones, light enough to see walls. */
const EVEN_SHADE = tintOf("#8a909c");
const FULL = 0xffffff;

/** The baked map. */
export interface Ground {
  /** Another hall: forgets the old one and bakes the new. */
  enter(arena: Arena, outlines: readonly Outline[]): void;
  /** Shows what is in the picture, and bakes a piece anew when the last bake is not good enough for it. @param scale device px per world px */
  draw(eye: Eye, picture: Picture, scale: number): void;
}

interface Hall {
  readonly arena: Arena;
  readonly outlines: readonly Outline[];
}

/** A part of the map as a texture, in world px. */
interface Piece {
  readonly key: string;
  readonly image: Phaser.GameObjects.Image;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Resolution for a hall, as near to the wanted one as can be afforded. */
function affordable({ columns, rows, tile }: Arena, wanted: number): number {
  const most = Math.sqrt(BUDGET / (columns * rows * tile * tile));
  return Math.max(1, Math.floor(Math.min(wanted, most) / SCALE_STEP) * SCALE_STEP);
}

/** The static map, painted into textures: floor and walls then cost a few quads a frame. */
export function createGround(scene: Phaser.Scene, layers: Layers, taste: Taste): Ground {
  let hall: Hall | null = null;
  let baked = 0;
  let bakes = 0;
  let pieces: Piece[] = [];
  /** Pieces of another resolution, as far as they are made: they replace the old ones when all are there. */
  let next: Piece[] = [];
  let nextScale = 0;

  const free = (old: readonly Piece[]): void => {
    for (const { key, image } of old) {
      image.destroy();
      scene.textures.remove(key);
    }
  };

  const bakePiece = ({ arena, outlines }: Hall, x: number, y: number, side: number, scale: number): void => {
    const right = Math.min(arena.columns * arena.tile, x + side);
    const bottom = Math.min(arena.rows * arena.tile, y + side);
    const key = `ground-${bakes}-${x}-${y}`;
    const texture = scene.textures.createCanvas(
      key,
      (right - x) * scale + OVERLAP,
      (bottom - y) * scale + OVERLAP,
    );
    if (texture === null) return;
    const ctx = texture.context;
    ctx.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
    paintHall(ctx, arena, outlines, scale);
    texture.refresh();
    const image = new Phaser.GameObjects.Image(scene, x, y, key).setOrigin(0).setScale(1 / scale);
    layers.ground.add(image.setVisible(false));
    next.push({ key, image, left: x, top: y, right, bottom });
  };

  /** Bakes the next piece. @returns whether it was the last */
  const bakeNext = (hall: Hall): boolean => {
    const { columns, rows, tile } = hall.arena;
    const side = Math.floor(PIECE / nextScale / tile) * tile;
    const across = Math.ceil((columns * tile) / side);
    const count = across * Math.ceil((rows * tile) / side);
    const at = next.length;
    bakePiece(hall, (at % across) * side, Math.floor(at / across) * side, side, nextScale);
    if (next.length < count) return false;
    free(pieces);
    pieces = next;
    next = [];
    baked = nextScale;
    nextScale = 0;
    bakes++;
    return true;
  };

  /** Begins a bake when another resolution is wanted; a piece a frame, so that no frame takes noticeably longer. */
  const follow = (hall: Hall, wanted: number): void => {
    const scale = affordable(hall.arena, wanted);
    if (nextScale !== scale && (scale > baked || scale <= baked * STILL_FINE)) {
      free(next);
      next = [];
      nextScale = scale;
    }
    if (nextScale === 0) return;
    // The first bake shows nothing until it is there, so all of it is done at once.
    while (!bakeNext(hall) && baked === 0);
  };

  return {
    enter(arena, outlines) {
      free(pieces);
      free(next);
      pieces = [];
      next = [];
      baked = 0;
      nextScale = 0;
      hall = { arena, outlines };
    },
    draw(eye, picture, scale) {
      if (hall === null) return;
      follow(hall, scale);
      const tint = taste.detail.lit ? FULL : EVEN_SHADE;
      // As far as shake and kick may move the picture.
      const halfWidth = picture.viewWidth / 2 + hall.arena.tile;
      const halfHeight = picture.viewHeight / 2 + hall.arena.tile;
      for (const { image, left, top, right, bottom } of pieces) {
        const inPicture =
          left < eye.x + halfWidth &&
          right > eye.x - halfWidth &&
          top < eye.y + halfHeight &&
          bottom > eye.y - halfHeight;
        image.setVisible(inPicture).setTint(tint);
      }
    },
  };
}
