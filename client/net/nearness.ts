/** How near, in px, what flies is drawn in the present, and from where on at the time of its shooter. */
const NEAR = 70;
const FAR = 340;

/** In place of the distance to nobody. */
export const FAR_AWAY = FAR;

/**
 * How far in the past something is drawn that comes from others and can be dodged: 0 in the present, 1 at the time at
 * which others are drawn, smooth between (smoothstep). It leaves its drawn shooter late, as that one is drawn, and
 * reaches the own drone in the present (a local perception filter: Sharkey, Ryan, Roberts 1998).
 * @param distance in px from the own drone
 */
export function farness(distance: number): number {
  const t = Math.min(1, Math.max(0, (distance - NEAR) / (FAR - NEAR)));
  return t * t * (3 - 2 * t);
}
