/** What the players of one worker count, second by second. */
import { createHistogram, type Histogram, type Tally } from "./histogram.ts";

/** What is measured at the players themselves. */
export const MEASURED = ["rtt", "ack", "patch", "join", "down", "up", "generator"] as const;
export type Measured = (typeof MEASURED)[number];

/** What is counted, since the last report. */
export interface Counts {
  joins: number;
  returns: number;
  errors: number;
  refused: number;
  disconnects: number;
  /** Inputs that were sent, and those that nothing can acknowledge any more: their connection is over. */
  inputs: number;
  lost: number;
  acked: number;
  corrections: number;
  kills: number;
  bytesDown: number;
  bytesUp: number;
}

const NOTHING: Counts = {
  ...{ joins: 0, returns: 0, errors: 0, refused: 0, disconnects: 0, inputs: 0, lost: 0, acked: 0 },
  ...{ corrections: 0, kills: 0, bytesDown: 0, bytesUp: 0 },
};

/** Different complaints that are told of in a report; more of them are still counted. */
const MOST_COMPLAINTS = 20;

/** One report of a worker. */
export interface Report {
  readonly spreads: Readonly<Record<Measured, Tally>>;
  readonly counts: Readonly<Counts>;
  /** Players who are in a room at the moment, and inputs under way between them and the server. */
  readonly playing: number;
  /** Players who have been in at least once. */
  readonly entered: number;
  readonly pending: number;
  /** Part 0..1 of the time that the event loop was busy. */
  readonly busy: number;
  /** Processor time that the thread took since the last report, in ms. */
  readonly cpuMs: number;
  /** Bytes that its last full garbage collection left; null when there was none since the last report. */
  readonly heldBytes: number | null;
  /** What went wrong, in words, and how often. */
  readonly complaints: readonly (readonly [text: string, count: number])[];
}

export interface Ledger {
  readonly spreads: Readonly<Record<Measured, Histogram>>;
  readonly counts: Counts;
  /** Counts an error and says what it was. */
  fault(text: string): void;
  /** Says what happened without calling it an error. */
  note(text: string): void;
  /** All since the last time; begins anew. */
  take(): Pick<Report, "spreads" | "counts" | "complaints">;
}

export function createLedger(): Ledger {
  const spreads = Object.fromEntries(MEASURED.map((name) => [name, createHistogram()])) as Record<
    Measured,
    Histogram
  >;
  const counts: Counts = { ...NOTHING };
  const complaints = new Map<string, number>();
  const note = (text: string): void => {
    if (complaints.has(text) || complaints.size < MOST_COMPLAINTS)
      complaints.set(text, (complaints.get(text) ?? 0) + 1);
  };
  return {
    spreads,
    counts,
    note,
    fault(text) {
      counts.errors += 1;
      note(text);
    },
    take() {
      const taken = {
        spreads: Object.fromEntries(MEASURED.map((name) => [name, spreads[name].take()])) as Record<
          Measured,
          Tally
        >,
        counts: { ...counts },
        complaints: [...complaints],
      };
      Object.assign(counts, NOTHING);
      complaints.clear();
      return taken;
    },
  };
}
