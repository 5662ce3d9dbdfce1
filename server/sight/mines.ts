import type { StateView } from "@colyseus/schema";
import type { MineState } from "../../shared/state/index.ts";
import type { Viewer } from "./sight.ts";

/** Ticks between two looks: a mine shows a tenth of a second after it could be noticed, at most. */
const LOOK_EVERY = 6;

/** Shows each client the mines that its player may notice, and no others. */
export interface MineSight {
  /** Once a tick. */
  step(tick: number, viewers: Iterable<Viewer>): void;
}

/** @param noticed fills a set with the mines that somebody may notice */
export function createMineSight(
  noticed: (id: string, out: Set<MineState>) => ReadonlySet<MineState>,
): MineSight {
  /** What each view shows; a view that goes takes its entry with it. */
  const shown = new WeakMap<StateView, Set<MineState>>();
  const scratch = new Set<MineState>();

  const look = (view: StateView, id: string): void => {
    const visible = noticed(id, scratch);
    let before = shown.get(view);
    if (before === undefined) {
      before = new Set();
      shown.set(view, before);
    }
    for (const mine of before) {
      if (visible.has(mine)) continue;
      before.delete(mine);
      view.remove(mine);
    }
    for (const mine of visible) {
      if (before.has(mine)) continue;
      before.add(mine);
      view.add(mine);
    }
  };

  return {
    step(tick, viewers) {
      if (tick % LOOK_EVERY !== 0) return;
      for (const { sessionId, view } of viewers) if (view !== undefined) look(view, sessionId);
    },
  };
}
