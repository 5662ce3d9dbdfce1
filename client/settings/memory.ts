/** What this browser remembers of its player. Private windows may refuse: then the page remembers for as long as it is there. */

const PREFIX = "crosswire.";

/** What the browser refused to remember. */
const refused = new Map<string, string>();

/** The remembered text under a key, or null. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key);
  } catch {
    return refused.get(key) ?? null;
  }
}

/** Remembers a text under a key, where the browser lets us. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    refused.set(key, value);
  }
}
