/** The service worker, which keeps assets and an offline page. Only built pages have one. */
import { effect } from "@preact/signals";
import { remember } from "../settings/index.ts";
import { t } from "../words/index.ts";

/** Put in by the bundler; empty while developing. */
declare const __BUILD__: string;

/**
 * Has the browser fetch the worker. Without one, as in a private window, everything but the offline page is the same.
 * To be called when all words are here: the offline page cannot fetch any, so it finds its own where they are remembered.
 */
export function registerWorker(): void {
  if (__BUILD__ === "" || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("/sw.js").catch(() => {});
  effect(() => {
    const says = { heading: t("offline.heading"), says: t("offline.says"), again: t("offline.again") };
    // The catalogue could not be had: English stands in that page.
    if (says.heading === "") return;
    const { lang } = document.documentElement;
    remember("offline", JSON.stringify({ lang, ...says }));
  });
}
