/**
 * A window into the running game for browser tests and probes. A page opened with `?probe` in its address has
 * `window.__crosswire = { session, world, status, frame }`, to be read only; no other page has it.
 */
import type { Session, Status, World } from "../net/index.ts";
import type { ArenaView, ViewStats } from "../view/index.ts";

export interface Probe {
  readonly session: Session;
  readonly world: World;
  readonly status: Status;
  /** What the last frames cost. */
  readonly frame: Readonly<ViewStats>;
}

declare global {
  interface Window {
    __crosswire?: Probe;
  }
}

/**
 * Whether a page was opened with `?probe=picture`: for the pictures of the docs, on machines without graphics. Drawing
 * takes such a page so long that it would blame the link.
 */
export function posesForPicture(): boolean {
  return new URLSearchParams(location.search).get("probe") === "picture";
}

/** @returns the way to take it back */
export function exposeProbe(session: Session, view: ArenaView): () => void {
  if (!new URLSearchParams(location.search).has("probe")) return () => {};
  window.__crosswire = Object.freeze({
    session,
    world: session.world,
    frame: view.stats,
    get status() {
      return session.status;
    },
  });
  return () => {
    delete window.__crosswire;
  };
}
