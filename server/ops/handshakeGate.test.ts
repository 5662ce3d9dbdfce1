import { describe, expect, it } from "vitest";
import { type HandshakeRequest, handshakeFault } from "./handshakeGate.ts";

const HONEST = ["Host", "play.example.org", "Upgrade", "websocket", "Sec-WebSocket-Version", "13"];

const request = (change: Partial<HandshakeRequest> = {}): HandshakeRequest => ({
  method: "GET",
  httpVersion: "1.1",
  url: "/process/room?sessionId=abc",
  rawHeaders: HONEST,
  ...change,
});

/** The honest headers with one that has another value, or with a further one. */
function withHeader(name: string, value: string): HandshakeRequest {
  const at = HONEST.indexOf(name);
  const rawHeaders = at < 0 ? [...HONEST, name, value] : HONEST.with(at + 1, value);
  return request({ rawHeaders });
}

describe("a handshake passes the gate", () => {
  it.each([
    ["as clients send it", request()],
    ["below a path of a proxy", request({ url: "/eu1/process/room?sessionId=abc" })],
    ["as an absolute URI", request({ url: "http://play.example.org/process/room" })],
    ["on a host by its address", withHeader("Host", "192.0.2.1:2567")],
    ["on a host by its IPv6 address", withHeader("Host", "[2001:db8::1]:2567")],
    ["with an upgrade in capitals", withHeader("Upgrade", "WebSocket")],
    ["with a body of no length", withHeader("Content-Length", "0")],
    ["with offers in several headers", withHeader("Sec-WebSocket-Extensions", 'a; b="c" , d;e=f')],
  ])("%s", (_what, given) => {
    expect(handshakeFault(given)).toBeNull();
  });
});

describe("a handshake is refused", () => {
  it.each([
    ["another method", request({ method: "POST" }), 405],
    ["an old version of HTTP", request({ httpVersion: "1.0" }), 400],
    ["no header at all", request({ rawHeaders: [] }), 400],
    ["a host with a path", withHeader("Host", "play.example.org/x"), 400],
    ["two hosts", request({ rawHeaders: [...HONEST, "host", "play.example.org"] }), 400],
    ["two hosts in one", withHeader("Host", "play.example.org, play.example.org"), 400],
    ["two upgrades", withHeader("Upgrade", "websocket, h2c"), 400],
    ["another version", withHeader("Sec-WebSocket-Version", "8"), 426],
    ["a malformed offer", withHeader("Sec-WebSocket-Extensions", "a;"), 400],
    ["a body", withHeader("Content-Length", "12"), 400],
    ["a body in chunks", withHeader("Transfer-Encoding", "chunked"), 400],
    ["the path of a page", request({ url: "/?sessionId=/process/room" }), 404],
    ["no path", request({ url: undefined }), 404],
  ])("%s", (_what, given, status) => {
    expect(handshakeFault(given)?.status).toBe(status);
  });

  it("quickly, even for a header made to be slow", () => {
    const begin = performance.now();
    const worst = `a${";a=a".repeat(4000)} !,`;
    expect(handshakeFault(withHeader("Sec-WebSocket-Extensions", worst))?.status).toBe(400);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
