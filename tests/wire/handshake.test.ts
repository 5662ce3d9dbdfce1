/** The opening handshake, from the sections of RFC 6455 that the titles name. */
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import {
  acceptFor,
  connectWire,
  type Handshake,
  request,
  reserveSeat,
  SAMPLE_ACCEPT,
  SAMPLE_KEY,
  type Wire,
} from "../../tools/wire/index.ts";
import { expectOpen, shake, useServer } from "./game.ts";

const server = useServer();

const change = (headers: Readonly<Record<string, string | null>>): Handshake => ({ change: headers });
const add = (name: string, value: string): Handshake => ({ add: [[name, value]] });

async function expectAccepted(handshake: Handshake): Promise<Wire> {
  const wire = await shake(server(), handshake);
  expect(wire.response.status).toBe(101);
  await expectOpen(wire);
  return wire;
}

/** Refused, and the connection is over: nothing that follows may be taken for another request or for frames. */
async function expectRefused(handshake: Handshake, status: number): Promise<Wire> {
  const wire = await shake(server(), handshake);
  expect(wire.response.status).toBe(status);
  expect(wire.response.headers.has("sec-websocket-accept")).toBe(false);
  await wire.end();
  wire.destroy();
  return wire;
}

describe("§1.3 the sample handshake", () => {
  it("the RFC's key gives the RFC's answer", async () => {
    expect(acceptFor(SAMPLE_KEY)).toBe(SAMPLE_ACCEPT);
    const { response } = await expectAccepted(change({ "sec-websocket-key": SAMPLE_KEY }));
    expect(response.headers.get("sec-websocket-accept")).toBe(SAMPLE_ACCEPT);
  });
});

describe("§4.2.1 what a handshake must have: accepted", () => {
  it.each<[string, Handshake]>([
    ["item 3: Upgrade in any case", change({ upgrade: "WebSocket" })],
    ["item 3: Upgrade in capitals", change({ upgrade: "WEBSOCKET" })],
    ["item 4: Connection in lower case", change({ connection: "upgrade" })],
    ["item 4: Connection in capitals", change({ connection: "UPGRADE" })],
    ["item 4: Upgrade last in a list of Connection", change({ connection: "keep-alive, Upgrade" })],
    ["item 4: Upgrade first in a list of Connection", change({ connection: "Upgrade,keep-alive" })],
    [
      "item 4: Upgrade in the second of two Connections",
      { change: { connection: "keep-alive" }, add: [["Connection", "Upgrade"]] },
    ],
    ["item 5: blanks around the key", change({ "sec-websocket-key": ` \t${SAMPLE_KEY} \t` })],
    ["item 7: no Origin, as from clients other than browsers", {}],
    ["item 10: unknown headers", add("X-Anything", "goes")],
    ["item 10: a cookie", add("Cookie", "a=b")],
    [
      "names of headers in any case",
      {
        change: { "sec-websocket-key": null, upgrade: null },
        add: [
          ["SEC-WEBSOCKET-KEY", SAMPLE_KEY],
          ["uPGRADE", "websocket"],
        ],
      },
    ],
  ])("%s", async (_what, handshake) => {
    await expectAccepted(handshake);
  });

  it("item 1: the target as an absolute URI", async () => {
    const { target } = await reserveSeat(server().endpoint, "Wire");
    const wire = await connectWire(server().port, `${server().endpoint}${target}`);
    expect(wire.response.status).toBe(101);
    await expectOpen(wire);
  });

  it("a request that arrives in pieces", async () => {
    const { port, endpoint } = server();
    const { target } = await reserveSeat(endpoint, "Wire");
    const bytes = request(`127.0.0.1:${port}`, target);
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    for (const [i, piece] of (bytes.match(/[\s\S]{1,40}/g) ?? []).entries()) {
      if (i > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      socket.write(piece);
    }
    const answer = await new Promise<Buffer>((resolve) => socket.once("data", resolve));
    expect(answer.toString("latin1")).toContain("HTTP/1.1 101 ");
    expect(answer.toString("latin1")).toContain(SAMPLE_ACCEPT);
    socket.destroy();
  });
});

describe("§4.2.1 what a handshake must have: refused", () => {
  it.each<[string, Handshake, number]>([
    ["item 1: POST", { method: "POST" }, 405],
    ["item 1: PUT", { method: "PUT" }, 405],
    ["item 1: HEAD", { method: "HEAD" }, 405],
    ["item 1: OPTIONS", { method: "OPTIONS" }, 405],
    ["item 1: HTTP/1.0", { version: "HTTP/1.0" }, 400],
    ["item 1: HTTP/0.9", { version: "HTTP/0.9" }, 400],
    ["item 1: HTTP/2.0, which has another form", { version: "HTTP/2.0" }, 400],
    ["item 1: HTTP/3.7, which there is not", { version: "HTTP/3.7" }, 400],
    ["item 1: a body", add("Content-Length", "12"), 400],
    ["item 1: a body in chunks", add("Transfer-Encoding", "chunked"), 400],
    ["item 2: no Host", change({ host: null }), 400],
    ["item 2: an empty Host", change({ host: "" }), 400],
    ["item 2: a Host that is none", change({ host: "a host/of some kind" }), 400],
    ["item 2: two Hosts", add("Host", "127.0.0.1"), 400],
    ["item 3: no Upgrade", change({ upgrade: null }), 400],
    ["item 3: an empty Upgrade", change({ upgrade: "" }), 400],
    ["item 3: Upgrade to something else", change({ upgrade: "h2c" }), 400],
    ["item 3: an Upgrade that only begins right", change({ upgrade: "websockets" }), 400],
    ["item 4: no Connection", change({ connection: null }), 400],
    ["item 4: an empty Connection", change({ connection: "" }), 400],
    ["item 4: Connection without Upgrade", change({ connection: "keep-alive" }), 400],
    ["item 4: a Connection that only begins right", change({ connection: "upgraded" }), 400],
    ["item 5: no key", change({ "sec-websocket-key": null }), 400],
    ["item 5: an empty key", change({ "sec-websocket-key": "" }), 400],
    ["item 5: a key of 15 bytes", change({ "sec-websocket-key": Buffer.alloc(15).toString("base64") }), 400],
    ["item 5: a key of 17 bytes", change({ "sec-websocket-key": Buffer.alloc(17).toString("base64") }), 400],
    ["item 5: a key that is no base64", change({ "sec-websocket-key": "dGhlIHNhbXBsZSBub25j!!==" }), 400],
    ["item 5: two keys", add("Sec-WebSocket-Key", SAMPLE_KEY), 400],
    ["item 6: no version", change({ "sec-websocket-version": null }), 400],
    ["item 6: two versions", add("Sec-WebSocket-Version", "13"), 400],
  ])("%s", async (_what, handshake, status) => {
    await expectRefused(handshake, status);
  });
});

describe("§4.2.2 what the server answers", () => {
  it("status, Upgrade, Connection and the key's digest, and nothing that was not asked for", async () => {
    const key = Buffer.from("0123456789abcdef").toString("base64");
    const { response } = await expectAccepted(change({ "sec-websocket-key": key }));
    expect(response.version).toBe("HTTP/1.1");
    expect(response.headers.get("upgrade")?.toLowerCase()).toBe("websocket");
    expect(response.headers.get("connection")?.toLowerCase()).toBe("upgrade");
    expect(response.headers.get("sec-websocket-accept")).toBe(acceptFor(key));
    expect(response.headers.has("sec-websocket-protocol")).toBe(false);
    expect(response.headers.has("sec-websocket-extensions")).toBe(false);
  });

  it("item 4: 404 for what is not there", async () => {
    for (const target of ["/", "/somewhere", "/index.html?sessionId=abc", "*"]) {
      const wire = await connectWire(server().port, target);
      expect([target, wire.response.status]).toEqual([target, 404]);
      await wire.end();
    }
  });

  it("item 5: no subprotocol is agreed to, for the server speaks none", async () => {
    const { response } = await expectAccepted(add("Sec-WebSocket-Protocol", "chat, superchat"));
    expect(response.headers.has("sec-websocket-protocol")).toBe(false);
  });

  it.each(["", "chat,,superchat", "two words", "chat, chat"])(
    "item 5: a malformed list of subprotocols, %j",
    async (value) => {
      await expectRefused(add("Sec-WebSocket-Protocol", value), 400);
    },
  );
});

describe("§4.4 other versions", () => {
  it.each(["0", "7", "8", "12", "14", "255", "13, 8", "0xd", "13.0", "+13", "1.3e1", "013", "abc", ""])(
    "version %j: 426, and the answer names 13",
    async (version) => {
      const { response } = await expectRefused(change({ "sec-websocket-version": version }), 426);
      expect(response.headers.get("sec-websocket-version")).toBe("13");
      expect(response.headers.get("upgrade")).toBe("websocket");
    },
  );
});

describe("§10.2 the origin", () => {
  it("a page of this server may connect", async () => {
    await expectAccepted(add("Origin", server().endpoint));
  });

  it.each(["https://elsewhere.example", "http://127.0.0.1", "null", ""])(
    "another origin is refused with 403: %j",
    async (origin) => {
      await expectRefused(add("Origin", origin), 403);
    },
  );
});

describe("§9.1 extensions", () => {
  it.each([
    "permessage-deflate",
    "permessage-deflate; client_max_window_bits",
    'permessage-deflate; server_max_window_bits="10", x-unknown; a=b',
  ])("an offer that the server does not take is left out of its answer: %s", async (offer) => {
    const { response } = await expectAccepted(add("Sec-WebSocket-Extensions", offer));
    expect(response.headers.has("sec-websocket-extensions")).toBe(false);
  });

  it.each(["", ";", "permessage-deflate;", "a; =1", "a b", 'a; b="two words"', "a; b=", "a,,b"])(
    "a malformed offer is refused: %j",
    async (offer) => {
      await expectRefused(add("Sec-WebSocket-Extensions", offer), 400);
    },
  );
});
