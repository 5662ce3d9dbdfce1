import { expect, test } from "vitest";
import { twoPlayers } from "../testing.ts";
import { createLinkLog, LOG_EVERY_MS, LOG_MS } from "./log.ts";

const link = () => twoPlayers().link;

test("keeps the last minute, the newest row first, and forgets what is older", () => {
  const log = createLinkLog();
  const one = link();
  const rows = LOG_MS / LOG_EVERY_MS;
  for (let row = 0; row < rows + 50; row++) {
    one.pingMs = row;
    log.write(one, row * LOG_EVERY_MS);
  }
  expect(log.length).toBe(rows);
  expect(log.figure("pingMs", 0)).toBe(rows + 49);
  expect(log.figure("pingMs", rows - 1)).toBe(50);
  expect(log.figure("timeMs", rows - 1)).toBe(50 * LOG_EVERY_MS);
});

test("a row has the worst that its frames have seen, and the next one begins anew", () => {
  const log = createLinkLog();
  const one = link();
  for (const [now, patchGapMs, stalledMs] of [
    [0, 33, 0],
    [16, 180, 260],
    [66, 20, 0],
  ] as const) {
    log.frame(Object.assign(one, { patchGapMs, stalledMs }), now);
  }
  log.write(one, 70);
  log.frame(one, 82);
  log.write(one, 170);
  expect([log.figure("patchGapMs", 1), log.figure("stalledMs", 1), log.figure("frameMs", 1)]).toEqual([
    180, 260, 50,
  ]);
  expect([log.figure("patchGapMs", 0), log.figure("stalledMs", 0), log.figure("frameMs", 0)]).toEqual([
    20, 0, 16,
  ]);
});

test("a correction is told in the row in which it came, not for ever after", () => {
  const log = createLinkLog();
  const one = link();
  log.write(one, 0);
  Object.assign(one, { corrections: 3, correctionPx: 1.5 });
  log.write(one, 100);
  log.write(one, 200);
  expect([2, 1, 0].map((back) => log.figure("corrections", back))).toEqual([0, 3, 0]);
  expect([2, 1, 0].map((back) => log.figure("correctionPx", back))).toEqual([0, 1.5, 0]);
});

test("counts frames over the last half second", () => {
  const log = createLinkLog();
  const one = link();
  expect(log.framesPerS()).toBe(0);
  for (let now = 0; now <= 1200; now += 20) {
    log.frame(one, now);
    if (now % 100 === 0) log.write(one, now);
  }
  expect(log.framesPerS()).toBeCloseTo(50, 5);
});
