/**
 * How much memory a thread holds on to. V8 lets garbage lie for as long as there is room for it, and gives the room back
 * when it likes: by the resident set alone, a program that leaks nothing grows for minutes. What a full garbage collection
 * leaves is what somebody holds on to.
 */
import { GCProfiler, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What V8 calls a collection that looks at everything. */
const FULL = "MarkSweepCompact";

/** Watches the collections of the thread that it is made in. */
export interface HeldMemory {
  /** Bytes, array buffers among them, that the last full collection has left; null when there was none since the last call. */
  take(): number | null;
}

export function watchHeld(): HeldMemory {
  const collections = new GCProfiler();
  collections.start();
  return {
    take() {
      const { statistics } = collections.stop();
      collections.start();
      const last = statistics.findLast(({ gcType }) => gcType === FULL);
      if (last === undefined) return null;
      // Array buffers are let go of after the collection that has found nobody with them.
      return last.afterGC.heapStatistics.usedHeapSize + process.memoryUsage().external;
    },
  };
}

/** Collects the garbage of this thread, all of it; holds it up for as long as that takes. */
export function collectGarbage(): void {
  // Node has the function ready for whoever asks with a flag, in contexts that are made from then on.
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // The second one waits until what the first one has found is given back.
  collect();
  collect();
}
