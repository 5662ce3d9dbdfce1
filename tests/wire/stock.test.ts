/**
 * Where ws, Node and a stock Colyseus are laxer than RFC 6455. Each of these fails once upstream is strict: the part of
 * the gate that it names may go then, together with its test.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BINARY, CLOSE, connectWire, type Handshake, PING, PONG, type Wire } from "../../tools/wire/index.ts";

const STOCK = fileURLToPath(new URL("../fixtures/stockServer.ts", import.meta.url));

let child: ChildProcess;
let port: number;

beforeAll(async () => {
  child = spawn(process.execPath, [STOCK], {
    env: { ...process.env, STOCK_ROOM: "inputs", LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout!, "data")) as [Buffer];
  port = Number(new URL(line.toString().trim()).port);
});

afterAll(() => {
  child.kill("SIGKILL");
});

/** On this path a stock server answers any message, for a second. */
const stock = (handshake?: Handshake): Promise<Wire> => connectWire(port, "/", handshake);

describe("a stock server opens a WebSocket (server/ops/handshakeGate.ts)", () => {
  it.each<[string, Handshake]>([
    ["§4.2.1 over HTTP/0.9", { version: "HTTP/0.9" }],
    ["§4.2.1 over HTTP/1.0", { version: "HTTP/1.0" }],
    ["§4.2.1 over HTTP/2.0 in the form of HTTP/1.1", { version: "HTTP/2.0" }],
    ["§4.2.1 without a Host", { change: { host: null } }],
    ["§4.2.1 with an empty Host", { change: { host: "" } }],
    ["§4.2.1 with two Hosts", { add: [["Host", "elsewhere"]] }],
    ["§4.4 for version 8", { change: { "sec-websocket-version": "8" } }],
    ["§4.4 for version 0xd", { change: { "sec-websocket-version": "0xd" } }],
    ["§4.4 for version 1.3e1", { change: { "sec-websocket-version": "1.3e1" } }],
    ["§9.1 for a malformed list of extensions", { add: [["Sec-WebSocket-Extensions", "a; =1"]] }],
    ["§4.2.1 with a body", { add: [["Content-Length", "12"]] }],
    ["§4.2.2 on a path where nothing is", {}],
  ])("%s", async (_what, handshake) => {
    const wire = await stock(handshake);
    expect(wire.response.status).toBe(101);
    wire.destroy();
  });

  it("§4.2.2 and agrees to a subprotocol that nobody speaks", async () => {
    const wire = await stock({ add: [["Sec-WebSocket-Protocol", "klingon"]] });
    expect(wire.response.headers.get("sec-websocket-protocol")).toBe("klingon");
    wire.destroy();
  });

  it("§4.4 and names version 8 where it refuses one, with 400", async () => {
    const wire = await stock({ change: { "sec-websocket-version": "7" } });
    expect(wire.response.status).toBe(400);
    expect(wire.response.headers.get("sec-websocket-version")).toBe("13, 8");
  });

  it.each(["upgrade", "connection"])("§4.2.1 and takes a handshake without %s for a page", async (header) => {
    const wire = await stock({ change: { [header]: null } });
    expect(wire.response.status).not.toBe(400);
    wire.destroy();
  });
});

describe("a stock server reads a frame (server/ops/shortestLength.ts)", () => {
  it.each([
    ["16 bits", 16 as const],
    ["64 bits", 64 as const],
  ])("§5.2 whose length of 5 is in %s", async (_what, lengthForm) => {
    const wire = await stock();
    wire.send({ opcode: BINARY, payload: "hello", lengthForm });
    wire.send({ opcode: PING });
    const answer = await wire.next(({ opcode }) => opcode === PONG || opcode === CLOSE, "a PONG");
    expect(answer.opcode).toBe(PONG);
    wire.destroy();
  });
});
