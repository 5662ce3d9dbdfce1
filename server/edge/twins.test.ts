import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { preferTwins } from "./twins.ts";

const PAGE = "<!doctype html><title>Page</title>";
const folder = mkdtempSync(join(tmpdir(), "twins-"));
let server: Server;

beforeAll(async () => {
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "index.html.br"), brotliCompressSync(PAGE));
  writeFileSync(join(folder, "plain.svg"), "<svg/>");
  const app = express();
  app.use(preferTwins(folder));
  app.use(express.static(folder));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Asks as a browser does that takes these encodings. */
function ask(
  path: string,
  encodings: string,
): Promise<{ status?: number; headers: IncomingHttpHeaders; body: Buffer }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, headers: { "accept-encoding": encodings } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    }).on("error", reject);
  });
}

describe("twins", () => {
  it.each(["/", "/index.html", "/?probe"])("go to who takes them, as what they are (%s)", async (path) => {
    const { headers, body } = await ask(path, "gzip, br");
    expect(headers["content-encoding"]).toBe("br");
    expect(headers["content-type"]).toMatch(/^text\/html/);
    expect(headers.vary).toBe("Accept-Encoding");
    expect(brotliDecompressSync(body).toString()).toBe(PAGE);
  });

  it("do not go to who does not", async () => {
    const { headers, body } = await ask("/index.html", "gzip");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(headers.vary).toBe("Accept-Encoding");
    expect(body.toString()).toBe(PAGE);
  });

  it("are not made up for files that have none", async () => {
    const { status, headers } = await ask("/plain.svg", "br");
    expect(status).toBe(200);
    expect(headers["content-encoding"]).toBeUndefined();
    expect((await ask("/nothing.js", "br")).status).toBe(404);
  });
});
