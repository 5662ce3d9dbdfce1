import { at, colourOf, figure, label, sheet, stepFor, WIDTH } from "./frame.ts";

/** Curves over a number. */
export interface LineChart {
  readonly kind: "lines";
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly curves: readonly {
    readonly name: string;
    readonly points: readonly (readonly [x: number, y: number])[];
  }[];
  /** A line that must not be crossed, and what it is. */
  readonly bound?: { readonly y: number; readonly name: string };
}

const LEFT = 78;
const RIGHT = 24;
const TOP = 48;
const PLOT = 260;

function ticksUpTo(most: number): number[] {
  const step = stepFor(most, 5);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

/** Draws them from 0 on both axes. */
export function lines({ title, xLabel, yLabel, curves, bound }: LineChart): string {
  const points = curves.flatMap((curve) => curve.points);
  const mostX = Math.max(...points.map(([x]) => x));
  const mostY = Math.max(bound?.y ?? 0, ...points.map(([, y]) => y)) * 1.05;
  const width = WIDTH - LEFT - RIGHT;
  const bottom = TOP + PLOT;
  const placeX = (x: number): number => LEFT + (x / mostX) * width;
  const placeY = (y: number): number => bottom - (y / mostY) * PLOT;
  const drawn: string[] = [];
  for (const y of ticksUpTo(mostY)) {
    drawn.push(`<path d="M${LEFT} ${at(placeY(y))}H${WIDTH - RIGHT}" stroke="#ddd"/>`);
    drawn.push(label(LEFT - 8, placeY(y) + 4, figure(y), "end", 12));
  }
  for (const x of ticksUpTo(mostX)) drawn.push(label(placeX(x), bottom + 18, figure(x), "middle", 12));
  drawn.push(label(LEFT, TOP - 6, yLabel, "start", 12));
  drawn.push(label(WIDTH - RIGHT, bottom + 36, xLabel, "end", 12));
  if (bound !== undefined) {
    const y = at(placeY(bound.y));
    drawn.push(`<path d="M${LEFT} ${y}H${WIDTH - RIGHT}" stroke="#b00" stroke-dasharray="5 4"/>`);
    drawn.push(label(WIDTH - RIGHT, placeY(bound.y) - 5, bound.name, "end", 12));
  }
  curves.forEach(({ name, points: own }, i) => {
    const colour = colourOf(i);
    const path = own.map(([x, y], j) => `${j === 0 ? "M" : "L"}${at(placeX(x))} ${at(placeY(y))}`).join("");
    drawn.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.5"/>`);
    for (const [x, y] of own)
      drawn.push(`<circle cx="${at(placeX(x))}" cy="${at(placeY(y))}" r="3.5" fill="${colour}"/>`);
    const [x, y] = [20 + (i % 3) * 240, bottom + 58 + Math.floor(i / 3) * 20];
    drawn.push(`<rect x="${x}" y="${y - 10}" width="12" height="12" fill="${colour}"/>`);
    drawn.push(label(x + 18, y, name, "start", 12));
  });
  return sheet(bottom + 52 + Math.ceil(curves.length / 3) * 20, title, drawn);
}
