import type Phaser from "phaser";
import { ART_SCALE, addPicture, type Frame } from "./art.ts";
import { BlendModes } from "./engine.ts";

/** A short-lived picture: a spark, a flash, a ring. Everything is set by who emits it, after `emit` reset it. */
export interface Mote {
  readonly image: Phaser.GameObjects.Image;
  x: number;
  y: number;
  /** World px per second. */
  vx: number;
  vy: number;
  /** Share of the speed that is left after a second. */
  drag: number;
  angle: number;
  /** Radians per second. */
  spin: number;
  lifeMs: number;
  /** Waits this long before it shows. */
  delayMs: number;
  /** Scales at birth and at the end; 1 is natural size. */
  lengthFrom: number;
  lengthTo: number;
  widthFrom: number;
  widthTo: number;
  /** Opacity at birth; it falls to zero. */
  alpha: number;
  /** Time of the first frame that saw it; below zero until then. */
  since: number;
}

/** A fixed number of motes in one layer. */
export interface Motes {
  /** Takes a mote, the oldest one when all are in use, with plain settings at a place. */
  emit(frame: Frame, x: number, y: number, tint: number, lifeMs: number): Mote;
  /** Moves and fades all motes. @param now real time in ms */
  draw(now: number): void;
  clear(): void;
}

/** Makes the motes beforehand, so that nothing is created in play. */
export function createMotes(
  scene: Phaser.Scene,
  layer: Phaser.GameObjects.Layer,
  count: number,
  blend: "normal" | "additive",
): Motes {
  const motes = Array.from({ length: count }, (): Mote => {
    const image = addPicture(scene, layer, "spark").setVisible(false);
    if (blend === "additive") image.setBlendMode(BlendModes.ADD);
    return {
      image,
      x: 0,
      y: 0,
      vx: 0,
      vy: 0,
      drag: 1,
      angle: 0,
      spin: 0,
      lifeMs: 0,
      delayMs: 0,
      lengthFrom: 1,
      lengthTo: 1,
      widthFrom: 1,
      widthTo: 1,
      alpha: 1,
      since: -1,
    };
  });
  let next = 0;

  const drawMote = (mote: Mote, now: number): void => {
    if (mote.since < 0) mote.since = now + mote.delayMs;
    const age = now - mote.since;
    if (age < 0) return;
    const part = age / mote.lifeMs;
    if (part >= 1) {
      mote.lifeMs = 0;
      mote.image.setVisible(false);
      return;
    }
    // Distance after a time under drag, in closed form: the same at every frame rate.
    const seconds = age / 1000;
    const way = mote.drag === 1 ? seconds : (1 - mote.drag ** seconds) / -Math.log(mote.drag);
    const eased = 1 - (1 - part) * (1 - part);
    mote.image
      .setVisible(true)
      .setPosition(mote.x + mote.vx * way, mote.y + mote.vy * way)
      .setRotation(mote.angle + mote.spin * way)
      .setScale(
        (mote.lengthFrom + (mote.lengthTo - mote.lengthFrom) * eased) * ART_SCALE,
        (mote.widthFrom + (mote.widthTo - mote.widthFrom) * eased) * ART_SCALE,
      )
      .setAlpha(mote.alpha * (1 - part * part));
  };

  return {
    emit(frame, x, y, tint, lifeMs) {
      const mote = motes[next]!;
      next = (next + 1) % count;
      mote.image.setFrame(frame).setOrigin(0.5).setTint(tint).setVisible(false);
      mote.x = x;
      mote.y = y;
      mote.vx = 0;
      mote.vy = 0;
      mote.drag = 1;
      mote.angle = 0;
      mote.spin = 0;
      mote.lifeMs = lifeMs;
      mote.delayMs = 0;
      mote.lengthFrom = 1;
      mote.lengthTo = 1;
      mote.widthFrom = 1;
      mote.widthTo = 1;
      mote.alpha = 1;
      mote.since = -1;
      return mote;
    },
    draw(now) {
      for (const mote of motes) if (mote.lifeMs > 0) drawMote(mote, now);
    },
    clear() {
      for (const mote of motes) {
        mote.lifeMs = 0;
        mote.image.setVisible(false);
      }
    },
  };
}
