import type Phaser from "phaser";
import type { Arena, Spot } from "../../shared/arena/index.ts";
import { GameObjects } from "./engine.ts";
import type { Layers } from "./layers.ts";
import { createMesh } from "./mesh.ts";
import { createSight, FACE_DEPTH, type Sight } from "./sight.ts";
import type { Taste } from "./taste.ts";
import { REACH } from "./veil.ts";
import type { Outline } from "./walls.ts";

/** How dark it is where the eye does not see. */
const DARKNESS = 0.66;
/** World px from the eye beyond which nothing is in any picture: further than the longest picture is wide. */
const FAR = 1600;
/** The meshes of the engine know no tint, so the shadow brings a texture of its colour. */
const COLOUR_KEY = "shade";
const COLOUR = "#04060b";
const COLOUR_SIZE = 4;

const CORNERS_A_RAY = 2;

/** Shadows for slow graphics: with a hard edge, one shape, no textures. */
export interface Shade {
  /** Another hall: the walls from now on. */
  enter(arena: Arena, outlines: readonly Outline[]): void;
  /** Draws the shadows of a frame, or nothing where light falls. @param from whose eyes see; null leaves the hall evenly lit */
  draw(from: Spot | null): void;
}

function paintColour(scene: Phaser.Scene): void {
  if (scene.textures.exists(COLOUR_KEY)) return;
  const texture = scene.textures.createCanvas(COLOUR_KEY, COLOUR_SIZE, COLOUR_SIZE);
  if (texture === null) return;
  texture.context.fillStyle = COLOUR;
  texture.context.fillRect(0, 0, COLOUR_SIZE, COLOUR_SIZE);
  texture.refresh();
}

/** Covers the ground wherever the light does not reach: all between the rim of what is seen and a circle far out. */
export function createShade(scene: Phaser.Scene, layers: Layers, taste: Taste): Shade {
  paintColour(scene);
  const mesh = createMesh();
  const cover = new GameObjects.Mesh2D(scene, 0, 0, COLOUR_KEY, mesh.vertices, mesh.indices);
  cover.setRenderAsTriangles(true).setAlpha(DARKNESS);
  layers.light.add(cover);
  let sight: Sight | null = null;
  /** From where the shape was made last: who stands still pays nothing. */
  let lastX = Number.NaN;
  let lastY = Number.NaN;

  /** Adds a corner of the rim and one straight behind it far out. Neighbours share both, so that no light seeps through. */
  const addRay = (from: Spot, x: number, y: number): void => {
    mesh.addCorner(x, y);
    const dx = x - from.x;
    const dy = y - from.y;
    const away = FAR / Math.sqrt(dx * dx + dy * dy);
    mesh.addCorner(from.x + dx * away, from.y + dy * away);
  };

  return {
    enter(arena, outlines) {
      sight = createSight(arena, outlines);
      lastX = Number.NaN;
    },
    draw(from) {
      cover.setVisible(!taste.detail.lit);
      if (taste.detail.lit) return;
      if (from !== null && from.x === lastX && from.y === lastY) return;
      lastX = from?.x ?? Number.NaN;
      lastY = from?.y ?? Number.NaN;
      mesh.begin();
      if (from !== null && sight !== null) {
        sight.look(from.x, from.y, REACH, FACE_DEPTH);
        const { rim, length } = sight;
        for (let i = 0; i < length; i += 2) addRay(from, rim[i]!, rim[i + 1]!);
        const corners = (length / 2) * CORNERS_A_RAY;
        for (let ray = 0; ray < corners; ray += CORNERS_A_RAY) {
          const next = (ray + CORNERS_A_RAY) % corners;
          mesh.addTriangle(ray, ray + 1, next);
          mesh.addTriangle(ray + 1, next, next + 1);
        }
      }
      mesh.end();
    },
  };
}
