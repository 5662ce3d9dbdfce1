/** What a run came to, as tables: for the terminal and for the page. */
import type { Verdict } from "./limits.ts";
import { type Figures, SINGLES, SPREAD_NAMES, SPREADS, STATS, type Unit } from "./metrics.ts";
import type { Row } from "./series.ts";

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A number in as many places as it can bear, without its unit. */
export function shown(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "-";
  if (unit === "B/s" || (unit === "" && Number.isInteger(value))) return value.toFixed(0);
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** A row for each distribution that was seen. */
export function spreadTable(figures: Figures): Table {
  const rows = SPREAD_NAMES.filter((name) => figures[`${name}.p50`] !== undefined).map((name) => {
    const { unit, says } = SPREADS[name];
    return [name, ...STATS.map((stat) => shown(figures[`${name}.${stat}`], unit)), unit, says];
  });
  return { head: ["", ...STATS, "", ""], rows };
}

/** A row for each single number that was seen. */
export function singleTable(figures: Figures): Table {
  const rows = Object.entries(SINGLES)
    .filter(([name]) => figures[name] !== undefined)
    .map(([name, { unit, says }]) => [name, shown(figures[name], unit), unit, says]);
  return { head: ["", "", "", ""], rows };
}

/** Ranges of the number of players that rows are put together by. */
const RANGES = 8;

const BY_PLAYERS = [
  ...["rtt.p50", "rtt.p99", "ack.p50", "ack.p99", "patch.p50", "patch.p99"],
  ...["tick.p50", "tick.p99", "late.p99", "cpu", "down", "up", "corrections"],
] as const;

/** How figures go with the number of players: medians of the seconds in which so many were there; errors are summed. */
export function playersTable(course: readonly Row[]): Table {
  const most = Math.max(1, ...course.map(({ players = 0 }) => players));
  const size = Math.max(1, Math.ceil(most / RANGES));
  const groups = new Map<number, Row[]>();
  for (const row of course) {
    const { players = 0 } = row;
    if (players === 0) continue;
    const range = Math.ceil(players / size);
    groups.set(range, [...(groups.get(range) ?? []), row]);
  }
  const rows = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([range, group]) => {
      const median = (name: string): string => {
        const values = group.flatMap(({ [name]: value }) => (value === undefined ? [] : [value]));
        return shown(values.sort((a, b) => a - b)[values.length >> 1], "");
      };
      const errors = group.reduce((sum, { errors: count = 0 }) => sum + count, 0);
      const players = `${(range - 1) * size + 1}-${Math.min(range * size, most)}`;
      return [players, ...BY_PLAYERS.map(median), String(errors)];
    });
  return { head: ["players", ...BY_PLAYERS, "errors"], rows };
}

/** What had to hold, and whether it did. */
export function verdictLines(verdicts: readonly Verdict[]): string[] {
  return verdicts.map(({ limit, value, holds }) => {
    const measured = value === null ? "not measured" : `measured ${Number(value.toPrecision(4))}`;
    return `  ${holds ? "holds" : "FAILS"}  ${limit.text}, ${measured}`;
  });
}

/** A table for the terminal: the first column to the left, numbers to the right, words at the end as they are. */
export function tableLines({ head, rows }: Table): string[] {
  const all = head.some((cell) => cell !== "") ? [head, ...rows] : rows;
  const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const isNumber = (column: number): boolean => rows.every((cells) => /^[-\d.]*$/.test(cells[column] ?? ""));
  const align = head.map((_, column) => isNumber(column));
  return all.map((cells) =>
    cells
      .map((cell, column) => (align[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join("  ")
      .trimEnd(),
  );
}
