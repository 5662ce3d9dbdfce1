/** What a run leaves behind: JSON that names its machine, in artifacts/bench, and what the docs keep in docs/figures. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Machine } from "./machine.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where each run leaves its figures. */
export const ARTIFACTS = `${ROOT}artifacts/bench/`;

/** Figures that docs/performance.md is made of. */
export const KEPT = `${ROOT}docs/figures/`;

/** The figures of one section. */
export interface Report<F = unknown> {
  readonly section: string;
  /** Day of the run, UTC. */
  readonly day: string;
  readonly quick: boolean;
  readonly tookS: number;
  readonly machine: Machine;
  readonly figures: F;
}

/** Writes a report into a folder, as every reader of JSON and of diffs likes it. */
export function writeReport(folder: string, report: Report): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${report.section}.json`, `${JSON.stringify(report, null, 2)}\n`);
}

/** Reads the report of a section; null when there is none. */
export function readReport(folder: string, section: string): Report | null {
  const file = `${folder}${section}.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : null;
}
