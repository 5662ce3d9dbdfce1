/** How many tests ended in which way. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What is read of the report of Vitest's JSON reporter. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/**
 * The counts of a stage. One that failed counts as one failure when no test says so: a type error, a file that
 * could not be loaded, a crash before the report. So "0 failed" always means that all is well.
 * @param report what Vitest left behind; undefined for a stage without tests, or when it left nothing
 */
export function countsOf(ok: boolean, report: VitestReport | undefined): Counts {
  const counts =
    report === undefined
      ? NONE
      : {
          passed: report.numPassedTests,
          failed: report.numFailedTests,
          skipped: report.numPendingTests + report.numTodoTests,
        };
  return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The last line of a run. Machines read it: keep its form. */
export function summary({ passed, failed, skipped }: Counts): string {
  return `Crosswire: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
