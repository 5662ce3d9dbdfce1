/** The order in which the parts of the game are fetched. Knows no part. */

const ignore = (): void => {};

/** Does something once for all who ask. After it was rejected, the next one to ask has it done again. */
function once<T>(begin: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | null = null;
  return () => {
    begun ??= begin().catch((error: unknown) => {
      begun = null;
      throw error;
    });
    return begun;
  };
}

/** Time in ms for which what draws has the link to itself; less when it needs less. */
const HEAD_START_MS = 1000;

/** How to fetch each part, and then how to ask for each. Rejected when one cannot be had; the next call tries again. */
export interface Parts<View, Door, Seat> {
  /** What draws. */
  view(): Promise<View>;
  /** What asks the server for a seat. */
  door(): Promise<Door>;
  /** Everything else that a seat is made of. */
  seat(): Promise<Seat>;
}

/**
 * All that is fetched at the same time shares the link, so the parts are asked for in the order in which there is something
 * to do with them: the engine is built while the others come.
 */
export function inOrder<View, Door, Seat>(parts: Parts<View, Door, Seat>): Parts<View, Door, Seat> {
  const view = once(parts.view);
  const afterView = async (): Promise<void> => {
    const enough = new Promise((resolve) => setTimeout(resolve, HEAD_START_MS));
    await Promise.race([view().catch(ignore), enough]);
  };
  const later = <T>(part: () => Promise<T>) => once(() => afterView().then(part));
  return { view, door: later(parts.door), seat: later(parts.seat) };
}
