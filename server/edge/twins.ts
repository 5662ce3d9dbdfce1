import { readdirSync } from "node:fs";
import { extname, sep } from "node:path";
import type { RequestHandler } from "express";

/** Ending of a file that the build has compressed with brotli; its name is that of the file itself before it. */
const TWIN = ".br";

/**
 * Hands out the compressed twin of a file to browsers that take it, by pointing what serves files at it. Compressing
 * once while building is better and cheaper than doing it for each request.
 * @param directory of files and their twins, as they are when the server starts
 */
export function preferTwins(directory: string): RequestHandler {
  const twins = new Set(
    readdirSync(directory, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(TWIN))
      .map((file) => `/${file.slice(0, -TWIN.length).split(sep).join("/")}`),
  );
  return (request, response, next) => {
    const path = request.path === "/" ? "/index.html" : request.path;
    if (!twins.has(path)) {
      next();
      return;
    }
    response.vary("Accept-Encoding");
    if (request.acceptsEncodings("br") === "br") {
      response.type(extname(path)).setHeader("Content-Encoding", "br");
      const query = request.url.indexOf("?");
      request.url = `${path}${TWIN}${query < 0 ? "" : request.url.slice(query)}`;
    }
    next();
  };
}
