/** How fast the server's world really goes, whatever the network does: its ticks against its own clock. */

/** Time over which the pace is measured, in ms of the server's clock. */
const WINDOW_MS = 2000;
/** A step of the server's clock beyond this, in ms, is another room or another time: the count begins anew. */
const GAP_MS = 1000;
/** Marks within the window: one for each 100 ms, and one to spare. */
const MARK_MS = 100;
const MARKS = WINDOW_MS / MARK_MS + 1;

export interface ServerPace {
  /** To be told of each patch: its tick and its time by the server's clock, in ms. Allocates nothing. */
  patched(tick: number, serverMs: number): void;
  /** Ticks a second over the last two seconds; 0 until so much has been seen. */
  ticksPerS(): number;
}

export function createServerPace(): ServerPace {
  const ticks = new Float64Array(MARKS);
  const times = new Float64Array(MARKS);
  let marks = 0;
  let newest = -1;
  let lastMs = 0;
  let pace = 0;

  return {
    patched(tick, serverMs) {
      if (marks > 0 && (serverMs < lastMs || serverMs - lastMs > GAP_MS)) {
        marks = 0;
        pace = 0;
      }
      lastMs = serverMs;
      if (marks > 0 && serverMs - times[newest]! < MARK_MS) return;
      newest = (newest + 1) % MARKS;
      ticks[newest] = tick;
      times[newest] = serverMs;
      marks = Math.min(MARKS, marks + 1);
      if (marks < MARKS) return;
      const oldest = (newest + 1) % MARKS;
      pace = ((tick - ticks[oldest]!) * 1000) / (serverMs - times[oldest]!);
    },
    ticksPerS: () => pace,
  };
}
