/** Held actions, with a memory: a press that is over before the next tick still reaches exactly one command. */

export interface Latch {
  /** A source (a key, a mouse button, a stick) holds these action bits from now on. */
  press(source: string, actions: number): void;
  /** The source lets go; unknown sources are ignored. */
  release(source: string): void;
  /** Lets everything go and forgets what was tapped. */
  clear(): void;
  /** Action bits held now or tapped since the last call. */
  take(): number;
}

/** Several sources may hold one action: it ends when the last of them lets go. */
export function createLatch(): Latch {
  const sources = new Map<string, number>();
  let held = 0;
  let tapped = 0;
  return {
    press(source, actions) {
      // Devices repeat themselves while something is held; only the first time is a tap.
      if (sources.get(source) === actions) return;
      sources.set(source, actions);
      held |= actions;
      tapped |= actions;
    },
    release(source) {
      if (!sources.delete(source)) return;
      held = 0;
      for (const actions of sources.values()) held |= actions;
    },
    clear() {
      sources.clear();
      held = 0;
      tapped = 0;
    },
    take() {
      const bits = held | tapped;
      tapped = 0;
      return bits;
    },
  };
}
