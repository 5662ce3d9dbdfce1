/** A bug report: the last minute of the link and what happened to it, as JSON. It names no player. */
import type { Status } from "../../net/index.ts";
import { type LinkLog, LOG_EVERY_MS, LOG_MS, LOGGED } from "./log.ts";
import type { Warning } from "./warnings.ts";

/** Of the format, to be raised when a reader of old reports would misunderstand new ones. */
export const REPORT_VERSION = 1;

/** What the page knows besides the link. */
export interface ReportFacts {
  /** Id of the client's build; empty while developing. */
  readonly build: string;
  readonly userAgent: string;
  /** Of the window, such as "1280x720@2": css px, and device px to each of them. */
  readonly window: string;
  readonly device: string;
  readonly room: string;
  readonly arena: string;
  readonly mode: string;
  readonly phase: string;
}

/** Something that happened to the link. */
interface Entry {
  readonly at: number;
  readonly says: string;
}

/** What happened to the link within the last minute, and how it stood before. Times are those of performance.now(). */
export interface Diary {
  /** The seat's status has changed. */
  status(status: Status, now: number): void;
  /** Other warnings are shown than before. */
  warnings(warnings: readonly Warning[], now: number): void;
  entries(now: number): readonly { readonly secondsAgo: number; readonly says: string }[];
}

/** Entries that are kept at most, so that a link that flutters cannot fill the memory. */
const MOST_ENTRIES = 200;

export function createDiary(): Diary {
  let entries: Entry[] = [];
  const note = (says: string, now: number): void => {
    const before = entries.findLastIndex(({ at }) => now - at > LOG_MS);
    entries = [...entries.slice(Math.max(0, before)), { at: now, says }].slice(-MOST_ENTRIES);
  };
  return {
    status(status, now) {
      note(status.at === "closed" ? `closed ${status.reason.code}` : status.at, now);
    },
    warnings(warnings, now) {
      note(`warnings: ${warnings.join(", ") || "none"}`, now);
    },
    entries: (now) => entries.map(({ at, says }) => ({ secondsAgo: tenths((now - at) / 1000), says })),
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * The report as text. Rows are the oldest first, their columns named by `columns`; `timeMs` counts back from the report.
 * @param now of performance.now()
 * @param made when, by the calendar
 */
export function reportText(log: LinkLog, diary: Diary, facts: ReportFacts, now: number, made: Date): string {
  const rows: number[][] = [];
  for (let back = log.length - 1; back >= 0; back--) {
    const timeMs = log.figure("timeMs", back);
    if (now - timeMs > LOG_MS) continue;
    rows.push(
      LOGGED.map((name) => {
        const value = log.figure(name, back);
        if (name === "timeMs") return Math.round(timeMs - now);
        // Small ones, such as the size of a correction, need their digits; of a ping of 142.3 ms nobody needs the last.
        return Math.abs(value) < 10 ? Math.round(value * 100) / 100 : Math.round(value);
      }),
    );
  }
  return JSON.stringify({
    crosswireReport: REPORT_VERSION,
    made: made.toISOString(),
    ...facts,
    happened: diary.entries(now),
    everyMs: LOG_EVERY_MS,
    columns: LOGGED,
    rows,
  });
}
