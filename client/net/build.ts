/** Put in by the bundler (vite.config.ts); players without a page have none. */
declare const __BUILD__: string | undefined;

/** What this client was built from; the server turns away one that is not its own. */
export const BUILD = typeof __BUILD__ === "string" ? __BUILD__ : "";
