/**
 * An append-only file of JSON lines. Whoever appends never waits: lines are queued and written in the background,
 * many at once when many have come, and `flush` says when everything is out.
 */
import { openSync, write } from "node:fs";
import { promisify } from "node:util";

export interface LineLog {
  /** Queues one line; returns at once. */
  append(line: object): void;
  /** Resolves when everything appended so far is with the operating system, or could not be written. */
  flush(): Promise<void>;
}

/** Lines that may wait for a disk that takes none; the oldest give way. */
const MOST_WAITING = 10_000;

const writeSome = promisify(write);

/** A log that keeps nothing. */
export const NO_LINES: LineLog = { append() {}, flush: async () => {} };

/**
 * Opens a file to append to and creates it when it is missing. It stays open as long as the process lives.
 * @param onFault told when a write fails; what it left goes out with the next line or flush
 * @throws what the operating system says when the file cannot be opened
 */
export function openLines(file: string, onFault: (error: unknown) => void): LineLog {
  const handle = openSync(file, "a");
  let waiting: string[] = [];
  /** What is being written, from the first byte that is not out yet: a fault in the middle doubles nothing. */
  let rest: Buffer = Buffer.alloc(0);
  let writing: Promise<void> | null = null;

  const writeAll = async (): Promise<void> => {
    while (rest.length > 0 || waiting.length > 0) {
      if (rest.length === 0) {
        rest = Buffer.from(waiting.join(""));
        waiting = [];
      }
      const { bytesWritten } = await writeSome(handle, rest);
      rest = rest.subarray(bytesWritten);
    }
  };

  const begin = (): Promise<void> => {
    writing ??= writeAll()
      .catch(onFault)
      .finally(() => {
        writing = null;
      });
    return writing;
  };

  return {
    append(line) {
      if (waiting.length === MOST_WAITING) waiting.shift();
      waiting.push(`${JSON.stringify(line)}\n`);
      void begin();
    },
    flush: begin,
  };
}
