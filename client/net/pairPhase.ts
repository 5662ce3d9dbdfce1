/**
 * On which of the server's ticks pairs of commands begin. A patch is made after every second tick: when the first of a pair is
 * worked off on that very tick, the patch acknowledges a command that has just come; when it is the second one, which has
 * waited a tick longer, all of them are 17 ms old. On average commands wait as long in both, but the prediction is put right
 * sooner. A single command on its own moves all pairs behind it by a tick.
 */

/** Patches in a row that must tell the same: half a second, so that a tick without a command changes nothing. */
const SURE = 15;

/** Patches after which a change shows at the latest: two seconds, more than any way there and back. */
const PATIENCE = 60;

export interface PairPhase {
  /** So many commands have left in one frame. */
  sent(commands: number): void;
  /** A patch acknowledges so many commands of this connection. */
  acknowledged(count: number): void;
  /** Whether the next command shall go alone; says so once. */
  turns(): boolean;
  /** Another connection counts anew. */
  reset(): void;
}

export function createPairPhase(): PairPhase {
  let count = 0;
  /** Number of the last command of a pair, of which only whether it is even matters. */
  let end = 0;
  let late = 0;
  let wait = 0;
  let turning = false;
  return {
    sent(commands) {
      count += commands;
      if (commands > 1) end = count;
    },
    acknowledged(acked) {
      if (wait > 0) {
        wait -= 1;
        return;
      }
      late = acked > 0 && (acked - end) % 2 === 0 ? late + 1 : 0;
      turning ||= late >= SURE;
    },
    turns() {
      if (!turning) return false;
      turning = false;
      late = 0;
      wait = PATIENCE;
      return true;
    },
    reset() {
      count = 0;
      end = 0;
      late = 0;
      wait = 0;
      turning = false;
    },
  };
}
