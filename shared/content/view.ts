/**
 * World area in px² that every window shows, whatever its shape: nobody sees more by resizing.
 * 32 by 18 tiles, the 16:9 picture that the game is drawn for.
 */
export const VIEW_AREA = 1024 * 576;

/** The most elongated picture that is still filled; longer windows get bars. */
export const VIEW_MAX_ASPECT = 2.4;

/** Width and height in px of the visible world for a window of the given aspect (width / height). */
export function viewSize(aspect: number): { width: number; height: number } {
  const shape = Math.min(VIEW_MAX_ASPECT, Math.max(1 / VIEW_MAX_ASPECT, aspect));
  const height = Math.sqrt(VIEW_AREA / shape);
  return { width: height * shape, height };
}
