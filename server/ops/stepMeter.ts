/**
 * Counts the steps of all rooms of this process: how long they took and how late they began. Whoever asks (server/metrics)
 * reads the counts; a room pays two looks at the clock and allocates nothing.
 */
import { TICK_MS } from "../../shared/content/index.ts";

/** Upper bounds of the counted ranges in ms: fine where a tick of 16.7 ms is decided, coarse where all is lost. */
export const BOUNDS_MS: readonly number[] = [
  ...[0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14],
  ...[17, 20, 25, 33, 50, 75, 100, 150, 250, 500, 1000],
];

/** A step that begins this much of a tick after the one before makes up for a missed one. */
const DOUBLED_PART = 0.25;

/** How often something took how long. */
export interface Spread {
  /** Counts of what took at most the bound of the same index, and more than the one before; the last is beyond all. */
  readonly counts: Float64Array;
  /** Sum in ms. */
  sumMs: number;
}

/** The steps of one room. */
export interface RoomSteps {
  /** @param now in ms */
  begin(now: number): void;
  end(now: number): void;
}

export interface StepMeter {
  readonly took: Spread;
  /** How much later than a tick after the step before it each began. */
  readonly late: Spread;
  /** Steps that began right after another, to make up for one that was missed. */
  readonly doubled: number;
  /** Counts a room's steps from now on. */
  open(): RoomSteps;
}

function add(spread: Spread, ms: number): void {
  let i = 0;
  while (i < BOUNDS_MS.length && ms > BOUNDS_MS[i]!) i += 1;
  spread.counts[i]! += 1;
  spread.sumMs += ms;
}

const empty = (): Spread => ({ counts: new Float64Array(BOUNDS_MS.length + 1), sumMs: 0 });

export function createStepMeter(): StepMeter {
  const took = empty();
  const late = empty();
  let doubled = 0;
  return {
    took,
    late,
    get doubled() {
      return doubled;
    },
    open() {
      let beganAt = Number.NaN;
      return {
        begin(now) {
          const since = now - beganAt;
          beganAt = now;
          // The first step of a room follows none.
          if (Number.isNaN(since)) return;
          if (since < TICK_MS * DOUBLED_PART) doubled += 1;
          add(late, Math.max(0, since - TICK_MS));
        },
        end(now) {
          add(took, now - beganAt);
        },
      };
    },
  };
}

/** That of this process. */
export const stepMeter = createStepMeter();
