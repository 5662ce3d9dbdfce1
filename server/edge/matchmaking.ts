/** The way to a seat over HTTP: only three methods, only small JSON, only from welcome pages, and not too often. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "./body.ts";
import type { Limits } from "./limits.ts";
import { corsHeaders, isWelcome, type OriginRules } from "./origin.ts";
import type { Refusal } from "./refusal.ts";
import { holdsSeat } from "./seats.ts";

/** `POST /matchmake/<method>/<room or its id>`, as the SDK asks. */
const PATH = /^\/matchmake\/(joinOrCreate|joinById|reconnect)\/([\w-]{1,64})$/;

/** Everything below it is matchmaking's or nobody's. */
export function isMatchmaking(url: string): boolean {
  return url.startsWith("/matchmake");
}

interface Asked {
  readonly method: string;
  readonly room: string;
}

/** What is wrong with a request before anything of it is counted or read. */
function faultOf(request: IncomingMessage, asked: Asked | null, rules: OriginRules): Refusal | null {
  const { origin, host = "" } = request.headers;
  if (asked === null) return { status: 404, error: "there is no such way to join" };
  if (!isWelcome(origin, host, rules)) return { status: 403, error: "this page may not use this server" };
  if (request.method === "POST" || request.method === "OPTIONS") return null;
  return { status: 405, error: "joining is a POST", headers: { Allow: "POST" } };
}

/** One more join of an address. */
async function count(key: string, limits: Limits): Promise<Refusal | null> {
  return (await limits.join(key)) ?? limits.crowded(key);
}

/**
 * Looks at a request to matchmaking and reads its body into `request.body`, where Colyseus finds it.
 * @returns a refusal; "answered" when nothing is left to do; or "pass"
 */
export async function admitJoin(
  request: IncomingMessage & { body?: unknown },
  response: ServerResponse,
  key: string,
  rules: OriginRules,
  limits: Limits,
): Promise<Refusal | "answered" | "pass"> {
  const match = PATH.exec(request.url ?? "");
  const asked = match === null ? null : { method: match[1]!, room: match[2]! };
  const fault = faultOf(request, asked, rules);
  if (fault !== null || asked === null) return fault ?? "answered";
  for (const [name, value] of Object.entries(corsHeaders(request.headers.origin, rules)))
    response.setHeader(name, value);
  if (request.method === "OPTIONS") {
    response.writeHead(204).end();
    return "answered";
  }
  // A flood is turned away before its bodies are read. Who returns to a held seat is let in even then.
  const returning = asked.method === "reconnect";
  const over = returning ? null : await count(key, limits);
  if (over !== null) return over;
  const body = await readBody(request);
  if (body === null) return "answered";
  if ("refusal" in body) return body.refusal;
  if (returning && !holdsSeat(asked.room, body.ok.reconnectionToken)) {
    const late = await count(key, limits);
    if (late !== null) return late;
  }
  request.body = body.ok;
  return "pass";
}
