/** A figure that was measured several times. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** The value below which a part 0..1 of sorted values lies. */
export function quantile(sorted: ArrayLike<number>, part: number): number {
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}

/** @throws RangeError when there is nothing */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError("nothing was measured");
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return { median, min: sorted[0]!, max: sorted.at(-1)!, runs: sorted.length };
}

/** How many times as much each of some runs took as the run of the same turn that it is compared with. */
export function ratioOf(runs: readonly number[], to: readonly number[]): Spread {
  return spreadOf(runs.map((value, i) => value / to[i]!));
}

/** Three digits that count, with separators between thousands. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return "-";
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The median, and how far the runs lie apart. */
export function spreadText({ median, min, max }: Spread, unit = ""): string {
  return `${short(median)}${unit} (${short(min)} to ${short(max)})`;
}
