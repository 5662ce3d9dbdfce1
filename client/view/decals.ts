import type Phaser from "phaser";
import { ART_SCALE, addPicture, type Frame, UNIT } from "./art.ts";
import type { Layers } from "./layers.ts";
import { DETAILS } from "./quality.ts";
import type { Taste } from "./taste.ts";

/** ms that a mark stays, and of these the ones in which it fades. */
const STAY_MS = 45_000;
const FADE_MS = 15_000;
/** Radius in world px of the scorch at its natural size. */
const SCORCH_RADIUS = 36 * UNIT;
/** Share of a blast's radius that is burnt. */
const BURNT = 0.62;
/** Opacity of each kind of mark: they lie on the floor and must not be taken for something that is there. */
const ALPHA = { scorch: 0.62, pit: 0.8, wreck: 0.7 } as const;

interface Decal {
  readonly image: Phaser.GameObjects.Image;
  alpha: number;
  /** Time of the first frame that saw it; below zero until then, NaN while unused. */
  since: number;
}

/** What fights leave on the floor, below the light. Pictures of the one sheet: they cost a draw call, all together. */
export interface Decals {
  /** Something blew up here. @param radius of the blast in world px */
  scorch(x: number, y: number, radius: number): void;
  /** A shot met a wall. @param angle of the way it flew */
  pit(x: number, y: number, angle: number): void;
  /** A drone was destroyed here. */
  wreck(x: number, y: number): void;
  draw(now: number): void;
  clear(): void;
}

/** Makes all pictures beforehand; the oldest mark gives way to a new one. */
export function createDecals(scene: Phaser.Scene, layers: Layers, taste: Taste): Decals {
  const decals = Array.from({ length: DETAILS.high.decals }, (): Decal => {
    return {
      image: addPicture(scene, layers.decals, "decal-pit").setVisible(false),
      alpha: 0,
      since: Number.NaN,
    };
  });
  let next = 0;

  const free = (decal: Decal): void => {
    decal.since = Number.NaN;
    decal.image.setVisible(false);
  };

  const lay = (frame: Frame, x: number, y: number, turn: number, size: number, alpha: number): void => {
    next %= taste.detail.decals;
    const decal = decals[next++]!;
    decal.since = -1;
    decal.alpha = alpha;
    decal.image
      .setFrame(frame)
      .setPosition(x, y)
      .setRotation(turn)
      .setScale(ART_SCALE * size)
      .setAlpha(alpha)
      .setVisible(true);
  };

  const anyTurn = (): number => Math.random() * Math.PI * 2;

  return {
    scorch(x, y, radius) {
      lay("decal-scorch", x, y, anyTurn(), (radius * BURNT) / SCORCH_RADIUS, ALPHA.scorch);
    },
    pit(x, y, angle) {
      lay("decal-pit", x, y, angle, 0.85 + Math.random() * 0.35, ALPHA.pit);
    },
    wreck(x, y) {
      lay("decal-wreck", x, y, anyTurn(), 0.95 + Math.random() * 0.3, ALPHA.wreck);
    },
    draw(now) {
      for (let i = 0; i < decals.length; i++) {
        const decal = decals[i]!;
        if (Number.isNaN(decal.since)) continue;
        if (decal.since < 0) decal.since = now;
        const left = decal.since + STAY_MS - now;
        if (left <= 0 || i >= taste.detail.decals) free(decal);
        else if (left < FADE_MS) decal.image.setAlpha((decal.alpha * left) / FADE_MS);
      }
    },
    clear() {
      for (const decal of decals) free(decal);
    },
  };
}
