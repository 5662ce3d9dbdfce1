/** Small plots as SVG text: lines over time, with the number of players behind them. */
import type { Row } from "./series.ts";

/** One line of a plot. */
export interface Line {
  /** Name of the figure in the rows. */
  readonly name: string;
  readonly label: string;
  readonly colour: string;
}

export interface Plot {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly Line[];
}

const WIDTH = 560;
const HEIGHT = 220;
const LEFT = 52;
const RIGHT = 44;
const TOP = 12;
const BOTTOM = 26;

/** Ticks of an axis that one wants to see, about. */
const TICKS = 5;

/** Text as it may stand between tags and in attributes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Round numbers from 0 to at least a value: 1, 2 or 5 times a power of ten apart. */
export function axisTicks(most: number): number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) =>
    Number((i * step).toPrecision(12)),
  );
}

function most(rows: readonly Row[], names: readonly string[]): number {
  let found = 0;
  for (const row of rows) for (const name of names) found = Math.max(found, row[name] ?? 0);
  return found;
}

/** Draws a plot. A figure that is missing in a row leaves a gap. */
export function drawPlot({ title, unit, lines }: Plot, rows: readonly Row[]): string {
  const known = lines.filter(({ name }) => rows.some((row) => row[name] !== undefined));
  const ticks = axisTicks(
    most(
      rows,
      known.map(({ name }) => name),
    ),
  );
  const top = ticks.at(-1)!;
  const players = axisTicks(most(rows, ["players"]));
  const lastT = Math.max(1, ...rows.map(({ t = 0 }) => t));
  const x = (t: number): string => (LEFT + (t / lastT) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const y = (value: number, of: number): string =>
    (HEIGHT - BOTTOM - (value / of) * (HEIGHT - TOP - BOTTOM)).toFixed(1);

  const crowd = rows.map(({ t = 0, players: count = 0 }) => `${x(t)},${y(count, players.at(-1)!)}`).join(" ");
  const paths = known.map(({ name, colour }) => {
    let pen = "M";
    const way = rows.map((row) => {
      const value = row[name];
      if (value === undefined || Number.isNaN(value)) {
        pen = "M";
        return "";
      }
      const point = `${pen}${x(row.t ?? 0)},${y(value, top)}`;
      pen = "L";
      return point;
    });
    return `<path d="${way.join("")}" stroke="${colour}"/>`;
  });
  const left = ticks.map(
    (tick) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick, top)}" y2="${y(tick, top)}" class="grid"/>` +
      `<text x="${LEFT - 6}" y="${y(tick, top)}" class="left">${tick}</text>`,
  );
  const right = players.map(
    (tick) => `<text x="${WIDTH - RIGHT + 6}" y="${y(tick, players.at(-1)!)}" class="right">${tick}</text>`,
  );
  const times = axisTicks(lastT)
    .filter((tick) => tick <= lastT)
    .map((tick) => `<text x="${x(tick)}" y="${HEIGHT - 8}" class="below">${tick}</text>`);
  const legend = known.map(
    ({ label, colour }) => `<span><i style="background:${colour}"></i>${escapeText(label)}</span>`,
  );
  return (
    `<figure><figcaption>${escapeText(title)}${unit === "" ? "" : `, ${escapeText(unit)}`} ${legend.join(" ")}</figcaption>` +
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeText(title)}">` +
    `<polygon points="${x(0)},${y(0, 1)} ${crowd} ${x(lastT)},${y(0, 1)}" class="crowd"/>` +
    `${left.join("")}${right.join("")}${times.join("")}<g class="lines">${paths.join("")}</g></svg></figure>`
  );
}
