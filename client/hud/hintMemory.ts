/** Which of the first hints are done, across visits. */
import { recall, remember } from "../settings/index.ts";

export const HINTS = ["move", "fire", "dash"] as const;
export type Hint = (typeof HINTS)[number];

/** True for a hint that is done. */
export type Hints = Readonly<Record<Hint, boolean>>;

/** What was done on earlier visits. */
export function recallHints(): Hints {
  const done = (recall("hints") ?? "").split(" ");
  return { move: done.includes("move"), fire: done.includes("fire"), dash: done.includes("dash") };
}

/** Ticks a hint off and remembers it; the same object when it was done before. */
export function finishHint(hints: Hints, hint: Hint): Hints {
  if (hints[hint]) return hints;
  const next = { ...hints, [hint]: true };
  remember("hints", HINTS.filter((name) => next[name]).join(" "));
  return next;
}
