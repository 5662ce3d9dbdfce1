import { expect, test } from "vitest";
import { summarize, type WireReport } from "./report.ts";

type Result = WireReport["testResults"][number]["assertionResults"][number];

const result = (group: string, title: string, status: string, notes?: string[]): Result => ({
  ancestorTitles: [group],
  title,
  status,
  failureMessages: status === "failed" ? ["Error: expected 1002\n  at here"] : [],
  ...(notes === undefined ? {} : { meta: { notes } }),
});

const report = (results: readonly Result[], message = ""): WireReport => ({
  success: results.every(({ status }) => status !== "failed"),
  testResults: [{ name: "a.test.ts", message, assertionResults: results }],
});

const GOOD = [
  result("§5.1 masking", "closes", "passed", ["6 bytes"]),
  result("§5.1 masking", "never masks", "passed"),
  result("a stock server reads a frame", "§5.2 whose length is long", "passed"),
  result("Java", "plays", "skipped", ["skipped: there is no Java"]),
  result("Python", "plays", "passed"),
];

test("cases are counted by section, gaps and clients apart, and notes are shown below their group", () => {
  const { lines, ok } = summarize(report(GOOD));
  expect(ok).toBe(true);
  expect(lines).toContain("      2/2  §5.1 masking");
  expect(lines[lines.indexOf("      2/2  §5.1 masking") + 1]?.trim()).toBe("6 bytes");
  expect(lines.map((line) => line.trim())).toContain("skipped: there is no Java");
  expect(lines.at(-1)).toBe(
    "RFC 6455: 2 cases tried, 2 passed. Gaps upstream: 1 of 1. Independent clients: 1 played, 1 well.",
  );
});

test("sections are in the order of the RFC", () => {
  const [, first, second] = summarize(
    report([result("§5.10 b", "x", "passed"), result("§5.2 a", "x", "passed")]),
  ).lines;
  expect([first, second]).toEqual(["      1/1  §5.2 a", "      1/1  §5.10 b"]);
});

test("a failed case is named, and the run is not well", () => {
  const { lines, ok } = summarize(report([...GOOD, result("§7.4 close codes", "1005", "failed")]));
  expect(ok).toBe(false);
  expect(lines.map((line) => line.trim())).toContain("FAILED 1005: Error: expected 1002");
  expect(lines.at(-1)).toContain("3 cases tried, 2 passed");
});

test("a run without cases, with a failed client or with a file that broke is not well", () => {
  expect(summarize(report([])).ok).toBe(false);
  expect(summarize(report([...GOOD, result("Chromium", "plays", "failed")])).ok).toBe(false);
  expect(summarize(report(GOOD, "the server ended")).ok).toBe(false);
});
