/** Rows that are kept at most. */
const MOST_ROWS = 600;

/** What one row says, by name; what was not measured then is not there. */
export type Row = Readonly<Record<string, number>>;

/** How the values of two neighbouring rows become one. */
export type Merge = (name: string, earlier: number, later: number) => number;

/** A course of figures that takes the same memory for a minute and for a day: as it grows, rows are merged in pairs. */
export interface Series {
  readonly rows: readonly Row[];
  add(row: Row): void;
}

export function createSeries(merge: Merge, mostRows = MOST_ROWS): Series {
  let rows: Row[] = [];
  /** Rows as they are added that one kept row stands for. */
  let perRow = 1;
  let open: Row | null = null;
  let inOpen = 0;
  const mergeRows = (earlier: Row, later: Row): Row => {
    const merged: Record<string, number> = { ...earlier, ...later };
    for (const name of Object.keys(earlier)) {
      if (later[name] !== undefined) merged[name] = merge(name, earlier[name]!, later[name]);
    }
    return merged;
  };
  return {
    get rows() {
      return open === null ? rows : [...rows, open];
    },
    add(row) {
      open = open === null ? row : mergeRows(open, row);
      inOpen += 1;
      if (inOpen < perRow) return;
      rows.push(open);
      open = null;
      inOpen = 0;
      if (rows.length < mostRows) return;
      const halves: Row[] = [];
      for (let i = 0; i < rows.length; i += 2)
        halves.push(rows[i + 1] === undefined ? rows[i]! : mergeRows(rows[i]!, rows[i + 1]!));
      rows = halves;
      perRow *= 2;
    },
  };
}
