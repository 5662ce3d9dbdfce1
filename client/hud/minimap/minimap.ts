/**
 * The minimap: walls, yourself, and of everything else what you may know. It looks ten times a second, as nobody reads
 * a map faster, and not at all while it is switched off or the page is hidden.
 */
import type { Arena } from "../../../shared/arena/index.ts";
import { clamp } from "../../../shared/math/index.ts";
import type { World, WorldEvent } from "../../net/index.ts";
import { paintMap, paintWalls, SECTORS } from "./paint.ts";

/** Time between two pictures, and until what was heard is gone, in ms. */
const LOOK_MS = 100;
const HEARD_MS = 900;

/** A canvas px is at most so many times finer than a css px. */
const FINEST = 2;

export interface Minimap {
  /** Draws on a canvas of the page from now on; null ends it. */
  attach(canvas: HTMLCanvasElement | null): void;
  heard(event: WorldEvent, now: number): void;
  /** Once a frame. @param now performance.now() of this frame */
  frame(world: World, now: number): void;
}

export function createMinimap(): Minimap {
  const loudness = new Float32Array(SECTORS);
  const heardAt = new Float64Array(SECTORS).fill(Number.NEGATIVE_INFINITY);
  const levels = new Float32Array(SECTORS);
  let canvas: HTMLCanvasElement | null = null;
  let walls: HTMLCanvasElement | null = null;
  let painted: Arena | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;

  /** Brings the canvas to the size at which the page shows it; a new size needs new walls. */
  function match(target: HTMLCanvasElement, arena: Arena): void {
    const ratio = Math.min(FINEST, devicePixelRatio);
    const width = Math.round(target.clientWidth * ratio);
    const height = Math.round((width * arena.rows) / arena.columns);
    if (painted === arena && target.width === width) return;
    target.width = width;
    target.height = height;
    walls = document.createElement("canvas");
    walls.width = width;
    walls.height = height;
    const context = walls.getContext("2d");
    if (context !== null) paintWalls(context, arena, width / (arena.columns * arena.tile));
    painted = arena;
  }

  return {
    attach(next) {
      canvas = next;
      painted = null;
      lookedAt = Number.NEGATIVE_INFINITY;
    },
    heard(event, now) {
      if (event.type !== "heard") return;
      const sector = event.sector % SECTORS;
      loudness[sector] = event.loudness;
      heardAt[sector] = now;
    },
    frame(world, now) {
      if (canvas === null || now - lookedAt < LOOK_MS || canvas.clientWidth === 0) return;
      lookedAt = now;
      match(canvas, world.arena);
      const context = canvas.getContext("2d");
      if (context === null || walls === null || canvas.width === 0) return;
      for (let i = 0; i < SECTORS; i++)
        levels[i] = loudness[i]! * clamp(1 - (now - heardAt[i]!) / HEARD_MS, 0, 1);
      const scale = canvas.width / (world.arena.columns * world.arena.tile);
      paintMap(context, walls, world, levels, scale, canvas.width / canvas.clientWidth);
    },
  };
}
