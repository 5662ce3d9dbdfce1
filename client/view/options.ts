import type { ReadonlySignal } from "@preact/signals";
import type { Command } from "../../shared/sim/index.ts";
import type { Session } from "../net/world.ts";
import type { Preset, Quality } from "./quality.ts";

/** What the view tells the devices and asks them. */
export interface ViewInput {
  /** Where the own drone is, in css px of the window as pointer events count them: aiming is relative to it. */
  setAimOrigin(x: number, y: number): void;
  /** Fills in what the player wants now. */
  sample(command: Command): void;
  /** css px from the drone to the pointer, or null when the device has no pointer. */
  lookAhead(): { x: number; y: number } | null;
}

export interface ViewSettings {
  /** `auto` goes by how long frames take. */
  readonly quality: Quality;
  /** No shake, no pulsing, no bobbing. */
  readonly reducedMotion: boolean;
  /** Strength of the camera's shake, 0..1. */
  readonly shake: number;
  /** Strength of white flashes, 0..1. */
  readonly flash: number;
  readonly damageNumbers: boolean;
  /** Names over the drones of others. */
  readonly names: boolean;
  /** Bright edges around drones. */
  readonly contrast: boolean;
}

export interface ViewOptions {
  readonly session: Session;
  readonly input: ViewInput;
  /** Followed as they change, without a new picture. */
  readonly settings: ReadonlySignal<ViewSettings>;
}

/** What the last frames cost. */
export interface ViewStats {
  /** Frames drawn so far. */
  frames: number;
  /** Draw calls of the last frame. */
  drawCalls: number;
  /** Script time of the last frame in ms, from the engine's step to the last draw call. */
  scriptMs: number;
  /** What is drawn now. */
  preset: Preset;
  /** Whether all of the hall is painted: it is while the game goes on. */
  baked: boolean;
}

/** A running picture of a session. */
export interface ArenaView {
  /** Stops and frees everything; the session goes on. */
  destroy(): void;
  /** For tests and benches. */
  readonly stats: Readonly<ViewStats>;
  /** Pictures on the stage, drawn or not, and textures in memory; for tests that look for leaks. */
  census(): { pictures: number; textures: number };
}

/** The browser has no WebGL, without which nothing can be drawn. */
export class NoWebGLError extends Error {
  override name = "NoWebGLError";
}
