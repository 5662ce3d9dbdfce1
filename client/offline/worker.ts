/**
 * The service worker of a build. It takes over when the pages of the one before it are closed, for those may still need
 * its assets; that costs nobody the newest page, which comes from the server in any case.
 */
import { answerAsset, answerPage, assetsOf, OFFLINE_PAGE, wantedBy } from "./answers.ts";

/** Put in by the bundler (vite.config.ts). */
declare const __BUILD__: string;

/** What is used of the worker's global scope; TypeScript knows either pages or workers, and this is a house of pages. */
interface Moment extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Moment {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  addEventListener(type: "install" | "activate", listener: (moment: Moment) => void): void;
  addEventListener(type: "fetch", listener: (fetching: Fetching) => void): void;
}

const scope = self as unknown as WorkerScope;
const PREFIX = "crosswire-";
const SHELF = PREFIX + __BUILD__;

/** Keeps the offline page with all that it shows. */
async function install(): Promise<void> {
  const shelf = await caches.open(SHELF);
  const answer = await fetch(OFFLINE_PAGE, { cache: "reload" });
  if (!answer.ok) throw new Error(`no offline page: ${answer.status}`);
  await shelf.put(OFFLINE_PAGE, answer.clone());
  await shelf.addAll(assetsOf(await answer.text()));
}

/** Forgets what other builds kept. */
async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== SHELF);
  await Promise.all(old.map((name) => caches.delete(name)));
}

scope.addEventListener("install", (moment) => moment.waitUntil(install()));
scope.addEventListener("activate", (moment) => moment.waitUntil(activate()));
scope.addEventListener("fetch", (fetching) => {
  const { request } = fetching;
  const wanted = wantedBy(request, location.origin);
  if (wanted === "other") return;
  const ask = (): Promise<Response> => fetch(request);
  const answer = caches
    .open(SHELF)
    .then((shelf) => (wanted === "page" ? answerPage(ask, shelf) : answerAsset(request, ask, shelf)));
  fetching.respondWith(answer);
});
