/**
 * ws 8.23 and Node 24 open a WebSocket where RFC 6455 says that the server must not: over HTTP/1.0, 0.9 and a 2.0 that is
 * none, without or with two Host headers, for version 8 and whatever else reads as the number 13, for a malformed list of extensions; they agree to
 * the first subprotocol that a client names, read a body as frames, and Colyseus 0.18 upgrades any path. This gate stands before the upgrade and
 * answers with the status that the RFC asks for. tests/wire/stock.test.ts fails once a part of it is needless.
 */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type TransportOptions, WebSocketTransport } from "@colyseus/ws-transport";
import { shareInbox } from "./inbox.ts";

/** An HTTP answer in place of an upgrade. */
export interface Refusal {
  readonly status: number;
  /** What is wrong, for whoever writes a client. */
  readonly says: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What of a request the gate looks at. */
export type HandshakeRequest = Pick<IncomingMessage, "method" | "httpVersion" | "url" | "rawHeaders">;

/** The one version there is (section 4.1, item 9). */
const VERSION = "13";

/** Where rooms are: any prefix, then process and room, as Colyseus reads it. */
const ROOM_PATH = /\/[\w-]+\/[\w-]+$/;

/** uri-host and port of RFC 3986, without the rarities that no server of ours has as its name. */
const HOST = /^(?:\[[0-9A-Fa-f:.]+\]|[\w.~%!$&'()*+;=-]+)(?::\d{0,5})?$/;

/** Section 9.1: extensions with their parameters, by the grammar. */
const TOKEN = "[!#$%&'*+.^`|~\\w-]+";
const PARAMETER = `${TOKEN}(?:[ \\t]*=[ \\t]*(?:${TOKEN}|"${TOKEN}"))?`;
const EXTENSION = `${TOKEN}(?:[ \\t]*;[ \\t]*${PARAMETER})*`;
const EXTENSIONS = new RegExp(`^${EXTENSION}(?:[ \\t]*,[ \\t]*${EXTENSION})*$`);

/** Every value that a header has; Node's `headers` joins or drops repeated ones. */
function valuesOf(request: HandshakeRequest, name: string): string[] {
  const { rawHeaders } = request;
  return rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]!.toLowerCase() === name);
}

function pathOf(url: string | undefined): string {
  return (url ?? "").split("?", 1)[0]!;
}

/**
 * What is wrong with a handshake, or null when it may go on. Key and subprotocols are left to ws, which is strict there.
 * Section 4.2.1 unless said otherwise.
 */
export function handshakeFault(request: HandshakeRequest): Refusal | null {
  const bad = (says: string): Refusal => ({ status: 400, says });
  if (request.method !== "GET") {
    return { status: 405, says: "a handshake is a GET", headers: { Allow: "GET" } };
  }
  // "Or higher" is none of what Node's parser reads besides: 0.9, 1.0, and a 2.0 that is not HTTP/2.
  if (request.httpVersion !== "1.1") return bad("a handshake needs HTTP/1.1");
  const hosts = valuesOf(request, "host");
  if (hosts.length !== 1 || !HOST.test(hosts[0]!)) return bad("a handshake has one valid Host");
  if (valuesOf(request, "upgrade").join(",").toLowerCase() !== "websocket") {
    return bad("a handshake has Upgrade: websocket");
  }
  const versions = valuesOf(request, "sec-websocket-version");
  if (versions.length !== 1) return bad("a handshake has one Sec-WebSocket-Version");
  if (versions[0] !== VERSION) {
    // Section 4.4; RFC 9110 section 15.5.22 wants to read what to upgrade to.
    const headers = { Upgrade: "websocket", "Sec-WebSocket-Version": VERSION };
    return { status: 426, says: `the version is ${VERSION}`, headers };
  }
  const lengths = valuesOf(request, "content-length");
  if (lengths.some((length) => length !== "0") || valuesOf(request, "transfer-encoding").length > 0) {
    // Node would read the body as frames, while a proxy before it takes it for a body (RFC 9112 section 11.2).
    return bad("a handshake has no body");
  }
  const extensions = valuesOf(request, "sec-websocket-extensions");
  if (!extensions.every((list) => EXTENSIONS.test(list))) return bad("malformed Sec-WebSocket-Extensions");
  // Section 4.2.2, item 4. Colyseus answers any other path with a ping service that nobody here uses.
  if (!ROOM_PATH.test(pathOf(request.url))) return { status: 404, says: "there is no WebSocket here" };
  return null;
}

/** Answers on the bare socket and hangs up. */
function refuse(socket: Duplex, { status, says, headers = {} }: Refusal): void {
  const body = `${says}\n`;
  const lines = Object.entries({
    ...headers,
    Connection: "Upgrade" in headers ? "Upgrade, close" : "close",
    "Content-Type": "text/plain",
    "Content-Length": String(Buffer.byteLength(body)),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on("error", () => socket.destroy());
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
}

/** The transport of Colyseus behind the gate. */
export class GatedTransport extends WebSocketTransport {
  constructor(options: TransportOptions = {}) {
    // Section 4.2.2, item 5: agree only to what the server speaks, and it speaks no subprotocol.
    super({ handleProtocols: () => false, ...options });
    this.wss.on("connection", shareInbox);
  }

  /** Called by the inherited constructor, so nothing in here may need a field of this class. */
  protected override listenForUpgrade(
    server: Server,
    filter: (request: IncomingMessage) => boolean = () => true,
  ): void {
    const refused = new WeakSet<IncomingMessage>();
    server.on("upgrade", (request, socket) => {
      const fault = filter(request) ? handshakeFault(request) : null;
      if (fault === null) return;
      refused.add(request);
      refuse(socket, fault);
    });
    super.listenForUpgrade(server, (request) => !refused.has(request) && filter(request));
  }
}

/**
 * Middleware for handshakes whose Upgrade or Connection header is missing: Node takes them for a request of a page, and
 * they would get one.
 */
export function refuseHalfHandshake(
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  const { headers } = request;
  const meant = "sec-websocket-key" in headers || headers.upgrade?.toLowerCase() === "websocket";
  if (!meant) {
    next();
    return;
  }
  response.writeHead(400, { "Content-Type": "text/plain", Connection: "close" });
  response.end("a handshake has Upgrade: websocket and Connection: Upgrade\n");
}
