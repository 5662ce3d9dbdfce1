/** What the netcode promises to whom: both sides count on the same figures. Times in ms. */

/** Between two patches: 30 a second. */
export const PATCH_MS = 33;

/**
 * How far in the past others may be drawn, besides the way here. The least is two patches, so that there are always two
 * places to draw between; the most is what a bad link needs, and beyond it a drone stands still until news comes.
 */
export const INTERPOLATION = { leastMs: 2 * PATCH_MS, mostMs: 250 } as const;

/** How far back a shot may be judged (docs/fairness.md). */
export const REWIND = {
  /** Up to this round trip all of what a shooter sees is honoured; who is farther away has to lead for the rest. */
  fullRoundTripMs: 200,
  /** What an input waits on the server until its tick, at most: two ticks in the buffer and one to come. */
  waitMs: 50,
  /**
   * A claim that is farther than this from the server's own estimate is not believed. Source allows 200 ms
   * (ValveSoftware/source-sdk-2013, player_lagcompensation.cpp).
   */
  disagreementMs: 100,
} as const;

/** The longest that any shot may look back. */
export const MAX_REWIND_MS = REWIND.fullRoundTripMs + INTERPOLATION.mostMs + REWIND.waitMs;
