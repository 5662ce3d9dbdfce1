/** Bindings as a setting: which codes do what, checked whatever text they come from, and stored as far as they differ. */
import { ACTION_NAMES, ACTIONS, type ActionName, clash } from "./actions.ts";
import { type Refusal, refusalOfKey, refusalOfPad } from "./codes.ts";
import type { Setting } from "./spec.ts";

/** Codes that one action may have. */
export const SLOTS = 2;

/** For each action its codes, the one that players are told first; no code does two things at once. */
export type Bindings = Readonly<Record<ActionName, readonly string[]>>;

/** The two sets of bindings: keyboard with mouse, and gamepad. */
export type BindingSet = "keys" | "pad";

const REFUSAL_OF: Readonly<Record<BindingSet, (code: string) => Refusal | null>> = {
  keys: refusalOfKey,
  pad: refusalOfPad,
};

/** Why a code may not be bound in a set; null when it may. */
export function refusalOf(set: BindingSet, code: string): Refusal | null {
  return REFUSAL_OF[set](code);
}

function fallbackOf(set: BindingSet): Bindings {
  return Object.fromEntries(ACTION_NAMES.map((name) => [name, ACTIONS[name][set]])) as unknown as Bindings;
}

function saysTheSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code, i) => code === b[i]);
}

export interface BindingsSetting extends Setting<Bindings> {
  /** Only what differs from the beginning, so that a better beginning reaches those who changed something else. */
  write(value: Bindings): Readonly<Partial<Bindings>>;
}

/** A set of bindings, beginning with what `ACTIONS` says. */
export function bindings(set: BindingSet): BindingsSetting {
  const fallback = fallbackOf(set);

  /** The codes of a text that may stand: bindable, not twice, and not those of an action that has them already. */
  function allowed(name: ActionName, codes: unknown, taken: Partial<Bindings>): readonly string[] {
    if (!Array.isArray(codes)) return [];
    const isFree = (code: string): boolean =>
      ACTION_NAMES.every((other) => !clash(name, other) || !taken[other]?.includes(code));
    return [...new Set<unknown>(codes)]
      .filter((code) => typeof code === "string")
      .filter((code) => refusalOf(set, code) === null && isFree(code))
      .slice(0, SLOTS);
  }

  return {
    fallback,
    read(value) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
      const said = value as Readonly<Record<string, unknown>>;
      const bound: Partial<Record<ActionName, readonly string[]>> = {};
      // What was chosen goes first: where it meets a beginning of a newer version, the choice has the key.
      for (const name of ACTION_NAMES)
        if (Array.isArray(said[name])) bound[name] = allowed(name, said[name], bound);
      const chosen = { ...bound };
      for (const name of ACTION_NAMES) bound[name] = chosen[name] ?? allowed(name, fallback[name], chosen);
      return Object.fromEntries(ACTION_NAMES.map((name) => [name, bound[name]])) as unknown as Bindings;
    },
    write(value) {
      const differs = ACTION_NAMES.filter((name) => !saysTheSame(value[name], fallback[name]));
      return Object.fromEntries(differs.map((name) => [name, value[name]]));
    },
  };
}
