import type Phaser from "phaser";
import { TAU } from "../../shared/math/index.ts";
import { type Frame, UNIT } from "./art.ts";
import type { Layers } from "./layers.ts";
import { createMotes, type Mote, type Motes } from "./motes.ts";
import type { Taste } from "./taste.ts";

/** Pictures at the same time: a fight of sixteen stays below these. */
const GHOST_MOTES = 48;
const SOLID_MOTES = 160;
const GLOWING_MOTES = 224;

/** Radius in world px of the ring pictures at their natural size, and of the disc. */
const RING_RADIUS = { blast: 58 * UNIT, "ring-thin": 60 * UNIT } as const;
const DISC_RADIUS = 32 * UNIT;

/** Shards and sparks differ by chance, from the first number up to both together: times in ms, speeds in px/s. */
const SHARD_LIFE = [520, 300] as const;
const SHARD_SPEED = [160, 260] as const;
const SPARK_LIFE = [140, 180] as const;
const SPARK_SPEED = [110, 260] as const;
const FLAMES = 9;
const FLAME_LIFE = [260, 260] as const;
/** From the heart of the fire to its rim. */
const FLAME_TINTS = [0xfff0cf, 0xffb44f, 0xff7a3c] as const;
const CHIP_LIFE = 320;
const CHIP_SPEED = 130;
/** An empty case flies this fast, give or take, and comes to lie. */
const CASING_SPEED = [60, 50] as const;
const CASING_LIFE = [420, 200] as const;
/** Share of the speed that debris keeps after a second: it bursts out and hangs. */
const DEBRIS_DRAG = 0.02;
/** Radians per second that debris turns at most, either way. */
const DEBRIS_SPIN = 12;

const SHARDS = ["shard-a", "shard-b", "shard-c"] as const;

/** A number by chance; only pictures use it, so it need not be the same anywhere else. */
function about([least, more]: readonly [number, number]): number {
  return least + Math.random() * more;
}

/** A turn by chance of up to `half` either way, in radians. */
export function eitherWay(half: number): number {
  return (Math.random() * 2 - 1) * half;
}

/** The strokes that all effects are painted with. Lengths in world px, angles in radians, times in ms. */
export interface Brush {
  /** One picture in the additive layer, to be set further. */
  light(frame: Frame, x: number, y: number, tint: number, lifeMs: number): Mote;
  /** A soft light. @param size as a share of the glow picture's */
  glow(x: number, y: number, tint: number, size: number, lifeMs: number, alpha: number): void;
  /** A ring that grows or shrinks from one radius to another. */
  ring(
    frame: keyof typeof RING_RADIUS,
    x: number,
    y: number,
    tint: number,
    from: number,
    to: number,
    lifeMs: number,
  ): Mote;
  /** A filled circle that covers what lies below. */
  disc(x: number, y: number, tint: number, from: number, to: number, lifeMs: number): Mote;
  /** Sparks that fly within `half` of a direction. */
  sparks(x: number, y: number, angle: number, half: number, count: number, tint: number): void;
  /** Tongues of fire that roll out from a place and go dark. @param radius that they reach, in world px */
  flames(x: number, y: number, radius: number): void;
  /** Pieces that fly in all directions. */
  shards(x: number, y: number, tint: number, count: number): void;
  /** Chips of a wall that fly within `half` of a direction. */
  chips(x: number, y: number, angle: number, half: number, count: number, tint: number): void;
  /** An empty case that is thrown out to the right of a weapon. @param angle of the weapon */
  casing(x: number, y: number, angle: number): void;
  /** An image of a drone that stays behind. */
  ghost(x: number, y: number, tint: number, lifeMs: number, alpha: number): void;
  draw(now: number): void;
  clear(): void;
}

/** Makes all pictures beforehand. */
export function createBrush(scene: Phaser.Scene, layers: Layers, taste: Taste): Brush {
  const ghosts = createMotes(scene, layers.shadows, GHOST_MOTES, "normal");
  const solid = createMotes(scene, layers.debris, SOLID_MOTES, "normal");
  const glowing = createMotes(scene, layers.glow, GLOWING_MOTES, "additive");

  const grow = (mote: Mote, from: number, to: number): Mote => {
    mote.lengthFrom = from;
    mote.widthFrom = from;
    mote.lengthTo = to;
    mote.widthTo = to;
    return mote;
  };

  const fling = (motes: Motes, frame: Frame, x: number, y: number, tint: number, lifeMs: number): Mote => {
    const mote = motes.emit(frame, x, y, tint, lifeMs);
    mote.drag = DEBRIS_DRAG;
    return mote;
  };

  /** So many as the player's quality allows, and never none. */
  const some = (count: number): number => Math.ceil(count * taste.detail.debris);

  const send = (mote: Mote, direction: number, speed: number): void => {
    mote.vx = Math.cos(direction) * speed;
    mote.vy = Math.sin(direction) * speed;
  };

  return {
    light: (frame, x, y, tint, lifeMs) => glowing.emit(frame, x, y, tint, lifeMs),
    glow(x, y, tint, size, lifeMs, alpha) {
      grow(glowing.emit("glow", x, y, tint, lifeMs), size, size * 0.8).alpha = alpha;
    },
    ring(frame, x, y, tint, from, to, lifeMs) {
      const radius = RING_RADIUS[frame];
      return grow(glowing.emit(frame, x, y, tint, lifeMs), from / radius, to / radius);
    },
    disc(x, y, tint, from, to, lifeMs) {
      return grow(solid.emit("disc", x, y, tint, lifeMs), from / DISC_RADIUS, to / DISC_RADIUS);
    },
    sparks(x, y, angle, half, count, tint) {
      for (let i = some(count); i > 0; i--) {
        const spark = fling(glowing, "spark", x, y, tint, about(SPARK_LIFE));
        spark.angle = angle + eitherWay(half);
        send(spark, spark.angle, about(SPARK_SPEED));
        spark.lengthFrom = 1.2;
        spark.lengthTo = 0.3;
      }
    },
    flames(x, y, radius) {
      const count = some(FLAMES);
      for (let i = 0; i < count; i++) {
        const flame = fling(solid, "flame", x, y, FLAME_TINTS[i % FLAME_TINTS.length]!, about(FLAME_LIFE));
        const direction = (i / count) * TAU + eitherWay(0.35);
        send(flame, direction, radius * (1.3 + Math.random() * 1.2));
        flame.angle = direction;
        grow(flame, radius / 70, radius / 210);
      }
    },
    shards(x, y, tint, count) {
      const flying = some(count);
      for (let i = 0; i < flying; i++) {
        const shard = fling(solid, SHARDS[i % SHARDS.length]!, x, y, tint, about(SHARD_LIFE));
        shard.angle = (i / flying) * TAU + eitherWay(0.3);
        send(shard, shard.angle, about(SHARD_SPEED));
        shard.spin = eitherWay(DEBRIS_SPIN);
        shard.lengthTo = 0.6;
        shard.widthTo = 0.6;
      }
    },
    chips(x, y, angle, half, count, tint) {
      for (let i = some(count); i > 0; i--) {
        const chip = grow(fling(solid, "chip", x, y, tint, CHIP_LIFE), 0.6, 0.3);
        send(chip, angle + eitherWay(half), CHIP_SPEED);
        chip.spin = eitherWay(DEBRIS_SPIN);
      }
    },
    casing(x, y, angle) {
      const casing = fling(solid, "casing", x, y, 0xffffff, about(CASING_LIFE));
      casing.angle = angle;
      send(casing, angle + Math.PI / 2 + eitherWay(0.5), about(CASING_SPEED));
      casing.spin = eitherWay(DEBRIS_SPIN * 2);
      casing.lengthTo = 0.85;
      casing.widthTo = 0.85;
    },
    ghost(x, y, tint, lifeMs, alpha) {
      grow(ghosts.emit("ghost", x, y, tint, lifeMs), 1, 0.7).alpha = alpha;
    },
    draw(now) {
      ghosts.draw(now);
      solid.draw(now);
      glowing.draw(now);
    },
    clear() {
      ghosts.clear();
      solid.clear();
      glowing.clear();
    },
  };
}
