/** The kill feed: newest last, at most so many lines, each for so long. */

/** How long a line stays, in ms. */
export const FEED_MS = 6000;
export const FEED_LINES = 5;

/** A player as they were when it happened. */
export interface Person {
  readonly slot: number;
  readonly name: string;
  readonly self: boolean;
  /** A `TeamId`; 0 in a mode without teams. */
  readonly team: number;
}

/** Something that is shown for a while. */
export interface Passing {
  readonly id: number;
  /** performance.now() at which it came. */
  readonly at: number;
}

/** Somebody was destroyed. */
export interface KillLine extends Passing {
  readonly what: "kill";
  /** Null when the victim did it alone. */
  readonly killer: Person | null;
  /** Who had hurt the victim before. */
  readonly assists: readonly Person[];
  readonly victim: Person;
  /** Weapon id. */
  readonly weapon: number;
}

/** Somebody else has earned a medal; the own ones are told larger. */
export interface MedalLine extends Passing {
  readonly what: "medal";
  readonly who: Person;
  /** Its place in the table of medals. */
  readonly medal: number;
}

export type FeedLine = KillLine | MedalLine;

/** The list with one more entry; the oldest makes room. */
export function addPassing<T extends Passing>(list: readonly T[], entry: T, most: number): readonly T[] {
  return [...list, entry].slice(-most);
}

/** The list without what is too old: the very same array when nothing is. */
export function dropOld<T extends { readonly at: number }>(
  list: readonly T[],
  now: number,
  lifeMs: number,
): readonly T[] {
  const first = list[0];
  // Entries come in the order of time, so the first is the oldest.
  if (first === undefined || now - first.at < lifeMs) return list;
  return list.filter((entry) => now - entry.at < lifeMs);
}
