/** The search for the most that still goes well. */

export interface Search {
  /** Rooms to begin with. */
  readonly from: number;
  /** By how much the number grows as long as all goes well, such as 1.3. */
  readonly growth: number;
  /** The search ends when the bounds are this close: a share of the lower one. */
  readonly within: number;
  readonly most: number;
}

export interface Knee {
  /** The most that went well; 0 when nothing did. */
  readonly held: number;
  /** The least that did not; null when all of them did. */
  readonly failed: number | null;
}

/**
 * Steps up until it does not go well, then halves the distance.
 * @param holds tries a number of rooms
 */
export async function findKnee(
  { from, growth, within, most }: Search,
  holds: (rooms: number) => Promise<boolean>,
): Promise<Knee> {
  let held = 0;
  let failed: number | null = null;
  let next = Math.min(from, most);
  for (;;) {
    if (await holds(next)) held = next;
    else failed = next;
    if (failed === null) {
      if (held >= most) return { held, failed };
      next = Math.min(most, Math.max(held + 1, Math.round(held * growth)));
    } else {
      if (failed - held <= Math.max(1, held * within)) return { held, failed };
      next = Math.round((held + failed) / 2);
    }
  }
}
