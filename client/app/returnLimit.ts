/** Returns without the player's asking in such a time, beyond which something is wrong with the rooms themselves. */
const MOST_RETURNS = 3;
const RETURNS_MS = 60_000;

/** Counts returns, so that rooms that all fail do not send their players round in circles. */
export function createReturnLimit(now: () => number = () => performance.now()): () => boolean {
  let returns: number[] = [];
  return () => {
    const at = now();
    returns = returns.filter((past) => at - past < RETURNS_MS);
    if (returns.length >= MOST_RETURNS) return false;
    returns.push(at);
    return true;
  };
}
