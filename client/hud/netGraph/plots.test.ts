import { expect, test } from "vitest";
import { twoPlayers } from "../testing.ts";
import { createLinkLog, LOG_EVERY_MS } from "./log.ts";
import { fullOf, PLOTS, SHOWN_MS, shownRows } from "./plots.ts";

const ping = PLOTS.find(({ figure }) => figure === "pingMs")!;

function logOf(pings: readonly number[]) {
  const log = createLinkLog();
  const { link } = twoPlayers();
  for (const [i, pingMs] of pings.entries()) log.write(Object.assign(link, { pingMs }), i * LOG_EVERY_MS);
  return { log, now: (pings.length - 1) * LOG_EVERY_MS };
}

test("a graph shows ten seconds and nothing older", () => {
  const few = logOf([40, 41, 42]);
  expect(shownRows(few.log, few.now)).toBe(3);
  const many = logOf(Array.from({ length: 300 }, () => 40));
  expect(shownRows(many.log, many.now)).toBe(SHOWN_MS / LOG_EVERY_MS);
  // The page was away: what was logged before is not drawn as if it were new.
  expect(shownRows(many.log, many.now + SHOWN_MS - 950)).toBe(10);
});

test("the scale doubles until the largest value fits, and comes back when that has left the graph", () => {
  const calm = Array.from({ length: 50 }, () => 40);
  const high = logOf([...calm, 390, ...calm]);
  expect(fullOf(ping, high.log, high.now)).toBe(400);
  const later = logOf([390, ...calm, ...calm, ...calm]);
  expect(fullOf(ping, later.log, later.now)).toBe(100);
});
