/** What a setting may be, and what it is to begin with. Each area of the game keeps its own table of these. */

/** One setting: any value from outside, such as an older version's or a hand-edited file's, becomes an allowed one. */
export interface Setting<T> {
  readonly fallback: T;
  /** The value when it is allowed, else undefined. */
  read(value: unknown): T | undefined;
  /** What is stored of a value, where that is not the value itself; `read` takes it back. */
  write?(value: T): unknown;
}

export type Table = Readonly<Record<string, Setting<unknown>>>;

/** The value of a setting. */
export type ValueOf<S> = S extends Setting<infer T> ? T : never;

/** A switch. */
export function toggle(fallback: boolean): Setting<boolean> {
  return { fallback, read: (value) => (typeof value === "boolean" ? value : undefined) };
}

/** One of a few words. */
export interface Choice<T extends string> extends Setting<T> {
  readonly of: readonly T[];
}

export function choice<const T extends string>(of: readonly T[], fallback: NoInfer<T>): Choice<T> {
  return { of, fallback, read: (value) => of.find((one) => one === value) };
}

/** A number on a slider; in the unit of its own setting. */
export interface Range extends Setting<number> {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Values off the steps are moved to the next one, values out of bounds are refused. */
export function range(min: number, max: number, step: number, fallback: number): Range {
  return {
    ...{ min, max, step, fallback },
    read(value) {
      if (typeof value !== "number" || !(value >= min && value <= max)) return undefined;
      return min + Math.round((value - min) / step) * step;
    },
  };
}
