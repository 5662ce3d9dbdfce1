/**
 * Counts the ticks that a room has lost for good. When its process is held up (another room's long step, a pause of the
 * garbage collector), Colyseus makes up for five ticks and drops the others; the inputs that players sent for those wait
 * on, and would stand in their buffers as latency.
 */

/** Steps in which a backlog must not have been made up for: twice what Colyseus runs at a time. */
const PATIENCE = 10;

/**
 * @param hz ticks a second
 * @returns to be called in each step with the room's clock in ms; gives the ticks that have been lost since the last call
 */
export function createMissedTicks(hz: number): (elapsedMs: number) => number {
  let steps = 0;
  let least = Number.POSITIVE_INFINITY;
  let age = 0;
  return (elapsedMs) => {
    steps += 1;
    // Half a tick of slack: one that is just due is not lost.
    least = Math.min(least, Math.floor((elapsedMs * hz) / 1000 - 0.5) - steps);
    if (++age < PATIENCE) return 0;
    const missed = Math.max(0, least);
    steps += missed;
    least = Number.POSITIVE_INFINITY;
    age = 0;
    return missed;
  };
}
