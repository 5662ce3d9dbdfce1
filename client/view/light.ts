import type Phaser from "phaser";
import type { Arena, Spot } from "../../shared/arena/index.ts";
import { ART } from "./art.ts";
import type { Eye, Picture } from "./camera.ts";
import { BlendModes, GameObjects } from "./engine.ts";
import type { Layers } from "./layers.ts";
import { createMesh } from "./mesh.ts";
import { createSight, FACE_DEPTH, type Sight } from "./sight.ts";
import type { Taste } from "./taste.ts";
import { REACH } from "./veil.ts";
import type { Outline } from "./walls.ts";

/** World px per px of the light: shadows are soft anyway, and a sixteenth of the area costs next to nothing. */
const TEXEL = 4;
/** Texels beyond the picture on each side: room for the shake and for the snap to whole texels. */
const MARGIN = 3;
/** What reaches every place: cool, dark, and enough to find the way. */
const AMBIENT = 0x2f3541;
/** Brightness over distance from the drone, as shares of the reach and of the brightest light. Below 1 at the drone, so
 *  that a flash right there still makes the floor brighter. */
const FALLOFF = [
  [0, 0.78],
  [0.12, 0.72],
  [0.35, 0.54],
  [0.6, 0.35],
  [0.85, 0.18],
  [1, 0],
] as const;

/** The light is seen from several places around the drone, as from a lamp of this radius: that softens the shadows. */
const LAMP_RADIUS = 4;
/** Places on the lamp. Each adds an eighth of full light, 32 of 256 steps: a power of two sums up without rounding. */
const LAMP_POINTS = 8;
/** Each place's picture is also shifted by a part of a texel, all parts different in x and in y: that smooths edges. */
const SHIFT_Y = [0, 3, 6, 1, 4, 7, 2, 5] as const;

/** Lights of shots and explosions at the same time; older ones give way. */
const FLARES = 20;

/** What was seen is drawn this often into the light, each time moved by this many texels: a blur of its edges. */
const BLUR = [
  [-0.9, -0.4],
  [0.4, -0.9],
  [0.9, 0.4],
  [-0.4, 0.9],
] as const;

/** Warmer than the glow above it, because it falls on a cool floor. */
const FLARE_TINT = 0xff9440;
/** Leaves room for a second flare in the same place. */
const FLARE_ALPHA = 0.55;

const FALLOFF_KEY = "light-falloff";
const SEEN_KEY = "light-seen";
const BUFFER_KEY = "light";
const FALLOFF_SIZE = 256;

/** What lights the hall. */
export interface Light {
  /** Another hall: the walls from now on. */
  enter(arena: Arena, outlines: readonly Outline[]): void;
  /** Draws the light of a frame, or nothing where shadows have a hard edge. @param from whose eyes see; null leaves the ambient light alone */
  draw(eye: Eye, picture: Picture, from: Spot | null, now: number): void;
  /**
   * Something flashes.
   * @param radius world px
   * @param lifeMs until it is dark again
   */
  flare(x: number, y: number, radius: number, lifeMs: number): void;
}

interface Flare {
  readonly image: Phaser.GameObjects.Image;
  x: number;
  y: number;
  radius: number;
  lifeMs: number;
  /** Time of the first frame that shows it; below zero until then. */
  since: number;
}

function paintFalloff(scene: Phaser.Scene): void {
  if (scene.textures.exists(FALLOFF_KEY)) return;
  const texture = scene.textures.createCanvas(FALLOFF_KEY, FALLOFF_SIZE, FALLOFF_SIZE);
  if (texture === null) return;
  const half = FALLOFF_SIZE / 2;
  const gradient = texture.context.createRadialGradient(half, half, 0, half, half, half);
  for (const [at, brightness] of FALLOFF) {
    const level = Math.round(brightness * 255);
    gradient.addColorStop(at, `rgb(${level} ${level} ${level})`);
  }
  texture.context.fillStyle = gradient;
  texture.context.fillRect(0, 0, FALLOFF_SIZE, FALLOFF_SIZE);
  texture.refresh();
}

/** The light of a page that has it; to be hidden where it is not wanted any more. */
interface Lamp extends Light {
  hide(): void;
}

/**
 * Real shadows: the polygon that the drone's lamp reaches is drawn into a small buffer, and the buffer is multiplied
 * onto the ground. The commands for the buffer are written down once; a frame only moves what they draw.
 */
function createLamp(scene: Phaser.Scene, layers: Layers): Lamp {
  let sight: Sight | null = null;
  paintFalloff(scene);
  const seen = scene.textures.addDynamicTexture(SEEN_KEY, TEXEL, TEXEL);
  const buffer = scene.textures.addDynamicTexture(BUFFER_KEY, TEXEL, TEXEL);
  if (seen === null || buffer === null) throw new Error("the light needs textures of its own");

  const overlay = new GameObjects.Image(scene, 0, 0, BUFFER_KEY);
  overlay.setOrigin(0).setScale(TEXEL).setBlendMode(BlendModes.MULTIPLY);
  layers.light.add(overlay);

  const mesh = createMesh();
  const fan = new GameObjects.Mesh2D(scene, 0, 0, "__WHITE", mesh.vertices, mesh.indices);
  fan
    .setRenderAsTriangles(true)
    .setAlpha(1 / LAMP_POINTS)
    .setBlendMode(BlendModes.ADD);
  const blurred = BLUR.map(([x, y]) =>
    new GameObjects.Image(scene, x, y, SEEN_KEY)
      .setOrigin(0)
      .setAlpha(1 / BLUR.length)
      .setBlendMode(BlendModes.ADD),
  );
  const falloff = new GameObjects.Image(scene, 0, 0, FALLOFF_KEY);
  falloff.setScale((REACH * 2) / TEXEL / FALLOFF_SIZE).setBlendMode(BlendModes.MULTIPLY);
  const ambient = new GameObjects.Image(scene, 0, 0, "__WHITE");
  ambient.setOrigin(0).setTint(AMBIENT).setBlendMode(BlendModes.ADD);
  const flares = Array.from({ length: FLARES }, (): Flare => {
    const image = new GameObjects.Image(scene, 0, 0, ART, "glow");
    image.setBlendMode(BlendModes.ADD).setTint(FLARE_TINT).setScale(0);
    return { image, x: 0, y: 0, radius: 0, lifeMs: 0, since: 0 };
  });
  const glowRadius = flares[0]!.image.width / 2;
  /** For what the fans were made last: the eye, and the buffer's corner. */
  const cast = { x: Number.NaN, y: 0, left: 0, top: 0 };
  let nextFlare = 0;
  let columns = 0;
  let rows = 0;

  const resize = (picture: Picture): void => {
    const wantedColumns = Math.ceil(picture.viewWidth / TEXEL) + MARGIN * 2;
    const wantedRows = Math.ceil(picture.viewHeight / TEXEL) + MARGIN * 2;
    if (wantedColumns === columns && wantedRows === rows) return;
    columns = wantedColumns;
    rows = wantedRows;
    seen.setSize(columns, rows);
    buffer.setSize(columns, rows);
    overlay.setTexture(BUFFER_KEY).setOrigin(0);
    for (const image of blurred) image.setTexture(SEEN_KEY).setOrigin(0);
    ambient.setDisplaySize(columns, rows);
    seen.commandBuffer.length = 0;
    seen.preserve(true).fill(0x000000).draw(fan);
    buffer.commandBuffer.length = 0;
    buffer.preserve(true).fill(0x000000).draw(blurred).draw(falloff).draw(ambient);
    for (const flare of flares) buffer.draw(flare.image);
  };

  /** Adds the fan of one point of the lamp, in px of the buffer. */
  const addFan = (sight: Sight, x: number, y: number, left: number, top: number): void => {
    sight.look(x, y, REACH, FACE_DEPTH);
    mesh.addFan(x, y, sight.rim, sight.length, left, top, TEXEL);
  };

  /** Makes the fans anew where the eye or the buffer has moved; who stands still pays nothing. */
  const castLight = (from: Spot | null, left: number, top: number): void => {
    if (from === null || sight === null) {
      cast.x = Number.NaN;
      mesh.begin();
      mesh.end();
      return;
    }
    if (from.x === cast.x && from.y === cast.y && left === cast.left && top === cast.top) return;
    cast.x = from.x;
    cast.y = from.y;
    cast.left = left;
    cast.top = top;
    mesh.begin();
    for (let i = 0; i < LAMP_POINTS; i++) {
      const angle = ((i + 0.5) / LAMP_POINTS) * Math.PI * 2;
      const shiftX = ((i + 0.5) / LAMP_POINTS - 0.5) * TEXEL;
      const shiftY = ((SHIFT_Y[i]! + 0.5) / LAMP_POINTS - 0.5) * TEXEL;
      addFan(
        sight,
        from.x + Math.cos(angle) * LAMP_RADIUS,
        from.y + Math.sin(angle) * LAMP_RADIUS,
        left + shiftX,
        top + shiftY,
      );
    }
    mesh.end();
    falloff.setPosition((from.x - left) / TEXEL, (from.y - top) / TEXEL);
  };

  const drawFlares = (left: number, top: number, now: number): void => {
    for (const flare of flares) {
      if (flare.lifeMs === 0) continue;
      if (flare.since < 0) flare.since = now;
      const left01 = 1 - (now - flare.since) / flare.lifeMs;
      if (left01 <= 0) {
        flare.lifeMs = 0;
        flare.image.setScale(0);
        continue;
      }
      flare.image
        .setPosition((flare.x - left) / TEXEL, (flare.y - top) / TEXEL)
        .setScale(flare.radius / TEXEL / glowRadius)
        .setAlpha(FLARE_ALPHA * left01);
    }
  };

  return {
    enter(arena, outlines) {
      sight = createSight(arena, outlines);
      cast.x = Number.NaN;
      for (const flare of flares) {
        flare.lifeMs = 0;
        flare.image.setScale(0);
      }
    },
    draw(eye, picture, from, now) {
      overlay.setVisible(true);
      resize(picture);
      // On whole texels of the world the shadows stand still while the camera moves.
      const left = (Math.floor((eye.x - picture.viewWidth / 2) / TEXEL) - MARGIN) * TEXEL;
      const top = (Math.floor((eye.y - picture.viewHeight / 2) / TEXEL) - MARGIN) * TEXEL;
      castLight(from, left, top);
      drawFlares(left, top, now);
      overlay.setPosition(left, top);
      seen.render();
      buffer.render();
    },
    hide() {
      overlay.setVisible(false);
    },
    flare(x, y, radius, lifeMs) {
      const flare = flares[nextFlare]!;
      nextFlare = (nextFlare + 1) % FLARES;
      flare.x = x;
      flare.y = y;
      flare.radius = radius;
      flare.lifeMs = lifeMs;
      flare.since = -1;
    },
  };
}

/** The light where the player wants it: what it needs takes long to make, so whoever has none does not make it. */
export function createLight(scene: Phaser.Scene, layers: Layers, taste: Taste): Light {
  let lamp = taste.detail.lit ? createLamp(scene, layers) : null;
  let hall: Parameters<Light["enter"]> | null = null;
  return {
    enter(...entered) {
      hall = entered;
      lamp?.enter(...entered);
    },
    draw(eye, picture, from, now) {
      if (!taste.detail.lit) {
        lamp?.hide();
        return;
      }
      if (lamp === null) {
        lamp = createLamp(scene, layers);
        if (hall !== null) lamp.enter(...hall);
      }
      lamp.draw(eye, picture, from, now);
    },
    flare(x, y, radius, lifeMs) {
      if (taste.detail.lit) lamp?.flare(x, y, radius, lifeMs);
    },
  };
}
