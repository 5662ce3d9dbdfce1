import { expect, test } from "vitest";
import { type BarChart, draw, type LineChart } from "./index.ts";

const BARS: BarChart = {
  kind: "bars",
  title: "a < b",
  unit: "B",
  parts: ["state", "events"],
  bars: [
    { name: "one", values: [10, 30] },
    { name: "two", values: [20, 0] },
  ],
};

const LINES: LineChart = {
  kind: "lines",
  title: "late",
  xLabel: "players",
  yLabel: "ms",
  bound: { y: 8, name: "bound" },
  curves: [
    { name: "a", points: [[0, 1] as const, [100, 4] as const] },
    { name: "b", points: [[50, 16] as const] },
  ],
};

/** Numbers of an attribute, in the order of the picture. */
function numbers(svg: string, element: string, attribute: string): number[] {
  const found = svg.matchAll(new RegExp(`<${element} [^>]*?\\b${attribute}="([\\d.]+)"`, "g"));
  return [...found].map(([, value]) => Number(value));
}

test("bars are as long as their values, and parts follow each other", () => {
  const svg = draw(BARS);
  const [, first, second, third] = numbers(svg, "rect", "width");
  expect(second! / first!).toBeCloseTo(3, 1);
  expect(third! / first!).toBeCloseTo(2, 1);
  const [x1, x2] = numbers(svg, "rect", "x");
  expect(x2).toBeCloseTo(x1! + first!, 0);
});

test("what is written is escaped", () => {
  expect(draw(BARS)).toContain("a &lt; b");
});

test("on a logarithmic axis each tenfold is one step further", () => {
  const values = [1, 10, 100];
  const svg = draw({
    ...BARS,
    parts: ["bytes"],
    logarithmic: true,
    bars: values.map((value) => ({ name: String(value), values: [value] })),
  });
  const [, a, b, c] = numbers(svg, "rect", "width");
  expect(c! - b!).toBeCloseTo(b! - a!, 0);
});

test("points of curves lie where their numbers say, the higher the larger", () => {
  const svg = draw(LINES);
  const [x1, x2, x3] = numbers(svg, "circle", "cx");
  const [y1, y2, y3] = numbers(svg, "circle", "cy");
  expect(x3).toBeCloseTo((x1! + x2!) / 2, 0);
  expect(y2).toBeLessThan(y1!);
  expect(y3).toBeLessThan(y2!);
  expect(svg).toContain("stroke-dasharray");
});

test("the same figures give the same bytes", () => {
  expect(draw(LINES)).toBe(draw(structuredClone(LINES)));
});
