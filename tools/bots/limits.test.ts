import { describe, expect, it } from "vitest";
import { judge, LimitError, parseLimit, withDefaults } from "./limits.ts";

describe("a limit", () => {
  it.each([
    ["rtt.p99<80ms", "rtt.p99", "<", 80],
    ["rtt.p99 < 0.08 s", "rtt.p99", "<", 80],
    ["tick.p999<=900us", "tick.p999", "<=", 0.9],
    ["down.mean<5kB/s", "down.mean", "<", 5000],
    ["down.mean<5000", "down.mean", "<", 5000],
    ["errors=0", "errors", "=", 0],
    ["memory.slope<1MB/min", "memory.slope", "<", 1000],
    ["memory.slope>-20", "memory.slope", ">", -20],
    ["generator.busy<80%", "generator.busy", "<", 80],
    ["joins >= 200", "joins", ">=", 200],
  ])("%s is read", (text, metric, comparison, bound) => {
    expect(parseLimit(text)).toMatchObject({ metric, comparison, bound: expect.closeTo(bound, 9) });
  });

  it.each([
    ["rtt<80ms", 'there is no metric "rtt"'],
    ["rtt.p98<80ms", 'there is no metric "rtt.p98"'],
    ["ping.p99<80ms", 'there is no metric "ping.p99"'],
    ["toString.p99<1", "there is no metric"],
    ["rtt.p99<80kB", 'rtt.p99 is given in ms, us, s, not in "kB"'],
    ["errors<1ms", 'errors has no unit, not in "ms"'],
    ["rtt.p99!80", "--assert takes a metric"],
    ["rtt.p99<", "--assert takes a metric"],
    ["rtt.p99<80<90", "--assert takes a metric"],
    ["", "--assert takes a metric"],
  ])("%s is refused, and told why", (text, says) => {
    expect(() => parseLimit(text)).toThrow(LimitError);
    expect(() => parseLimit(text)).toThrow(says);
  });

  it("holds or not by what was measured; what was not measured does not hold", () => {
    const limits = ["rtt.p99<80ms", "rtt.p50>=5", "errors=0", "cpu<90"].map(parseLimit);
    const verdicts = judge(limits, { "rtt.p99": 80, "rtt.p50": 5, errors: 0 });
    expect(verdicts.map(({ holds }) => holds)).toEqual([false, true, true, false]);
    expect(verdicts[3]!.value).toBeNull();
  });
});

describe("what has to hold anyway", () => {
  const names = (texts: readonly string[], mayBreak = false): string[] =>
    withDefaults(texts.map(parseLimit), mayBreak).map(({ text }) => text);

  it("is that nothing goes wrong, unless something else was said of it", () => {
    expect(names(["rtt.p99<80ms"])).toEqual(["rtt.p99<80ms", "errors=0", "disconnects=0"]);
    expect(names(["errors<5"])).toEqual(["errors<5", "disconnects=0"]);
  });

  it("does not forbid breaks on a network that breaks off by itself", () => {
    expect(names([], true)).toEqual(["errors=0"]);
  });
});
