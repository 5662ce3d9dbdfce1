/**
 * When a page is back: shown again, thawed, out of the back/forward cache, awake, or on a network again. The link may
 * have died meanwhile without a word, and a retry that was put off need not wait any longer.
 */

/** What this needs of a browser. */
export interface PageEvents {
  readonly window: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  readonly document: Pick<EventTarget, "addEventListener" | "removeEventListener"> & {
    readonly visibilityState: string;
  };
}

/**
 * Calls back on each return. One return may come as several events (a laptop that wakes up is thawed, shown and online
 * within a second), so the callback must bear to be called again.
 * `offline` is not among them: the SDK drops its connection on it by itself, and the way back begins at once.
 * @returns the way to stop it
 */
export function watchReturns(page: PageEvents, back: () => void): () => void {
  const shown = (): void => {
    if (page.document.visibilityState === "visible") back();
  };
  const unfrozen = (event: Event): void => {
    if ((event as PageTransitionEvent).persisted) back();
  };
  page.document.addEventListener("visibilitychange", shown);
  // Page Lifecycle: only Chromium has it; elsewhere a page thaws when it is shown.
  page.document.addEventListener("resume", back);
  page.window.addEventListener("pageshow", unfrozen as EventListener);
  page.window.addEventListener("online", back);
  return () => {
    page.document.removeEventListener("visibilitychange", shown);
    page.document.removeEventListener("resume", back);
    page.window.removeEventListener("pageshow", unfrozen as EventListener);
    page.window.removeEventListener("online", back);
  };
}
