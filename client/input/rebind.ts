/** Changing bindings one by one: who else has a code, giving it to another action, and going back to the beginning. */
import {
  ACTION_NAMES,
  ACTIONS,
  type ActionName,
  type BindingSet,
  type Bindings,
  clash,
  SLOTS,
} from "../settings/index.ts";

/** The actions that would lose a code if `action` got it. */
export function holdersOf(bindings: Bindings, action: ActionName, code: string): readonly ActionName[] {
  return ACTION_NAMES.filter((other) => clash(action, other) && bindings[other].includes(code));
}

/**
 * Gives a code to a slot of an action and takes it from whoever else has it.
 * @param slot 0 or 1; a slot behind the last one in use is the next free one
 * @param code null leaves the slot empty, and what is behind it moves up
 */
export function bind(bindings: Bindings, action: ActionName, slot: number, code: string | null): Bindings {
  const filled = [...bindings[action]];
  filled.splice(Math.min(slot, filled.length), 1, ...(code === null ? [] : [code]));
  // One code in both slots of an action would be one too many.
  const codes = filled.filter((one, i) => one !== code || i === Math.min(slot, filled.length - 1));
  const bound: Record<ActionName, readonly string[]> = { ...bindings, [action]: codes.slice(0, SLOTS) };
  if (code === null) return bound;
  for (const holder of holdersOf(bindings, action, code))
    bound[holder] = bindings[holder].filter((old) => old !== code);
  return bound;
}

/** Whether an action has other codes than at the beginning. */
export function isChanged(set: BindingSet, bindings: Bindings, action: ActionName): boolean {
  const first = ACTIONS[action][set];
  return first.length !== bindings[action].length || first.some((code, i) => code !== bindings[action][i]);
}

/** Gives an action back what it had at the beginning, and takes that from whoever has it now. */
export function resetAction(set: BindingSet, bindings: Bindings, action: ActionName): Bindings {
  const first = ACTIONS[action][set];
  const bound: Record<ActionName, readonly string[]> = { ...bindings, [action]: first };
  for (const code of first) {
    for (const holder of holdersOf(bindings, action, code))
      bound[holder] = bound[holder].filter((old) => old !== code);
  }
  return bound;
}
