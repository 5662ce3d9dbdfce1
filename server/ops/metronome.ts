/**
 * One beat for all rooms of a process. Deadlines are absolute, so that nothing drifts; rooms are spread over the tick, so
 * that no room waits behind all others; and between any two looks at the clock the event loop reads what came in.
 */

/**
 * Called once for each deadline.
 * @param dueAt the deadline in ms of the metronome's clock; it is at most a tick in the past, unless the process was held up
 * @param behind how many more are due by now and follow at once: this one is made up for
 */
export type Beat = (dueAt: number, behind: number) => void;

export interface Metronome {
  /**
   * Beats from now on.
   * @param periodMs between two beats
   * @param cycle beats after which a member does its heavier work, such as a patch; members are spread over this time
   * @returns ends it
   */
  join(beat: Beat, periodMs: number, cycle: number): () => void;
}

/** What a metronome needs of its process. */
export interface Pulse {
  /** Monotonic time in ms. */
  now(): number;
  /** Calls `then` after so many ms, 0 for as soon as the event loop has looked for input. Only one call is ever pending. */
  wake(then: () => void, ms: number): void;
}

/** Places within a cycle, in the order in which they are given away: each the middle of the widest gap (bits reversed). */
const BITS = 5;
const PLACES = Array.from({ length: 1 << BITS }, (_, place) => {
  let reversed = 0;
  for (let bit = 0; bit < BITS; bit++) reversed |= ((place >> bit) & 1) << (BITS - 1 - bit);
  return reversed;
});

/** ms that a beat may be early: half of the resolution of a timer. */
const EARLY_MS = 0.5;

/**
 * ms after which a beat is late by more than the resolution of timers: the process was held up. Timers come before sockets, so
 * that what came in meanwhile is still to be read; a step without it would leave every player's input standing for seconds.
 */
const HELD_UP_MS = 2;

/** Beats that are made up for at once, as many as Colyseus makes up for; the others are given up. */
const MOST_AT_ONCE = 5;

interface Member {
  readonly beat: Beat;
  readonly periodMs: number;
  readonly place: number;
  dueAt: number;
}

/** Timers of Node have a resolution of 1 ms and count from the beginning of the loop's turn; an early one is set anew. */
const PROCESS: Pulse = {
  now: () => performance.now(),
  wake(then, ms) {
    if (ms <= 0) setImmediate(then);
    else setTimeout(then, Math.max(1, Math.round(ms)));
  },
};

/** Starts without members, and sleeps while there are none. */
export function createMetronome({ now, wake }: Pulse = PROCESS): Metronome {
  const members: Member[] = [];
  const taken = new Uint16Array(PLACES.length);
  let awaited = false;
  /** Whether input was looked for since the process was held up. */
  let hasLooked = false;

  const earliest = (): Member | undefined => {
    let first = members[0];
    for (let i = 1; i < members.length; i++) if (members[i]!.dueAt < first!.dueAt) first = members[i];
    return first;
  };

  const sleep = (): void => {
    const next = earliest();
    if (next === undefined || awaited) return;
    awaited = true;
    const ms = next.dueAt - now();
    wake(turn, ms <= EARLY_MS ? 0 : ms);
  };

  /** Everything that is due by now, and nothing that becomes due meanwhile: input is read in between. */
  const turn = (): void => {
    awaited = false;
    const until = now() + EARLY_MS;
    const isHeldUp = until - (earliest()?.dueAt ?? until) > HELD_UP_MS;
    hasLooked = isHeldUp && !hasLooked;
    if (hasLooked) {
      sleep();
      return;
    }
    try {
      for (let next = earliest(); next !== undefined && next.dueAt <= until; next = earliest()) {
        const { periodMs, beat } = next;
        const backlog = Math.floor((until - next.dueAt) / periodMs);
        if (backlog >= MOST_AT_ONCE) next.dueAt += (backlog - MOST_AT_ONCE + 1) * periodMs;
        const { dueAt } = next;
        next.dueAt += periodMs;
        beat(dueAt, Math.min(backlog, MOST_AT_ONCE - 1));
      }
    } finally {
      sleep();
    }
  };

  /** The emptiest place. */
  const place = (): number => {
    let best = PLACES[0]!;
    for (const each of PLACES) if (taken[each]! < taken[best]!) best = each;
    return best;
  };

  return {
    join(beat, periodMs, cycle) {
      const at = place();
      const cycleMs = cycle * periodMs;
      const offset = (at / PLACES.length) * cycleMs;
      const dueAt = Math.ceil((now() + periodMs - offset) / cycleMs) * cycleMs + offset;
      const member = { beat, periodMs, place: at, dueAt };
      taken[at]! += 1;
      members.push(member);
      sleep();
      return () => {
        const index = members.indexOf(member);
        if (index < 0) return;
        members.splice(index, 1);
        taken[at]! -= 1;
      };
    },
  };
}
