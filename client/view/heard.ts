import type Phaser from "phaser";
import type { Spot } from "../../shared/arena/index.ts";
import { clamp, TAU } from "../../shared/math/index.ts";
import type { WorldEvent } from "../net/worldEvents.ts";
import { ART_SCALE, addPicture, type Frame } from "./art.ts";
import type { Eye, Picture } from "./camera.ts";
import type { Layers } from "./layers.ts";

type HeardEvent = Extract<WorldEvent, { type: "heard" }>;

/** Directions that are told apart, as the event counts them. */
const SECTORS = 8;
/** ms until an arc is gone. */
const LIFE_MS = 500;
/** Distance of the arcs from the drone, as a share of half the picture's shorter side: outside the fight. */
const RIM_SHARE = 0.74;
/** css px that an arc keeps from the picture's edge, when the drone is near it. */
const EDGE = 40;
/** The quietest and the loudest arc: through it and along it as shares of its picture's size, and how plain it is. */
const THICKNESS = { quiet: 0.35, loud: 1.35 } as const;
const LENGTH = { quiet: 0.62, loud: 0.95 } as const;
const OPACITY = { quiet: 0.6, loud: 1 } as const;

/** A blast has teeth, a shot is smooth: nobody needs the colours. */
const LOOKS = {
  shot: { frame: "heard-shot", tint: 0xe3ecf6 },
  blast: { frame: "heard-blast", tint: 0xffb066 },
} as const satisfies Record<HeardEvent["what"], { frame: Frame; tint: number }>;

interface Arc {
  readonly image: Phaser.GameObjects.Image;
  /** Radians. */
  readonly angle: number;
  /** 0..1. */
  loudness: number;
  /** When it was heard last; minus infinity while nothing is. */
  at: number;
}

/** Arcs around whoever listens, one for each direction from which something is heard that is not seen. */
export interface Heard {
  add(event: HeardEvent, now: number): void;
  /** @param around who listens; null hides all */
  draw(around: Spot | null, eye: Eye, picture: Picture, now: number): void;
  clear(): void;
}

/** Makes all arcs beforehand: of each kind one for each direction. */
export function createHeard(scene: Phaser.Scene, layers: Layers): Heard {
  const arcsOf = (what: HeardEvent["what"]): Arc[] =>
    Array.from({ length: SECTORS }, (_, sector) => {
      const angle = (sector / SECTORS) * TAU;
      const { frame, tint } = LOOKS[what];
      const image = addPicture(scene, layers.aim, frame).setRotation(angle).setTint(tint).setVisible(false);
      return { image, angle, loudness: 0, at: Number.NEGATIVE_INFINITY };
    });
  const arcs = { shot: arcsOf("shot"), blast: arcsOf("blast") };
  const all = [...arcs.blast, ...arcs.shot];

  /** 1 when it is heard, 0 when it is gone. */
  const left = (arc: Arc, now: number): number => clamp(1 - (now - arc.at) / LIFE_MS, 0, 1);

  const between = ({ quiet, loud }: { quiet: number; loud: number }, loudness: number): number =>
    quiet + (loud - quiet) * loudness;

  const drawArc = (arc: Arc, around: Spot, eye: Eye, picture: Picture, part: number): void => {
    const { viewWidth, viewHeight, zoom } = picture;
    const rim = (Math.min(viewWidth, viewHeight) / 2) * RIM_SHARE;
    const sideX = viewWidth / 2 - EDGE / zoom;
    const sideY = viewHeight / 2 - EDGE / zoom;
    const size = ART_SCALE / zoom;
    arc.image
      .setVisible(true)
      .setPosition(
        clamp(around.x + Math.cos(arc.angle) * rim, eye.x - sideX, eye.x + sideX),
        clamp(around.y + Math.sin(arc.angle) * rim, eye.y - sideY, eye.y + sideY),
      )
      .setScale(size * between(THICKNESS, arc.loudness), size * between(LENGTH, arc.loudness))
      .setAlpha(between(OPACITY, arc.loudness) * part);
  };

  return {
    add({ what, sector, loudness }, now) {
      const arc = arcs[what][sector % SECTORS]!;
      // A quiet shot does not make the loud one before it quieter.
      arc.loudness = Math.max(loudness, arc.loudness * left(arc, now));
      arc.at = now;
    },
    draw(around, eye, picture, now) {
      for (const arc of all) {
        const part = left(arc, now);
        if (part > 0 && around !== null) drawArc(arc, around, eye, picture, part);
        else arc.image.setVisible(false);
      }
    },
    clear() {
      for (const arc of all) arc.at = Number.NEGATIVE_INFINITY;
    },
  };
}
