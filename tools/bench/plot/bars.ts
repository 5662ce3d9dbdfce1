import { at, colourOf, figure, label, sheet, stepFor, WIDTH } from "./frame.ts";

/** Bars by name, each of one or several parts that add up. */
export interface BarChart {
  readonly kind: "bars";
  readonly title: string;
  readonly unit: string;
  /** Names of the parts; one for plain bars. */
  readonly parts: readonly string[];
  readonly bars: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Long and short bars side by side: each step of the axis is ten times the last. For bars of one part. */
  readonly logarithmic?: boolean;
}

const LEFT = 190;
const RIGHT = 84;
const TOP = 44;
const BAR = 22;
const GAP = 10;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Where a value lies on the axis, 0..1. */
function scaleFor({ bars, logarithmic = false }: BarChart): (value: number) => number {
  const totals = bars.map(({ values }) => total(values));
  const most = Math.max(...totals);
  if (!logarithmic) return (value) => value / most;
  const low = Math.floor(Math.log10(Math.min(...totals.filter((value) => value > 0)))) - 0.3;
  const span = Math.log10(most) - low;
  return (value) => (value > 0 ? Math.max(0, (Math.log10(value) - low) / span) : 0);
}

/** Values at which the axis has a line. */
function ticksFor({ bars, logarithmic = false }: BarChart): number[] {
  const totals = bars.map(({ values }) => total(values));
  const most = Math.max(...totals);
  if (logarithmic) {
    const first = Math.floor(Math.log10(Math.min(...totals.filter((value) => value > 0))));
    const last = Math.floor(Math.log10(most));
    return Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
  }
  const step = stepFor(most, 5);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

/** Draws them from top to bottom, in the order given. */
export function bars(chart: BarChart): string {
  const scale = scaleFor(chart);
  const width = WIDTH - LEFT - RIGHT;
  const bottom = TOP + chart.bars.length * (BAR + GAP);
  const drawn: string[] = [];
  for (const value of ticksFor(chart)) {
    const x = LEFT + scale(value) * width;
    drawn.push(`<path d="M${at(x)} ${TOP - 4}V${bottom}" stroke="#ddd"/>`);
    drawn.push(label(x, bottom + 16, figure(value), "middle", 11));
  }
  chart.bars.forEach(({ name, values }, i) => {
    const y = TOP + i * (BAR + GAP);
    drawn.push(label(LEFT - 8, y + 16, name, "end"));
    let sum = 0;
    values.forEach((value, part) => {
      const from = scale(sum) * (chart.logarithmic === true && part === 0 ? 0 : width);
      sum += value;
      const to = scale(sum) * width;
      drawn.push(
        `<rect x="${at(LEFT + from)}" y="${y}" width="${at(Math.max(0, to - from))}" height="${BAR}" fill="${colourOf(part)}"/>`,
      );
    });
    drawn.push(label(LEFT + scale(sum) * width + 6, y + 16, figure(sum), "start", 12));
  });
  let height = bottom + 44;
  drawn.push(label(WIDTH - RIGHT, bottom + 34, chart.unit, "end", 12));
  if (chart.parts.length > 1) {
    chart.parts.forEach((name, part) => {
      const x = 20 + (part % 4) * 180;
      const y = height + Math.floor(part / 4) * 20;
      drawn.push(`<rect x="${x}" y="${y - 10}" width="12" height="12" fill="${colourOf(part)}"/>`);
      drawn.push(label(x + 18, y, name, "start", 12));
    });
    height += Math.ceil(chart.parts.length / 4) * 20;
  }
  return sheet(height, chart.title, drawn);
}
