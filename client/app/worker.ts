/** The service worker, which keeps assets and an offline page. Only built pages have one. */

/** Put in by the bundler; empty while developing. */
declare const __BUILD__: string;

/** Has the browser fetch the worker. Without one, as in a private window, everything but the offline page is the same. */
export function registerWorker(): void {
  if (__BUILD__ === "" || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("/sw.js").catch(() => {});
}
