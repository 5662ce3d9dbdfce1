import { INTERPOLATION, PATCH_MS, REWIND } from "../../shared/content/index.ts";
import type { LinkFigures } from "./linkMeasure.ts";

/** How long ago what somebody sees may have been, in ms. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/**
 * How long ago what somebody sees was, by the server's own measurements: the way there and back, the delay that others
 * are drawn with, and the wait for the tick. The delay follows what the link does, slowly and for its own reasons, so it
 * is known as a span: narrow over a link that is even, wide over one that is not.
 */
export function estimateOf({ pingMs, spreadMs }: LinkFigures): Span {
  const least = pingMs + INTERPOLATION.leastMs;
  const delay = Math.min(INTERPOLATION.mostMs, INTERPOLATION.leastMs + spreadMs);
  return { least, most: pingMs + delay + PATCH_MS };
}

/** The farthest that a shot over a link may look back, in ms: its whole view up to a round trip of 200 ms, then no more. */
export function ceilingOf({ pingMs }: LinkFigures): number {
  return Math.min(pingMs, REWIND.fullRoundTripMs) + INTERPOLATION.mostMs + REWIND.waitMs;
}

/**
 * Decides how far the server looks back for a shot.
 * A claim near the server's own estimate is what the shooter saw to the millisecond, and is taken; one that is farther
 * off is not believed and gets the nearer end of the estimate.
 * @param claimMs how long ago the picture was that the shooter says was on the screen
 */
export function lookBack(claimMs: number, link: LinkFigures): number {
  const { least, most } = estimateOf(link);
  let ago = claimMs;
  if (claimMs < least - REWIND.disagreementMs) ago = least;
  else if (claimMs > most + REWIND.disagreementMs) ago = most;
  return Math.max(0, Math.min(ago, ceilingOf(link)));
}
