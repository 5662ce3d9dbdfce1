import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A page of the tests, served from its sources. */
export interface ServedSources {
  /** Where the page is; ends with a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** @param folder where its `index.html` is, from the root of the repository */
export async function serveSources(folder: string): Promise<ServedSources> {
  const server = await createServer({
    configFile: `${ROOT}vite.config.ts`,
    mode: "stage",
    root: `${ROOT}${folder}`,
    // Apart from the one of a developer's server, which may be at work, and from those of other pages.
    cacheDir: `${ROOT}node_modules/.vite-${folder.split("/").at(-1)}`,
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, hmr: false, watch: null, fs: { allow: [ROOT] } },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error(`the server of ${folder} has no address`);
  return { address, close: () => server.close() };
}
