import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { canInstall, findChromium } from "./chromium.ts";
import { add, countsOf, NONE, summary } from "./counts.ts";
import { KINDS, readOnly, stagesFor } from "./stages.ts";

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 2 };

test("a run has every gate once, and every kind of test", () => {
  const names = stagesFor().map((stage) => stage.name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(["types", "lint", "atlas", "client"]));
  const scripts = stagesFor().flatMap((stage) => stage.script);
  for (const kind of KINDS) expect(scripts.filter((word) => word === `${kind}*`)).toHaveLength(1);
});

test("the limits of all gates together stay below an hour, so that a hang is reported", () => {
  const seconds = stagesFor().reduce((sum, stage) => sum + stage.limitS, 0);
  expect(seconds).toBeLessThan(60 * 60);
});

test("browser tests find a browser and a built client, whether they run alone or with all", () => {
  for (const only of [undefined, "browser"] as const) {
    const names = stagesFor(only).map((stage) => stage.name);
    expect(names.indexOf("chromium")).toBeGreaterThanOrEqual(0);
    expect(names.indexOf("chromium")).toBeLessThan(names.indexOf("browser"));
    expect(names.indexOf("client")).toBeLessThan(names.indexOf("browser"));
  }
});

test("every script of a gate exists", () => {
  const missing = stagesFor().filter((stage) => !existsSync(stage.script[0] ?? ""));
  expect(missing.map((stage) => stage.name)).toEqual([]);
});

test("--only takes the kinds of test and nothing else", () => {
  expect(readOnly([])).toBeUndefined();
  expect(readOnly(["--only", "unit"])).toBe("unit");
  for (const wrong of [["--only"], ["--only", "all"], ["unit"], ["--only", "unit", "-v"]]) {
    expect(() => readOnly(wrong)).toThrow("--only unit|integration|wire|browser");
  }
});

test("counts are those of the reports, summed", () => {
  const unit = countsOf(true, report);
  const browser = countsOf(false, { ...report, numPassedTests: 1, numFailedTests: 2 });
  expect(unit).toEqual({ passed: 5, failed: 0, skipped: 3 });
  expect([unit, browser].reduce(add, NONE)).toEqual({ passed: 6, failed: 2, skipped: 6 });
});

test("a stage without tests counts only when it fails", () => {
  expect(countsOf(true, undefined)).toEqual(NONE);
  expect(countsOf(false, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a crash that no test reports is a failure all the same", () => {
  expect(countsOf(false, report).failed).toBe(1);
});

test("the last line has the form that machines read", () => {
  expect(summary({ passed: 123, failed: 0, skipped: 2 })).toBe("Crosswire: 123 passed, 0 failed, 2 skipped");
  expect(summary({ passed: 7, failed: 1, skipped: 0 })).toBe("Crosswire: 7 passed, 1 failed");
});

test("Chromium is taken from where it lies", () => {
  expect(findChromium("", (path) => path === "/usr/bin/google-chrome")).toBe("/usr/bin/google-chrome");
  expect(findChromium("", () => true)).toBe("/usr/bin/chromium");
  expect(findChromium("", () => false)).toBeUndefined();
});

test("a chosen Chromium goes first, and is never silently replaced by another", () => {
  expect(findChromium("/opt/chrome", () => true)).toBe("/opt/chrome");
  expect(() => findChromium("/opt/chrome", (path) => path === "/usr/bin/chromium")).toThrow("/opt/chrome");
});

test("Chromium is installed unasked only by root on Debian", () => {
  const debian = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n';
  expect(canInstall(debian, 0)).toBe(true);
  expect(canInstall(debian, 1000)).toBe(false);
  expect(canInstall(debian, undefined)).toBe(false);
  expect(canInstall("ID=ubuntu\nID_LIKE=debian\n", 0)).toBe(false);
  expect(canInstall("", 0)).toBe(false);
});
