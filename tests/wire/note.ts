import type { RunnerTask } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** Figures and remarks that `npm run test:wire` prints. */
    notes?: string[];
  }
}

/** Leaves a line for whoever reads the run. */
export function note(task: Readonly<Pick<RunnerTask, "meta">>, line: string): void {
  task.meta.notes ??= [];
  task.meta.notes.push(line);
  console.log(line);
}
