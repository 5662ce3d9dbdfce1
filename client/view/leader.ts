/** Who wears the crown. */

/** What decides it. */
interface Scored {
  readonly slot: number;
  readonly score: number;
}

/** Slot of the one who has more points than each of the others; -1 when nobody has. Allocates nothing. */
export function leaderOf(drones: readonly Scored[]): number {
  let leader = -1;
  let most = 0;
  for (const { slot, score } of drones) {
    if (score > most) {
      leader = slot;
      most = score;
    } else if (score === most) {
      leader = -1;
    }
  }
  return leader;
}
