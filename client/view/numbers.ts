import type Phaser from "phaser";
import { GameObjects } from "./engine.ts";
import type { Layers } from "./layers.ts";
import { FONT } from "./names.ts";

const GLYPHS = "0123456789";
/** Canvas px of one glyph's cell; figures are drawn at twice their size in the world. */
const CELL_WIDTH = 22;
const CELL_HEIGHT = 36;
const GLYPH_SIZE = 30;
const WORLD_SCALE = 0.55;
const KEY = "figures";

/** Numbers at the same time, each for another victim or another moment. */
const MOST = 16;
const LIFE_MS = 750;
/** Damage to the same victim within this time adds up in one number. */
const MERGE_MS = 250;
const RISE = 26;
const FATAL_TINT = 0xffc48a;
const WHITE = 0xffffff;

interface Figure {
  readonly text: Phaser.GameObjects.BitmapText;
  victim: number;
  damage: number;
  x: number;
  y: number;
  /** Time of the last hit that it counts; minus infinity while unused. */
  at: number;
}

/** Damage numbers where the own shots hit. */
export interface Numbers {
  add(victim: number, damage: number, fatal: boolean, x: number, y: number, now: number): void;
  draw(now: number): void;
  clear(): void;
}

/** Draws the figures onto a sheet of their own once: a number then is a handful of quads. */
function createFont(scene: Phaser.Scene): void {
  if (scene.cache.bitmapFont.exists(KEY)) return;
  const texture = scene.textures.createCanvas(KEY, CELL_WIDTH * GLYPHS.length, CELL_HEIGHT);
  if (texture === null) return;
  const ctx = texture.context;
  ctx.font = `800 ${GLYPH_SIZE}px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 6;
  ctx.strokeStyle = "#05070a";
  ctx.fillStyle = "#ffffff";
  for (let i = 0; i < GLYPHS.length; i++) {
    const x = (i + 0.5) * CELL_WIDTH;
    ctx.save();
    ctx.beginPath();
    ctx.rect(i * CELL_WIDTH, 0, CELL_WIDTH, CELL_HEIGHT);
    ctx.clip();
    ctx.strokeText(GLYPHS[i]!, x, CELL_HEIGHT / 2);
    ctx.fillText(GLYPHS[i]!, x, CELL_HEIGHT / 2);
    ctx.restore();
  }
  texture.refresh();
  scene.cache.bitmapFont.add(
    KEY,
    GameObjects.RetroFont.Parse(scene, {
      image: KEY,
      width: CELL_WIDTH,
      height: CELL_HEIGHT,
      chars: GLYPHS,
      charsPerRow: GLYPHS.length,
      "offset.x": 0,
      "offset.y": 0,
      "spacing.x": 0,
      "spacing.y": 0,
      lineSpacing: 0,
    }),
  );
}

/** Numbers are made when they are wanted: all at once would keep a page waiting that has no hit yet. */
export function createNumbers(scene: Phaser.Scene, layers: Layers): Numbers {
  createFont(scene);
  const figures: Figure[] = [];
  let next = 0;

  const createFigure = (): Figure => {
    const text = new GameObjects.BitmapText(scene, 0, 0, KEY, "0").setOrigin(0.5).setVisible(false);
    layers.numbers.add(text);
    const figure = { text, victim: -1, damage: 0, x: 0, y: 0, at: Number.NEGATIVE_INFINITY };
    figures.push(figure);
    return figure;
  };

  const figureFor = (victim: number, now: number): Figure => {
    for (const figure of figures) if (figure.victim === victim && now - figure.at < MERGE_MS) return figure;
    const figure = figures[next] ?? createFigure();
    next = (next + 1) % MOST;
    figure.victim = victim;
    figure.damage = 0;
    return figure;
  };

  return {
    add(victim, damage, fatal, x, y, now) {
      const figure = figureFor(victim, now);
      figure.damage += damage;
      figure.x = x;
      figure.y = y;
      figure.at = now;
      figure.text.setText(String(figure.damage)).setTint(fatal ? FATAL_TINT : WHITE);
    },
    draw(now) {
      for (const figure of figures) {
        const part = (now - figure.at) / LIFE_MS;
        if (part >= 1) {
          figure.text.setVisible(false);
          continue;
        }
        const risen = 1 - (1 - part) * (1 - part);
        // A short pop at the hit says that the number changed.
        const pop = 1 + 0.35 * Math.max(0, 1 - part * 6);
        figure.text
          .setVisible(true)
          .setPosition(figure.x + 22, figure.y - 14 - risen * RISE)
          .setScale(WORLD_SCALE * pop)
          .setAlpha(1 - part ** 3);
      }
    },
    clear() {
      for (const figure of figures) figure.at = Number.NEGATIVE_INFINITY;
    },
  };
}
