/** How the edge says no: a status, a sentence for people, and when to come back. */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

export interface Refusal {
  readonly status: number;
  readonly error: string;
  /** Seconds until trying again makes sense. */
  readonly retryAfter?: number;
  /** Further headers of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

function headersOf({ headers, retryAfter }: Refusal): Record<string, string> {
  const wait: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  const fixed = {
    "Content-Type": "application/json",
    "X-Content-Type-Options": "nosniff",
    Connection: "close",
  };
  return { ...headers, ...wait, ...fixed };
}

/** Colyseus' shape of an error, which its SDK reads. */
function bodyOf({ status, error }: Refusal): string {
  return JSON.stringify({ code: status, error });
}

/** Answers a request with a refusal. What is left of its body is not read. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  request.pause();
  const body = bodyOf(refusal);
  response.writeHead(refusal.status, { ...headersOf(refusal), "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}

/** Answers a request for a WebSocket with a refusal, before any handshake. */
export function refuseUpgrade(socket: Duplex, refusal: Refusal): void {
  const body = bodyOf(refusal);
  const lines = Object.entries({ ...headersOf(refusal), "Content-Length": Buffer.byteLength(body) });
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.on("error", () => socket.destroy());
  // A peer that never closes its half would keep the socket otherwise.
  socket.once("finish", () => socket.destroy());
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
