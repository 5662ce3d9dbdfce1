/**
 * The way to stop: nobody new comes in, those who play may finish their round up to a deadline, what is known goes to
 * the disk, and the process ends with 0. A second signal, or the deadline, ends the rounds at once.
 */
import { matchMaker, type Server } from "@colyseus/core";
import { CLOSE } from "../../shared/protocol.ts";
import { log } from "./log.ts";

/** What a drain does to the server; each named for what it is, so that a test can put its own in place. */
export interface DrainSteps {
  /** Locks the door and tells the rooms; resolves when the last room is gone and the sockets are closed. */
  close(): Promise<void>;
  /** Ends every room now. */
  cut(): void;
  /** Hands everything that is known to the disk. */
  flush(): Promise<void>;
  exit(code: number): void;
  /** For people: what goes on. */
  say(line: string): void;
}

/** Milliseconds in which two signals are one: npm, its shell and the terminal each pass on the same Ctrl+C. */
export const SAME_SIGNAL_MS = 200;

/** Milliseconds from the cut to the last flush, for closing codes. */
export const FUSE_MS = 3000;

/** Milliseconds that the last flush may take: a disk that hangs must not keep the process. */
export const FLUSH_MS = 2000;

/**
 * @param deadlineS seconds that rounds may take to end
 * @returns to be called for each signal to stop
 */
export function createDrain(deadlineS: number, steps: DrainSteps): () => void {
  let phase: "open" | "draining" | "cut" = "open";
  let signalledAt = 0;

  const end = async (): Promise<void> => {
    const late = setTimeout(() => steps.exit(0), FLUSH_MS);
    await steps.flush();
    clearTimeout(late);
    steps.exit(0);
  };

  const cut = (): void => {
    if (phase === "cut") return;
    phase = "cut";
    // A room that cannot be closed any more must not keep the process.
    setTimeout(end, FUSE_MS);
    steps.cut();
  };

  return () => {
    const now = performance.now();
    if (phase !== "open") {
      if (now - signalledAt > SAME_SIGNAL_MS) cut();
      return;
    }
    phase = "draining";
    signalledAt = now;
    if (deadlineS > 0) {
      steps.say(`Stopping: rounds have ${deadlineS} s to end. Once more, and it stops now.`);
      setTimeout(cut, deadlineS * 1000);
    }
    const closed = steps.close();
    if (deadlineS === 0) cut();
    closed.then(end, end);
  };
}

/**
 * How Colyseus is drained. From the first step on its matchmaking answers 503, rooms are locked and asked through
 * `onBeforeShutdown`, and lost connections may still come back to their seats.
 */
export function drainSteps(
  server: Pick<Server, "gracefullyShutdown">,
  flush: () => Promise<void>,
): DrainSteps {
  return {
    close: () => server.gracefullyShutdown(false),
    cut() {
      try {
        for (const room of matchMaker.disconnectAll(CLOSE.shutdown.code)) room.catch(() => {});
      } catch (err) {
        // A room that is just being made cannot be closed; the end comes without it.
        log.error({ err }, "not every room could be closed");
      }
    },
    flush,
    exit: (code) => process.exit(code),
    say: (line) => console.log(line),
  };
}
