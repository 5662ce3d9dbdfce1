import type Phaser from "phaser";
import { ART, addPicture } from "./art.ts";
import type { Layers } from "./layers.ts";

/** The family that the page loads; the fallback covers scripts it lacks. */
export const FONT = '"Oxanium Variable", "Noto Sans", system-ui, sans-serif';

const KEY = "names";
/** Cells of the sheet: a name each, of all whom a room holds and of those who just left. */
const COLUMNS = 4;
const ROWS = 16;
/** px of a cell at resolution 1: the longest name of wide letters, and the type with its rim. */
const CELL_WIDTH = 168;
const CELL_HEIGHT = 18;
/** px of the type at scale 1. */
const NAME_SIZE = 11.5;
/** Least css px at which names are still read. */
const NAME_MIN_CSS = 11;
const RIM = 3;
/** Device px per px of a name at most: beyond it a sheet would take more memory than a name is worth. */
const FINEST = 4;

/** How large the world is on the screen. */
export interface NameScale {
  /** css px per world px: small pictures get larger names, so that phones can read them. */
  readonly css: number;
  /** Device px per world px, for which the type is drawn. */
  readonly device: number;
}

/** A name in the picture; hidden until it is drawn. */
export interface NameTag {
  /** Shows a text with its lower edge above a place. */
  draw(text: string, x: number, y: number, alpha: number): void;
  hide(): void;
  destroy(): void;
}

/** All names of the picture. They share one sheet, since a texture for each would cost a draw call for each. */
export interface Names {
  create(): NameTag;
  /** Sets size and sharpness of the type. */
  fit(scale: NameScale): void;
  /** Sends names that have changed to the graphics card; once a frame, after all are drawn. */
  upload(): void;
}

interface Tag {
  readonly cell: number;
  readonly image: Phaser.GameObjects.Image;
  text: string;
}

export function createNames(scene: Phaser.Scene, layers: Layers): Names {
  const tags: Tag[] = [];
  const free = Array.from({ length: COLUMNS * ROWS }, (_, cell) => COLUMNS * ROWS - 1 - cell);
  let sheet: Phaser.Textures.CanvasTexture | null = null;
  let size = 1;
  let resolution = 0;
  let changed = false;

  const write = ({ cell, text }: Tag): void => {
    if (sheet === null) return;
    changed = true;
    const ctx = sheet.context;
    const width = CELL_WIDTH * resolution;
    const height = CELL_HEIGHT * resolution;
    const left = (cell % COLUMNS) * width;
    const top = Math.floor(cell / COLUMNS) * height;
    ctx.save();
    ctx.clearRect(left, top, width, height);
    ctx.beginPath();
    ctx.rect(left, top, width, height);
    ctx.clip();
    ctx.translate(left + width / 2, top + height / 2);
    ctx.scale(resolution, resolution);
    ctx.font = `600 ${NAME_SIZE}px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = RIM;
    ctx.strokeStyle = "#05070a";
    ctx.fillStyle = "#e8eef5";
    ctx.strokeText(text, 0, 0, CELL_WIDTH - RIM);
    ctx.fillText(text, 0, 0, CELL_WIDTH - RIM);
    ctx.restore();
  };

  const dress = (tag: Tag): void => {
    tag.image
      .setTexture(KEY, String(tag.cell))
      .setOrigin(0.5, 1)
      .setScale(size / resolution);
  };

  const layOut = (): void => {
    for (const { image } of tags) image.setTexture(ART, "pixel");
    if (scene.textures.exists(KEY)) scene.textures.remove(KEY);
    const width = CELL_WIDTH * resolution;
    const height = CELL_HEIGHT * resolution;
    sheet = scene.textures.createCanvas(KEY, width * COLUMNS, height * ROWS);
    for (let cell = 0; cell < COLUMNS * ROWS; cell++) {
      const left = (cell % COLUMNS) * width;
      sheet?.add(String(cell), 0, left, Math.floor(cell / COLUMNS) * height, width, height);
    }
    for (const tag of tags) {
      write(tag);
      dress(tag);
    }
  };

  return {
    create() {
      const cell = free.pop();
      if (cell === undefined) throw new Error("there are more names than a room has seats");
      const tag: Tag = { cell, image: addPicture(scene, layers.names, "pixel").setVisible(false), text: "" };
      tags.push(tag);
      if (sheet !== null) dress(tag);
      return {
        draw(text, x, y, alpha) {
          if (tag.text !== text) {
            tag.text = text;
            write(tag);
          }
          tag.image.setVisible(true).setPosition(x, y).setAlpha(alpha);
        },
        hide: () => void tag.image.setVisible(false),
        destroy() {
          tag.image.destroy();
          tags.splice(tags.indexOf(tag), 1);
          free.push(cell);
        },
      };
    },
    fit(scale) {
      size = Math.max(1, NAME_MIN_CSS / (NAME_SIZE * scale.css));
      const wanted = Math.min(FINEST, Math.ceil(size * scale.device * 2) / 2);
      if (wanted !== resolution) {
        resolution = wanted;
        layOut();
      } else for (const tag of tags) dress(tag);
    },
    upload() {
      if (!changed) return;
      changed = false;
      sheet?.refresh();
    },
  };
}
