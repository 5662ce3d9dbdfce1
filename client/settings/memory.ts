/** What this browser remembers of its player. Private windows may refuse: then nothing is remembered. */

const PREFIX = "crosswire.";

/** The remembered text under a key, or null. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Remembers a text under a key, where the browser lets us. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // A game without memory is still a game.
  }
}
