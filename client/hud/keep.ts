/** Values made anew in each round of refreshing wake nobody as long as they say the same. */
import type { Signal } from "@preact/signals";

/** Whether two pieces of plain data say the same. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.length &&
    left.every(([key, value], i) => right[i]?.[0] === key && saysTheSame(value, right[i][1]))
  );
}

/** Gives a signal its next value, unless the one it has says the same. */
export function keep<T>(target: Signal<T>, next: T): void {
  if (!saysTheSame(target.peek(), next)) target.value = next;
}
