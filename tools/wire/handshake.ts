/** The opening handshake of RFC 6455 section 4, with every line in the caller's hand. */
import { createHash } from "node:crypto";

/** Section 1.3: the key of the sample handshake, and the answer that belongs to it. */
export const SAMPLE_KEY = "dGhlIHNhbXBsZSBub25jZQ==";
export const SAMPLE_ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

/** Section 1.3: what every server appends to the key before it hashes. */
const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

export type Header = readonly [name: string, value: string];

/** A handshake; what is left out is as an honest client has it. */
export interface Handshake {
  /** Default GET. */
  readonly method?: string;
  /** Default HTTP/1.1. */
  readonly version?: string;
  /** Headers by lower-case name that take the place of the honest ones; null leaves a header out. */
  readonly change?: Readonly<Record<string, string | null>>;
  /** Headers after the others, also a second one of the same name. */
  readonly add?: readonly Header[];
}

/** The head of an HTTP answer. Names of headers are in lower case. */
export interface HttpResponse {
  readonly version: string;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
}

/** The answer that proves that the server read the key (section 4.2.2). */
export function acceptFor(key: string): string {
  return createHash("sha1")
    .update(key + GUID)
    .digest("base64");
}

/**
 * The bytes of a request for a WebSocket.
 * @param host value of the Host header
 * @param target path and query
 */
export function request(host: string, target: string, handshake: Handshake = {}): string {
  const { method = "GET", version = "HTTP/1.1", change = {}, add = [] } = handshake;
  const honest: readonly Header[] = [
    ["Host", host],
    ["Upgrade", "websocket"],
    ["Connection", "Upgrade"],
    ["Sec-WebSocket-Key", SAMPLE_KEY],
    ["Sec-WebSocket-Version", "13"],
  ];
  const headers = honest.flatMap(([name, value]): Header[] => {
    const changed = change[name.toLowerCase()];
    return changed === null ? [] : [[name, changed ?? value]];
  });
  const lines = [...headers, ...add].map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${target} ${version}\r\n${lines.join("")}\r\n`;
}

/**
 * Reads the head of an answer.
 * @returns null as long as the head is not complete; `rest` is what follows the empty line
 */
export function parseResponse(bytes: Buffer): { response: HttpResponse; rest: Buffer } | null {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const [first = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  const [version = "", status = ""] = first.split(" ");
  return { response: { version, status: Number(status), headers }, rest: bytes.subarray(end + 4) };
}
