/** The arithmetic of sticks, the same for thumbs on glass and on a gamepad. */
import { STEER_MAX } from "../../shared/sim/index.ts";

/** A place or a direction. */
export interface Vector {
  x: number;
  y: number;
}

/** Deflection beyond which an aim stick pulls the trigger. */
export const FIRE_BEYOND = 0.6;

/**
 * The deflection of a stick, with a radial dead zone: 0 inside it, growing from its edge to 1 at full throw, in the
 * direction pushed. Writes into `out` so that polling allocates nothing.
 * @param x deflection to the right, 1 at full throw; may exceed it
 * @param y deflection downwards
 * @param deadZone 0..1
 */
export function deflect(x: number, y: number, deadZone: number, out: Vector): Vector {
  const length = Math.hypot(x, y);
  if (length <= deadZone) {
    out.x = 0;
    out.y = 0;
    return out;
  }
  const scale = Math.min(1, (length - deadZone) / (1 - deadZone)) / length;
  out.x = x * scale;
  out.y = y * scale;
  return out;
}

/** A deflection of -1..1 as a steering value of a command. */
export function steer(deflection: number): number {
  // "+ 0" turns a negative zero into a plain one, which is what travels.
  return Math.round(Math.max(-1, Math.min(1, deflection)) * STEER_MAX) + 0;
}
