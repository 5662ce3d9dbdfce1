import { expect, test } from "vitest";
import { quantile, ratioOf, short, spreadOf, spreadText } from "./spread.ts";

test("a spread is the median and the range, whatever the order of the runs", () => {
  expect(spreadOf([5, 1, 3])).toEqual({ median: 3, min: 1, max: 5, runs: 3 });
  expect(spreadOf([4, 1, 2, 3]).median).toBe(2.5);
  expect(() => spreadOf([])).toThrow("nothing was measured");
});

test("a ratio compares each run with the one of its own turn", () => {
  expect(ratioOf([10, 40], [5, 10])).toEqual({ median: 3, min: 2, max: 4, runs: 2 });
});

test("a quantile of sorted values is one of them, and of none it is nothing", () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(3);
  expect(quantile([1, 2, 3, 4], 1)).toBe(4);
  expect(quantile([], 0.5)).toBeNaN();
});

test("figures have three digits that count", () => {
  expect([0.12345, 1.2345, 12.345, 1234.5, Number.NaN].map(short)).toEqual([
    ...["0.123", "1.23", "12.3", "1,235", "-"],
  ]);
  expect(spreadText({ median: 2, min: 1, max: 3, runs: 3 }, " ms")).toBe("2.00 ms (1.00 to 3.00)");
});
