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

/**
 * Time in ms after which a part does not have the link to itself any more; less when it needs less. What draws is on its way
 * since the page came (tools/aheadLinks.ts), so at 1.6 Mbit/s and a round trip of 150 ms the next ones begin to come when it
 * is here, and the engine is not being built just then, which would delay asking for them.
 */
const HEAD_START_MS = { view: 250, art: 50, door: 500 } as const;

/** How to fetch each part, and then how to ask for each. Rejected when one cannot be had; the next call tries again. */
export interface Parts<View, Art, Door, Seat> {
  /** What draws. */
  view(): Promise<View>;
  /** What it draws with. */
  art(): Promise<Art>;
  /** What asks the server for a seat. */
  door(): Promise<Door>;
  /** Everything else that a seat is made of. */
  seat(): Promise<Seat>;
}

/** A part in the line. */
interface Turn<T> {
  get(): Promise<T>;
  /** Resolved when it was asked for the first time. */
  readonly begun: Promise<void>;
}

/** @param before whose turn it is before, and ms after which the link is shared with it */
function turn<T>(part: () => Promise<T>, before?: readonly [Turn<unknown>, number]): Turn<T> {
  let begin = ignore;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const get = once(async () => {
    if (before !== undefined) {
      const [other, headStartMs] = before;
      const done = other.get().catch(ignore);
      await other.begun;
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, headStartMs))]);
    }
    begin();
    return part();
  });
  return { get, begun };
}

/**
 * All that is fetched at the same time shares the link, so the parts are asked for in the order in which there is something
 * to do with them: the engine is built while the others come.
 */
export function inOrder<View, Art, Door, Seat>(
  parts: Parts<View, Art, Door, Seat>,
): Parts<View, Art, Door, Seat> {
  const view = turn(parts.view);
  const art = turn(parts.art, [view, HEAD_START_MS.view]);
  const door = turn(parts.door, [art, HEAD_START_MS.art]);
  const seat = turn(parts.seat, [door, HEAD_START_MS.door]);
  return { view: view.get, art: art.get, door: door.get, seat: seat.get };
}
