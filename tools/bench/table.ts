/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Numbers stand to the right, which is the default; words to the left. */
  readonly words?: boolean;
}

function widthsOf(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  return columns.map(({ head }, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)));
}

function fitted(text: string, width: number, { words = false }: Column): string {
  return words ? text.padEnd(width) : text.padStart(width);
}

/** A table for the terminal. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = widthsOf(columns, rows);
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, i) => fitted(cell, widths[i]!, columns[i]!)).join("  ")}`.trimEnd();
  return [line(columns.map(({ head }) => head)), ...rows.map(line)];
}

/** The same for a page. */
export function markdownLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = widthsOf(columns, rows).map((width) => Math.max(width, 3));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => fitted(cell, widths[i]!, columns[i]!)).join(" | ")} |`;
  const rule = columns.map(({ words = false }, i) =>
    words ? "-".repeat(widths[i]!) : `${"-".repeat(widths[i]! - 1)}:`,
  );
  return [line(columns.map(({ head }) => head)), line(rule), ...rows.map(line)];
}
