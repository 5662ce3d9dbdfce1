/** The settings of this browser as signals: validated, remembered at once, exported and imported as text. */
import { type Signal, signal } from "@preact/signals";
import type { Setting, Table, ValueOf } from "./spec.ts";
import { STORED } from "./tables.ts";

/** One signal for each setting of an area. */
export type Area<T extends Table> = { readonly [K in keyof T]: Signal<ValueOf<T[K]>> };

type Areas = { readonly [A in keyof typeof STORED]: Area<(typeof STORED)[A]> };

export interface Settings extends Areas {
  /** Everything back to what it is to begin with. */
  reset(): void;
  /** All that differs from the beginning, as text for people to keep. */
  exported(): string;
  /** Takes such a text; what it does not name goes back to the beginning. False when it is no such text. */
  imported(text: string): boolean;
}

/** Where settings outlive the page. */
export interface Memory {
  recall(): string | null;
  remember(text: string): void;
}

/** Rises when a setting changes its meaning; texts of other versions are read as far as their values are allowed. */
const VERSION = 1;

type Values = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a text says, or null when it is none of ours. */
function parse(text: string): Values | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed) || typeof parsed.crosswire !== "number") return null;
    return Object.fromEntries(Object.entries(parsed).filter(([, area]) => isRecord(area))) as Values;
  } catch {
    return null;
  }
}

/** One setting with its signal, and where it stands. */
interface Entry {
  readonly area: string;
  readonly name: string;
  readonly setting: Setting<unknown>;
  readonly signal: Signal<unknown>;
}

/** Settings as they were left, or as they are to begin with where nothing usable was. */
export function createSettings(memory: Memory): Settings {
  const entries: Entry[] = [];
  const areas = Object.fromEntries(
    Object.entries(STORED).map(([area, table]) => [
      area,
      Object.fromEntries(
        Object.entries(table).map(([name, setting]: [string, Setting<unknown>]) => {
          const entry = { area, name, setting, signal: signal(setting.fallback) };
          entries.push(entry);
          return [name, entry.signal];
        }),
      ),
    ]),
  ) as unknown as Areas;

  function exported(): string {
    const said: Record<string, Record<string, unknown>> = {};
    for (const { area, name, setting, signal } of entries) {
      const value = signal.peek();
      if (JSON.stringify(value) === JSON.stringify(setting.fallback)) continue;
      said[area] ??= {};
      said[area][name] = setting.write === undefined ? value : setting.write(value);
    }
    return JSON.stringify({ crosswire: VERSION, ...said });
  }

  let remembering = false;

  function fill(values: Values): void {
    remembering = false;
    for (const { area, name, setting, signal } of entries)
      signal.value = setting.read(values[area]?.[name]) ?? setting.fallback;
    remembering = true;
  }

  fill(parse(memory.recall() ?? "") ?? {});
  for (const { signal } of entries) {
    signal.subscribe(() => {
      if (remembering) memory.remember(exported());
    });
  }

  return {
    ...areas,
    exported,
    reset() {
      fill({});
      memory.remember(exported());
    },
    imported(text) {
      const values = parse(text);
      if (values === null) return false;
      fill(values);
      memory.remember(exported());
      return true;
    },
  };
}
