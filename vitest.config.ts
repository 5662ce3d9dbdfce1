import { defineConfig } from "vitest/config";

/** What measures time, or takes the whole machine. */
const PACED = [
  "tests/integration/{flood,hostile,pacing,probes,timelines}.test.ts",
  "tests/torture/torture.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // Beside the code; tests/*.test.ts holds what looks at the whole repository.
          include: ["{client,server,shared,tools}/**/*.test.{ts,tsx,mjs}", "tests/*.test.ts"],
          // Rules keep nothing between two tests: one load of every module serves all files, at half the time.
          isolate: false,
          // The main process only waits for them: Vitest would keep a core for it.
          maxWorkers: 2,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/{integration,torture}/**/*.test.ts"],
          exclude: PACED,
          // Real servers, but most of the time is waited away: a few at once cost nobody anything.
          maxWorkers: 4,
          // They are timed against each other's load, too: what fails twice in a row is no chance.
          retry: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: "integration-paced",
          include: PACED,
          // These look at pace or load the machine: side by side they would slow each other down.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // Whatever else the machine does for a moment is no fault of the pace: twice in a row is no chance.
          retry: 1,
        },
      },
      {
        test: {
          name: "wire",
          include: ["tests/wire/**/*.test.ts"],
          // As with integration, and beside it; clients in other languages take their time to start.
          maxWorkers: 4,
          retry: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          // One at a time: without graphics each takes both cores, and two of them only keep each other waiting.
          maxWorkers: 1,
          // A round in software rendering on a small machine takes its time.
          testTimeout: 240_000,
          // Without graphics a page may stand still for seconds just when a test needs it: three times in a row is no chance.
          retry: 2,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
