/** Requests over HTTP: pages, matchmaking with every kind of body, broken heads. */
import { ARENA_ROOM, PROTOCOL_VERSION } from "../../../shared/protocol.ts";
import { request, SAMPLE_KEY } from "../../wire/index.ts";
import type { Dice } from "./dice.ts";

const HOST = "127.0.0.1";
const METHODS = [
  "GET",
  "POST",
  "PUT",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
  "TRACE",
  "CONNECT",
  "BREW",
  "get",
  "G\u0000T",
];
const CALLS = [
  "joinOrCreate",
  "joinById",
  "join",
  "create",
  "reconnect",
  "__proto__",
  "constructor",
  "toString",
  "devMode",
  "",
];
const ROOMS = [
  ARENA_ROOM,
  "lobby",
  "__proto__",
  "constructor",
  "aaaaaaaaa",
  "%00",
  "%",
  "..",
  "a".repeat(300),
];
const PATHS = [
  ...[
    "/",
    "/healthz",
    "/metrics",
    "/assets/",
    "/assets/../server/main.ts",
    "/assets/%2e%2e/%2e%2e/package.json",
    "//",
    "/%",
  ],
  ...[
    "/__healthcheck",
    "/matchmake",
    "/matchmake/",
    "/index.html",
    "/?__proto__[x]=1",
    "*",
    "http://elsewhere/",
    "/\u0001",
  ],
];

/** A body of JSON that is nearly, or not at all, the options of a join. */
function anyOptions(dice: Dice): string {
  const good = { name: "Eve", protocol: PROTOCOL_VERSION };
  switch (dice.int(9)) {
    case 0:
      return JSON.stringify(dice.pick([null, 1, "x", [], [[[]]], true, {}]));
    case 1:
      return JSON.stringify({
        ...good,
        name: dice.pick<unknown>([
          null,
          7,
          [],
          {},
          "",
          " ",
          "x".repeat(99),
          "\u202e",
          "\u0000",
          { toString: 1 },
        ]),
      });
    case 2:
      return JSON.stringify({ ...good, protocol: dice.pick([null, -1, 1e308, "1", [], {}, 0.5]) });
    case 3:
      return `{"__proto__":{"name":"Eve","protocol":${PROTOCOL_VERSION}},"constructor":{"prototype":{}}}`;
    case 4:
      return "[".repeat(1 + dice.int(3000));
    case 5:
      return `{"name":"${"\\u0041".repeat(dice.int(500))}","protocol":${"9".repeat(dice.int(400))}}`;
    case 6:
      return JSON.stringify({
        ...good,
        reconnectionToken: dice.pick([null, {}, "x", "__proto__", 1]),
        sessionId: "x",
      });
    case 7:
      return JSON.stringify({ ...good, settings: { seats: dice.edge() }, roomId: "__proto__" });
    default:
      return dice.mutate(Buffer.from(JSON.stringify(good))).toString("latin1");
  }
}

function head(dice: Dice, method: string, path: string, headers: readonly string[]): string {
  const version = dice.chance(0.95)
    ? "HTTP/1.1"
    : dice.pick(["HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/1.1 ", ""]);
  const lines = [`Host: ${HOST}`, "Connection: close", ...headers];
  return `${method} ${path} ${version}\r\n${lines.join("\r\n")}\r\n\r\n`;
}

/** A request to matchmaking. */
export function matchmaking(dice: Dice): Buffer {
  const body = Buffer.from(anyOptions(dice));
  const length = dice.chance(0.95) ? body.length : dice.edge();
  const type = dice.pick([
    "application/json",
    "application/json",
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "",
  ]);
  const method = dice.chance(0.9) ? "POST" : dice.pick(METHODS);
  const path = `/matchmake/${dice.pick(CALLS)}/${dice.pick(ROOMS)}`;
  return Buffer.concat([
    Buffer.from(head(dice, method, path, [`Content-Type: ${type}`, `Content-Length: ${length}`])),
    body,
  ]);
}

/** Any other request. */
export function anyRequest(dice: Dice): Buffer {
  const headers = dice.pick<readonly string[]>([
    [],
    ["Content-Length: 5", "Content-Length: 6"],
    ["Transfer-Encoding: chunked", "Content-Length: 4"],
    [`X: ${"y".repeat(dice.int(9000))}`],
    ["Range: bytes=0-,0-,0-"],
    ["Authorization: Bearer \u00ff", "Cookie: __proto__=1"],
    ["Expect: 100-continue", "Content-Length: 1"],
    ["Bad Header", ": empty"],
  ]);
  const made = Buffer.from(head(dice, dice.pick(METHODS), dice.pick(PATHS), headers), "latin1");
  return dice.chance(0.3) ? dice.mutate(made) : made;
}

/** The query of a socket with a seat that nobody was given. */
export function forgedSeat(dice: Dice): Buffer {
  const id = (): string =>
    dice.pick(["", "x", "__proto__", "constructor", "%00", "a".repeat(9), dice.bytes(6).toString("hex")]);
  const query = dice.pick([
    `sessionId=${id()}`,
    `sessionId=${id()}&reconnectionToken=${id()}`,
    `reconnectionToken=${id()}&skipHandshake=1`,
    `sessionId[]=${id()}&sessionId=${id()}`,
    `_authToken=${id()}`,
    "%".repeat(dice.int(50)),
  ]);
  return Buffer.from(request(HOST, `/${id()}/${id()}?${query}`));
}

/** An opening handshake of RFC 6455 section 4.1 with one thing wrong, or several. */
export function anyHandshake(dice: Dice): Buffer {
  const oddKey = dice.pick(["", "x", SAMPLE_KEY.repeat(2), "////", dice.bytes(16).toString("base64")]);
  const change = dice.pick<Record<string, string | null>>([
    { host: null },
    { upgrade: dice.pick([null, "h2c", "WEBSOCKET", "websocket, h2c", ""]) },
    { connection: dice.pick([null, "close", "keep-alive, Upgrade", "upgrade"]) },
    { "sec-websocket-key": dice.chance(0.2) ? null : oddKey },
    { "sec-websocket-version": dice.pick([null, "8", "0", "-1", "13, 8", "99999999999"]) },
    {},
  ]);
  const add = dice.pick<readonly [string, string][]>([
    [],
    [["Sec-WebSocket-Key", SAMPLE_KEY]],
    [
      [
        "Sec-WebSocket-Extensions",
        dice.pick(["permessage-deflate; server_max_window_bits=99", ";;;", "x".repeat(400)]),
      ],
    ],
    [["Sec-WebSocket-Protocol", dice.pick(["a, a", "", "\u00e9", ",".repeat(99)])]],
    [["Origin", dice.pick(["null", "http://evil.example", "::", ""])]],
  ]);
  const method = dice.chance(0.8) ? "GET" : dice.pick(METHODS);
  const version = dice.chance(0.8) ? "HTTP/1.1" : dice.pick(["HTTP/1.0", "HTTP/0.9", "HTTP/2", ""]);
  const made = Buffer.from(request(HOST, dice.pick(PATHS), { method, version, change, add }), "latin1");
  return dice.chance(0.3) ? dice.mutate(made) : made;
}

/** Bytes that are no HTTP at all, or only the beginning of it. */
export function garbage(dice: Dice): Buffer {
  switch (dice.int(4)) {
    case 0:
      return dice.bytes(1 + dice.int(600));
    case 1: {
      const whole = Buffer.from(request(HOST, "/"));
      return whole.subarray(0, 1 + dice.int(whole.length - 1));
    }
    case 2:
      // The greeting of a TLS client, which somebody will send to a plain port.
      return Buffer.concat([
        Buffer.of(0x16, 0x03, 0x01, dice.byte(), dice.byte()),
        dice.bytes(dice.int(300)),
      ]);
    default:
      return Buffer.concat([Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), dice.bytes(dice.int(64))]);
  }
}
