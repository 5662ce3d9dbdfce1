/** What the server knows of a link by its own clock, in ms. */
export interface LinkFigures {
  /** Median of the last round trips. */
  readonly pingMs: number;
  /** How far apart the last round trips lie: what the link does besides being long. */
  readonly spreadMs: number;
}

/** Round trips that are kept: ten seconds. After a stall a client's picture is late for about as long. */
const KEPT = 100;

/** The newest of them, of which the median is taken: a slow answer changes nothing, a new route counts within a second. */
const RECENT = 15;

/** Nothing has been measured yet: the link is taken for the best there is, so that silence gains nothing. */
export const UNMEASURED: LinkFigures = { pingMs: 0, spreadMs: 0 };

/** Gathers the round trips of one link. */
export interface LinkMeasure {
  add(roundTripMs: number): void;
  figures(): LinkFigures;
}

/** Scratch of the median. */
const recent = new Float64Array(RECENT);

/** Starts without any. Keeps the last in a ring; ten a second and client come in. */
export function createLinkMeasure(): LinkMeasure {
  const trips = new Float64Array(KEPT);
  let count = 0;
  let next = 0;
  let figures = UNMEASURED;

  const median = (): number => {
    const length = Math.min(RECENT, count);
    // Sorted by insertion, which is quick for so few.
    for (let i = 0; i < length; i++) {
      const trip = trips[(next - 1 - i + KEPT) % KEPT]!;
      let at = i;
      for (; at > 0 && recent[at - 1]! > trip; at--) recent[at] = recent[at - 1]!;
      recent[at] = trip;
    }
    return recent[(length - 1) >> 1]!;
  };
  const spread = (): number => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < count; i++) {
      least = Math.min(least, trips[i]!);
      most = Math.max(most, trips[i]!);
    }
    return most - least;
  };
  return {
    add(roundTripMs) {
      trips[next] = roundTripMs;
      next = (next + 1) % KEPT;
      count = Math.min(KEPT, count + 1);
      figures = { pingMs: median(), spreadMs: spread() };
    },
    figures: () => figures,
  };
}
