import type { Arena } from "../../shared/arena/index.ts";

/** How often a map is asked for, and ms between two tries: a page may lose its network for a moment. */
const TRIES = 6;
const PAUSE_MS = 1500;

/** The maps that a room plays on, one after the other. */
export interface Maps {
  /** Asks for a map that may be needed soon. Errors do not matter yet. */
  prefetch(name: string): void;
  /**
   * The map of a name, or null while it is not here; to be asked again then, in every frame.
   * @param now time in ms
   */
  get(name: string, now: number): Arena | null;
  /** Whether the map that was asked for last cannot be had. */
  readonly failed: boolean;
}

/** @param load brings the map of a name */
export function createMaps(first: Arena, load: (name: string) => Promise<Arena>): Maps {
  const here = new Map<string, Arena>([[first.name, first]]);
  const asked = new Set<string>();
  let wanted = first.name;
  let tries = 0;
  let nextTryAt = 0;
  const ask = (name: string): void => {
    if (here.has(name) || asked.has(name)) return;
    asked.add(name);
    load(name).then(
      (arena) => {
        asked.delete(name);
        here.set(name, arena);
      },
      () => asked.delete(name),
    );
  };
  return {
    prefetch: ask,
    get(name, now) {
      if (name !== wanted) {
        wanted = name;
        tries = 0;
        nextTryAt = 0;
      }
      const arena = here.get(name);
      if (arena !== undefined) return arena;
      if (!asked.has(name) && now >= nextTryAt && tries < TRIES) {
        tries += 1;
        nextTryAt = now + PAUSE_MS;
        ask(name);
      }
      return null;
    },
    get failed() {
      return tries === TRIES && !asked.has(wanted) && !here.has(wanted);
    },
  };
}
