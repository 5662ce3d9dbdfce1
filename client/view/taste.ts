import { DETAILS, type Detail } from "./quality.ts";

/** What the player wants of the picture right now. One object for all who draw: they read it each frame. */
export interface Taste {
  /** No shake, no pulsing, no bobbing. */
  still: boolean;
  /** Strength of the camera's shake and kick, 0..1. */
  shake: number;
  /** Strength of white flashes, 0..1. */
  flash: number;
  /** Whether dealt damage is shown as numbers. */
  numbers: boolean;
  /** Whether others have their names over them. */
  names: boolean;
  /** Whether drones have a bright edge. */
  contrast: boolean;
  detail: Detail;
}

/** Everything, at full strength; no edges. */
export function createTaste(): Taste {
  return {
    still: false,
    shake: 1,
    flash: 1,
    numbers: true,
    names: true,
    contrast: false,
    detail: DETAILS.high,
  };
}
