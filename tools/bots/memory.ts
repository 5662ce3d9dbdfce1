/** How the memory of a run goes: the server's, as the system counts it, and what the threads of this side hold. */

import { createSlope } from "./slope.ts";
import type { Second } from "./totals.ts";

const MB = 1_000_000;

export interface MemoryCourse {
  /** @param warm whether it has found its level: before, there is no growth to speak of */
  add(second: Pick<Second, "t" | "server" | "generatorBytes">, warm: boolean): void;
  /**
   * What the last full garbage collection of each thread of this side has left, in bytes and always in the same order;
   * null where there was none since the last time.
   */
  held(t: number, bytes: readonly (number | null)[], warm: boolean): void;
  /** All of it together; null until each thread has collected once. */
  readonly heldBytes: number | null;
  figures(): Record<string, number>;
}

export function createMemoryCourse(): MemoryCourse {
  const serverSlope = createSlope();
  const heldSlope = createSlope();
  let most = 0;
  let ownMost = 0;
  let known: readonly (number | null)[] = [];
  let heldBytes: number | null = null;
  return {
    add({ t, server, generatorBytes }, warm) {
      ownMost = Math.max(ownMost, generatorBytes);
      if (server === null) return;
      most = Math.max(most, server.rssBytes);
      if (warm) serverSlope.add(t / 60, server.rssBytes / 1000);
    },
    held(t, bytes, warm) {
      // Whoever did not collect again is taken to hold what it held: only a collection can tell.
      known = bytes.map((each, thread) => each ?? known[thread] ?? null);
      if (known.includes(null)) return;
      heldBytes = known.reduce<number>((sum, each) => sum + each!, 0);
      if (warm && bytes.some((each) => each !== null)) heldSlope.add(t / 60, heldBytes / 1000);
    },
    get heldBytes() {
      return heldBytes;
    },
    figures() {
      const figures: Record<string, number> = { "generator.memory": ownMost / MB };
      if (most > 0) figures["memory.max"] = most / MB;
      if (heldBytes !== null) figures["generator.held"] = heldBytes / MB;
      const [growth, own] = [serverSlope.value(), heldSlope.value()];
      if (growth !== null) figures["memory.slope"] = growth;
      if (own !== null) figures["generator.slope"] = own;
      return figures;
    },
  };
}
