/** What a button says for a moment of what its press has come to, in place of its name. */
import { useEffect, useState } from "preact/hooks";

/** How long it says so, in ms. */
const SAID_MS = 4000;

/** The last outcome, null again after a moment; and the way to tell the next one. */
export function useSaid<T>(): [said: T | null, say: (outcome: T) => void] {
  const [said, say] = useState<T | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => say(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, say];
}
