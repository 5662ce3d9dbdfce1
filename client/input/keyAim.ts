/** Aiming without a pointer: keys turn the aim towards where they point, slowly at first and then fast. */
import { angleTo, TAU, turnBetween } from "../../shared/math/index.ts";
import { Action } from "./actions.ts";

/** Radians per tick of the first ticks: a tap turns by less than a degree and a half, to correct a shot. */
export const SLOW_TURN = 0.022;
/** Radians per tick once a key was held for `RISE_TICKS`: half a turn takes well under half a second. */
export const FAST_TURN = 0.16;
/** Ticks from slow to fast. */
export const RISE_TICKS = 14;

export interface KeyAim {
  /**
   * The aim after one tick, in 0..2π. Opposite keys hold each other.
   * @param held action bits
   * @param aim radians in 0..2π
   * @param speed 1 is the usual one
   */
  turn(held: number, aim: number, speed: number): number;
}

/** Remembers how long the keys have been held. */
export function createKeyAim(): KeyAim {
  let ticks = 0;
  return {
    turn(held, aim, speed) {
      const x = Number((held & Action.aimRight) !== 0) - Number((held & Action.aimLeft) !== 0);
      const y = Number((held & Action.aimDown) !== 0) - Number((held & Action.aimUp) !== 0);
      if (x === 0 && y === 0) {
        ticks = 0;
        return aim;
      }
      const most = (SLOW_TURN + (FAST_TURN - SLOW_TURN) * Math.min(1, ticks / RISE_TICKS)) * speed;
      ticks += 1;
      const way = turnBetween(aim, angleTo(x, y));
      return (aim + Math.max(-most, Math.min(most, way)) + TAU) % TAU;
    },
  };
}
