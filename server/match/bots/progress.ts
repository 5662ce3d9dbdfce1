import { seconds } from "../../../shared/content/index.ts";

/** Ticks in which a bot has to get somewhere, and how many px that is at least: a fifth of what it could fly. */
const CHECK_EVERY = seconds(0.7);
const LEAST_WAY = 34;

/** How far a bot has got since it was last checked. */
export interface Progress {
  x: number;
  y: number;
  flown: number;
  checkAt: number;
}

/** Starts counting at a place. */
export function beginProgress(progress: Progress, tick: number, x: number, y: number): void {
  progress.x = x;
  progress.y = y;
  progress.flown = 0;
  progress.checkAt = tick + CHECK_EVERY;
}

/** Counts one tick's way; call on every tick. Returns whether the bot has been stuck for a while. */
export function isStuck(progress: Progress, tick: number, x: number, y: number): boolean {
  const dx = x - progress.x;
  const dy = y - progress.y;
  progress.flown += Math.sqrt(dx * dx + dy * dy);
  progress.x = x;
  progress.y = y;
  if (tick < progress.checkAt) return false;
  const stuck = progress.flown < LEAST_WAY;
  beginProgress(progress, tick, x, y);
  return stuck;
}
