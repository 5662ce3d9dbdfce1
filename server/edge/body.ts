/** Reads the small JSON objects that matchmaking takes, and nothing larger. */
import type { IncomingMessage } from "node:http";
import type { Refusal } from "./refusal.ts";

/** Bytes of a matchmaking body; an honest one has below 400. */
export const BODY_BYTES = 4096;

const TOO_LARGE: Refusal = { status: 413, error: `the body is larger than ${BODY_BYTES} bytes` };
const MALFORMED: Refusal = { status: 400, error: "the body is no JSON object" };

export type Body = { readonly ok: Readonly<Record<string, unknown>> } | { readonly refusal: Refusal };

function parse(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return { refusal: MALFORMED };
    return { ok: value as Record<string, unknown> };
  } catch {
    return { refusal: MALFORMED };
  }
}

/**
 * The JSON object in a request's body.
 * @returns null when the client went away before it was complete
 */
export async function readBody(request: IncomingMessage): Promise<Body | null> {
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    return { refusal: { status: 415, error: "the body must be application/json" } };
  if (Number(request.headers["content-length"] ?? 0) > BODY_BYTES) return { refusal: TOO_LARGE };
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const done = (body: Body | null): void => {
      request.removeAllListeners("data");
      resolve(body);
    };
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > BODY_BYTES) done({ refusal: TOO_LARGE });
      else chunks.push(chunk);
    });
    request.once("end", () => done(parse(Buffer.concat(chunks).toString("utf8"))));
    request.once("error", () => done(null));
    request.once("close", () => done(null));
  });
}
