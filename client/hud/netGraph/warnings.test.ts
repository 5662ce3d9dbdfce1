import { expect, test } from "vitest";
import { createWarner, WARNING_MS, type Warning } from "./warnings.ts";

const GOOD = { stalledMs: 0, serverTicksPerS: 60, jitterMs: 3, interpolationMs: 80, pingMs: 40 };

/** What is warned of after a link has been like this for a while. */
function after(ms: number, link: typeof GOOD): readonly Warning[] {
  const warner = createWarner();
  let seen: readonly Warning[] = [];
  for (let now = 0; now <= ms; now += 100) seen = warner.look(link, now);
  return seen;
}

test("a good link warns of nothing, nor does one of which nothing is known", () => {
  expect(after(5000, GOOD)).toEqual([]);
  expect(after(5000, { ...GOOD, serverTicksPerS: 0 })).toEqual([]);
});

test("each trouble has its own warning, the most urgent first", () => {
  const bad = { stalledMs: 300, serverTicksPerS: 45, jitterMs: 60, interpolationMs: 250, pingMs: 250 };
  expect(after(3000, bad)).toEqual(["stall", "slowServer", "jitter", "far"]);
  expect(after(3000, { ...GOOD, jitterMs: 60 })).toEqual(["jitter"]);
  expect(after(3000, { ...GOOD, interpolationMs: 180 })).toEqual(["jitter"]);
  expect(after(3000, { ...GOOD, serverTicksPerS: 45 })).toEqual(["slowServer"]);
  expect(after(3000, { ...GOOD, pingMs: 200 })).toEqual(["far"]);
});

test("a stall is told at once; jitter and distance have to last", () => {
  expect(after(0, { ...GOOD, stalledMs: 260 })).toEqual(["stall"]);
  expect(after(1000, { ...GOOD, interpolationMs: 300, pingMs: 300 })).toEqual([]);
});

test("a short stall stays long enough to be seen, and then goes", () => {
  const warner = createWarner();
  warner.look({ ...GOOD, stalledMs: 260 }, 0);
  expect(warner.look(GOOD, 100)).toEqual(["stall"]);
  expect(warner.look(GOOD, WARNING_MS - 1)).toEqual(["stall"]);
  expect(warner.look(GOOD, WARNING_MS)).toEqual([]);
});

test("one ping that is late is no warning: the cause must hold without a break", () => {
  const warner = createWarner();
  const seen: number[] = [];
  for (let now = 0; now < 20_000; now += 100)
    seen.push(warner.look({ ...GOOD, pingMs: now % 2000 < 1000 ? 300 : 40 }, now).length);
  expect(Math.max(...seen)).toBe(0);
});

test("a figure about the mark does not flicker: the warning goes at a lower one", () => {
  const warner = createWarner();
  const seen: number[] = [];
  for (let now = 0; now < 20_000; now += 100) {
    // 1.9 s above the mark, then 0.1 s below it, and so on.
    seen.push(warner.look({ ...GOOD, pingMs: now % 2000 < 1900 ? 185 : 175 }, now).length);
  }
  const changes = seen.filter((count, i) => i > 0 && count !== seen[i - 1]).length;
  expect(changes).toBe(1);
  expect(warner.look({ ...GOOD, pingMs: 150 }, 20_000)).toEqual([]);
});
