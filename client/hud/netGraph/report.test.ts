import { expect, test } from "vitest";
import { CLOSE } from "../../../shared/protocol.ts";
import { twoPlayers } from "../testing.ts";
import { createLinkLog, LOG_EVERY_MS, LOG_MS } from "./log.ts";
import { createDiary, type ReportFacts, reportText } from "./report.ts";

const FACTS: ReportFacts = {
  build: "abc123",
  userAgent: "a browser",
  window: "1280x720@2",
  device: "desktop",
  room: "r1",
  arena: "foundry",
  mode: "ffa",
  phase: "live",
};
const MADE = new Date("2030-01-02T03:04:05Z");

/** A minute and more of a lively link, and the time at its end. */
function longLog() {
  const log = createLinkLog();
  const { link } = twoPlayers();
  let now = 5000;
  for (let row = 0; row < (LOG_MS / LOG_EVERY_MS) * 1.2; row++) {
    now += LOG_EVERY_MS + 0.3;
    const wave = Math.sin(row);
    Object.assign(link, {
      pingMs: 142.345 + wave,
      jitterMs: 11.123 + wave,
      bytesInPerS: 14_321 + 99.7 * wave,
    });
    Object.assign(link, { corrections: row, correctionPx: 0.123456, earlyMs: 21.5, rewindMs: 187.654 });
    log.frame(link, now);
    log.write(link, now);
  }
  return { log, now };
}

test("carries the last minute, oldest first, with what is needed to read it", () => {
  const { log, now } = longLog();
  const report = JSON.parse(reportText(log, createDiary(), FACTS, now, MADE));
  expect(report).toMatchObject({ crosswireReport: 1, made: "2030-01-02T03:04:05.000Z", ...FACTS });
  expect(report.rows.length).toBeGreaterThan(590);
  expect(report.rows.length).toBeLessThanOrEqual(600);
  const at = (name: string): number => report.columns.indexOf(name);
  expect(report.rows[0][at("timeMs")]).toBeGreaterThanOrEqual(-LOG_MS);
  expect(report.rows.at(-1)[at("timeMs")]).toBe(0);
  expect(report.rows.at(-1)[at("correctionPx")]).toBe(0.12);
  for (const row of report.rows) expect(row.length).toBe(report.columns.length);
});

test("fits into a bug report of 65,536 characters", () => {
  const { log, now } = longLog();
  expect(reportText(log, createDiary(), FACTS, now, MADE).length).toBeLessThan(60_000);
});

test("tells what happened to the link within the minute, and how it stood when the minute began", () => {
  const diary = createDiary();
  diary.status({ at: "playing" }, 0);
  diary.status({ at: "reconnecting", since: 90_000, until: 99_000, attempt: 0 }, 90_000);
  diary.status({ at: "playing" }, 91_040);
  diary.warnings(["stall", "far"], 95_000);
  diary.warnings([], 97_000);
  diary.status({ at: "closed", reason: CLOSE.unreachable }, 100_000);
  expect(diary.entries(100_000)).toEqual([
    { secondsAgo: 100, says: "playing" },
    { secondsAgo: 10, says: "reconnecting" },
    { secondsAgo: 9, says: "playing" },
    { secondsAgo: 5, says: "warnings: stall, far" },
    { secondsAgo: 3, says: "warnings: none" },
    { secondsAgo: 0, says: `closed ${CLOSE.unreachable.code}` },
  ]);
});

test("forgets older entries but for the last of them, and a fluttering link cannot fill the memory", () => {
  const diary = createDiary();
  diary.status({ at: "playing" }, 0);
  diary.warnings(["far"], 1000);
  diary.warnings(["jitter"], 2 * LOG_MS);
  expect(diary.entries(2 * LOG_MS).map(({ says }) => says)).toEqual(["warnings: far", "warnings: jitter"]);
  for (let i = 0; i < 1000; i++) diary.warnings(i % 2 === 0 ? ["stall"] : [], 2 * LOG_MS + i);
  expect(diary.entries(2 * LOG_MS + 1000).length).toBeLessThanOrEqual(200);
});
