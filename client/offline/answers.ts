/** What the service worker answers; apart from the worker itself, so that it can be tried without one. */

/** The page that is shown while there is no server. */
export const OFFLINE_PAGE = "/offline/";

/** Files whose names change with their content: what was fetched once is right for ever. */
const ASSETS = "/assets/";

/** Statuses by which a proxy says that there is nobody behind it. */
const NOBODY = [502, 503, 504];

/** The part of a cache that is used here. */
export type Shelf = Pick<Cache, "match" | "put">;

/** What a request is for; everything that is neither page nor asset is none of the worker's business. */
export type Wanted = "page" | "asset" | "other";

export function wantedBy(
  { method, mode, url }: Pick<Request, "method" | "mode" | "url">,
  origin: string,
): Wanted {
  const address = new URL(url);
  if (method !== "GET" || address.origin !== origin) return "other";
  if (mode === "navigate") return "page";
  return address.pathname.startsWith(ASSETS) ? "asset" : "other";
}

/**
 * The page itself comes from the server each time, so that nobody plays with an old one; only when there is no server,
 * the offline page comes in its place.
 */
export async function answerPage(ask: () => Promise<Response>, shelf: Shelf): Promise<Response> {
  const answer = await ask().catch(() => null);
  if (answer !== null && !NOBODY.includes(answer.status)) return answer;
  return (await shelf.match(OFFLINE_PAGE)) ?? answer ?? Response.error();
}

/** An asset comes from the shelf, or is put there for the next time. */
export async function answerAsset(
  request: Request,
  ask: () => Promise<Response>,
  shelf: Shelf,
): Promise<Response> {
  const kept = await shelf.match(request);
  if (kept !== undefined) return kept;
  const answer = await ask();
  // A full disk, or a private window: the asset is there all the same.
  if (answer.status === 200) await shelf.put(request, answer.clone()).catch(() => {});
  return answer;
}

/** The assets that a page names, each once: caches refuse a list that has one twice. */
export function assetsOf(html: string): string[] {
  return [...new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!))];
}
