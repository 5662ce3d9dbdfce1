/** Charts as SVG: lines over a number, and bars by name. Drawn by hand, so that the same figures give the same bytes. */
export { type BarChart, bars } from "./bars.ts";
export { type LineChart, lines } from "./lines.ts";

import { type BarChart, bars } from "./bars.ts";
import { type LineChart, lines } from "./lines.ts";

export type Chart = BarChart | LineChart;

/** The picture of a chart. */
export function draw(chart: Chart): string {
  return chart.kind === "bars" ? bars(chart) : lines(chart);
}
