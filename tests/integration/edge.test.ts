import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joinArena } from "../../client/net/index.ts";
import { inlineSources } from "../../server/edge/inline.ts";
import { CLOSE, LIMITS } from "../../shared/protocol.ts";
import { joinRaw, type RunningServer, startServer } from "../../tools/headless/index.ts";
import { openLink } from "../../tools/netlab/netlab.ts";
import { type Certificate, makeCertificate } from "../fixtures/certificate.ts";
import { ask, dawdle, JOIN, JOIN_PATH, reserve, socketPath, upgrade } from "../fixtures/edge.ts";

const ROOM = { ARENA: "range", FILL: "0", SEATS: "32" };

/** A server for the tests of one block. */
function useServer(settings: Record<string, string>): { readonly port: number; readonly endpoint: string } {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ ...ROOM, ...settings });
  });
  afterAll(async () => {
    expect(server.process.exitCode).toBeNull();
    await server.stop("SIGKILL");
  });
  return {
    get port() {
      return server.port;
    },
    get endpoint() {
      return server.endpoint;
    },
  };
}

describe("matchmaking at the edge", () => {
  const server = useServer({});

  it("answers with what its bearer needs and permits no foreign page", async () => {
    const { status, headers, body } = await ask({ port: server.port });
    expect(status).toBe(200);
    expect(Object.keys(JSON.parse(body)).sort()).toEqual(["name", "processId", "roomId", "sessionId"]);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it.each<[string, number, Omit<Parameters<typeof ask>[0], "port">]>([
    ["a page of another origin", 403, { headers: { origin: "http://evil.example" } }],
    ["a page of no origin", 403, { headers: { origin: "null" } }],
    [
      "a foreign page that asks beforehand",
      403,
      { method: "OPTIONS", headers: { origin: "http://evil.example" } },
    ],
    ["a body too long", 413, { body: JSON.stringify({ name: "x".repeat(5000) }) }],
    [
      "a body too long that does not say so",
      413,
      { body: "x".repeat(5000), headers: { "transfer-encoding": "chunked" } },
    ],
    ["malformed JSON", 400, { body: '{"name":' }],
    ["null", 400, { body: "null" }],
    ["a list", 400, { body: "[]" }],
    ["nothing", 400, { body: "" }],
    ["a form", 415, { headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["text, which pages may send anywhere", 415, { headers: { "content-type": "text/plain" } }],
    ["a GET", 405, { method: "GET" }],
    ["a DELETE", 405, { method: "DELETE" }],
    ["the way to make rooms", 404, { path: "/matchmake/create/arena" }],
    ["a method that only the server has", 404, { path: "/matchmake/disconnectAll/arena" }],
    ["a path beside it", 404, { path: "/matchmake/joinOrCreate/arena/more" }],
    ["a query", 404, { path: `${JOIN_PATH}?x=1` }],
    ["a Host that is none", 400, { headers: { host: "[" } }],
  ])("refuses %s with %i", async (_what, status, asked) => {
    const answer = await ask({ port: server.port, ...asked });
    expect([answer.status, answer.body]).toEqual([status, answer.body]);
    expect(JSON.parse(answer.body)).toMatchObject({ code: status, error: expect.any(String) });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("lets the own page in", async () => {
    const headers = { origin: `http://127.0.0.1:${server.port}` };
    const seat = await reserve({ port: server.port, headers });
    const { status, socket } = await upgrade(server.port, socketPath(seat), { headers });
    expect(status).toBe(101);
    socket.terminate();
  });

  it("protects its pages, and reads them out only", async () => {
    const { headers } = await ask({ port: server.port, path: "/healthz", method: "GET" });
    const { body: page } = await ask({ port: server.port, path: "/", method: "GET" });
    const { scripts, styles } = inlineSources(page);
    expect(headers["content-security-policy"]).toContain(
      `script-src ${["'self'", ...scripts].join(" ")};style-src ${["'self'", ...styles].join(" ")};`,
    );
    expect(headers["content-security-policy"]).toContain(`connect-src 'self' ws://127.0.0.1:${server.port}`);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
    expect((await ask({ port: server.port, path: "/healthz" })).status).toBe(405);
    expect((await ask({ port: server.port, path: "/healthz", method: "OPTIONS" })).status).toBe(405);
  });
});

describe("a socket at the edge", () => {
  const server = useServer({});

  it("is refused to foreign pages before the upgrade", async () => {
    const seat = await reserve({ port: server.port });
    const headers = { origin: "http://evil.example" };
    expect((await upgrade(server.port, socketPath(seat), { headers })).status).toBe(403);
    // The seat is still there for its owner.
    const { status, socket } = await upgrade(server.port, socketPath(seat));
    expect(status).toBe(101);
    socket.terminate();
  });

  it("opens only with the token of its own seat", async () => {
    const [seat, other] = [await reserve({ port: server.port }), await reserve({ port: server.port })];
    const bare = seat.processId.slice(0, -31);
    expect(seat.processId).toMatch(/^[\w-]{9}-[\w-]{30}$/);
    const forged = `${seat.processId.slice(0, -9)}${seat.processId.at(-9) === "A" ? "B" : "A"}${seat.processId.slice(-8)}`;
    for (const processId of [bare, other.processId, forged])
      expect((await upgrade(server.port, socketPath({ ...seat, processId }))).status).toBe(403);
    const { status, socket } = await upgrade(server.port, socketPath(seat));
    expect(status).toBe(101);
    socket.terminate();
  });

  it("opens once: the second with the same token finds no seat, and the first is not disturbed", async () => {
    const path = socketPath(await reserve({ port: server.port }));
    const first = await upgrade(server.port, path);
    expect(first.status).toBe(101);
    const second = await upgrade(server.port, path);
    const code = await new Promise((resolve) => second.socket.once("close", resolve));
    expect(code).toBe(CLOSE.framework.code);
    expect(first.socket.readyState).toBe(first.socket.OPEN);
    first.socket.terminate();
  });

  it("of no game does not exist", async () => {
    const { processId, roomId } = await reserve({ port: server.port });
    for (const path of [
      "/",
      `/${roomId}`,
      `/${processId}/${roomId}`,
      `/${processId}/${roomId}?sessionId=%00`,
    ])
      expect([path, (await upgrade(server.port, path)).status]).toEqual([path, 404]);
  });

  it("with a reconnection token for nothing is told so by the game, in words for its player", async () => {
    const { processId, roomId } = await reserve({ port: server.port });
    const { status, socket } = await upgrade(
      server.port,
      `/${processId}/${roomId}?sessionId=abc&reconnectionToken=def`,
    );
    expect(status).toBe(101);
    expect(await new Promise((resolve) => socket.once("close", resolve))).toBe(CLOSE.seatGone.code);
  });
});

describe("patience", () => {
  const server = useServer({});
  let certificate: Certificate;
  let encrypted: RunningServer;
  beforeAll(async () => {
    certificate = await makeCertificate();
    encrypted = await startServer({ ...ROOM, ...certificate.settings });
  });
  afterAll(async () => {
    await encrypted.stop("SIGKILL");
    certificate.remove();
  });

  it("ends for connections that say nothing or little, sockets that nobody fills and seats that nobody takes", async () => {
    const { port } = server;
    const late = await reserve({ port });
    const silent = await upgrade(port, socketPath(await reserve({ port })));
    const closed = new Promise((resolve) => silent.socket.once("close", resolve));
    const head = `POST ${JOIN_PATH} HTTP/1.1\r\nHost: localhost\r\n`;
    const slow = await Promise.all([
      dawdle(port, ""),
      dawdle(port, head),
      dawdle(port, `${head}Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{`),
      dawdle(port, `GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n`),
      // Never says a word of TLS.
      dawdle(encrypted.port, ""),
    ]);
    for (const { ms } of slow) expect(ms).toBeLessThan(15_000);
    expect(slow[1].heard).toContain("HTTP/1.1 408 ");
    expect(slow[3].heard).toContain("HTTP/1.1 200 ");
    expect(await closed).toBe(CLOSE.unacknowledged.code);
    // The slowest took longer than the seat waits.
    expect(Math.max(...slow.map(({ ms }) => ms))).toBeGreaterThan(LIMITS.seatSeconds * 1000);
    expect((await upgrade(port, socketPath(late))).status).toBe(403);
  });
});

describe("limits by address", () => {
  const server = useServer({ JOIN_RATE: "1", REQUEST_RATE: "2", CONNECTIONS_PER_ADDRESS: "3" });

  it("turn away who joins too often, with when to come back, and nobody else", async () => {
    const { port } = server;
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await ask({ port, from: "127.0.0.3" })).status);
    expect(statuses).toEqual([...new Array(10).fill(200), 429, 429]);
    const { headers, body } = await ask({ port, from: "127.0.0.3" });
    expect(Number(headers["retry-after"])).toBeGreaterThanOrEqual(1);
    expect(JSON.parse(body).error).toContain(`try again in ${headers["retry-after"]} s`);
    // What a client claims about its address counts for nothing.
    const claim = { "x-forwarded-for": "9.9.9.9", "x-real-ip": "9.9.9.9" };
    expect((await ask({ port, from: "127.0.0.3", headers: claim })).status).toBe(429);
    expect((await ask({ port, from: "127.0.0.4" })).status).toBe(200);
  });

  it("turn away who reads pages too often", async () => {
    const page = { port: server.port, path: "/healthz", method: "GET", from: "127.0.0.5" };
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) statuses.push((await ask(page)).status);
    expect(statuses).toEqual([...new Array(20).fill(200), 429]);
  });

  it("cap the sockets of an address, and free them with their end", async () => {
    const { port } = server;
    const from = "127.0.0.6";
    const paths: string[] = [];
    for (let i = 0; i < 5; i++) paths.push(socketPath(await reserve({ port, from })));
    const opened = [];
    for (const path of paths.slice(0, 4)) opened.push(await upgrade(port, path, { from }));
    expect(opened.map(({ status }) => status)).toEqual([101, 101, 101, 429]);
    expect(Number(opened[3]?.headers["retry-after"])).toBeGreaterThanOrEqual(1);
    expect((await ask({ port, from })).status).toBe(429);
    opened[0]?.socket.terminate();
    await expect.poll(async () => (await ask({ port, from })).status).toBe(200);
    const again = await upgrade(port, paths[4]!, { from });
    expect(again.status).toBe(101);
    for (const { socket } of [...opened, again]) socket.terminate();
  });

  it("do not stand between a player and a held seat, and tell others in words", async () => {
    const link = await openLink(server.port);
    const ann = await joinRaw(link.endpoint, "Ann");
    const token = ann.room.reconnectionToken;
    let last = 200;
    for (let i = 0; i < 12; i++) last = (await ask({ port: server.port })).status;
    expect(last).toBe(429);
    await expect(
      joinArena({ endpoint: server.endpoint, name: "Bob", loadArena: () => Promise.reject() }),
    ).rejects.toMatchObject({ why: "crowd", retry: true });

    link.cut();
    await ann.closed;
    link.restore();
    const path = `/matchmake/reconnect/${ann.room.roomId}`;
    const bogus = JSON.stringify({ reconnectionToken: "abc" });
    expect((await ask({ port: server.port, path, body: bogus })).status).toBe(429);
    const body = JSON.stringify({ reconnectionToken: token.split(":")[1] });
    const seat = await reserve({ port: server.port, path, body });
    expect(seat.sessionId).toBe(ann.room.sessionId);
    const { status, socket } = await upgrade(
      server.port,
      `${socketPath(seat)}&reconnectionToken=${token.split(":")[1]}`,
    );
    expect(status).toBe(101);
    socket.terminate();
    await link.close();
  });
});

describe("behind a trusted proxy", () => {
  const server = useServer({ TRUST_PROXY: "127.0.0.1", JOIN_RATE: "1", ORIGINS: "https://play.example.org" });

  it("counts the clients that the proxy names, and believes nobody else", async () => {
    const { port } = server;
    const via = (client: string, from = "127.0.0.1") =>
      ask({ port, from, headers: { "x-forwarded-for": client } });
    for (let i = 0; i < 10; i++) expect((await via("198.51.100.7")).status).toBe(200);
    expect((await via("198.51.100.7")).status).toBe(429);
    expect((await via("198.51.100.8")).status).toBe(200);
    for (let i = 0; i < 10; i++) expect((await via(`203.0.113.${i}`, "127.0.0.9")).status).toBe(200);
    expect((await via("203.0.113.99", "127.0.0.9")).status).toBe(429);
  });

  it("permits the listed page, preflight and all, and not the own one", async () => {
    const headers = { origin: "https://play.example.org", "x-forwarded-for": "198.51.100.20" };
    const before = await ask({ port: server.port, method: "OPTIONS", headers });
    expect(before.status).toBe(204);
    expect(before.headers["access-control-allow-headers"]).toBe("Content-Type");
    const answer = await ask({ port: server.port, headers, body: JOIN });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      "access-control-allow-origin": "https://play.example.org",
      vary: "Origin",
    });
    const own = { ...headers, origin: `http://127.0.0.1:${server.port}` };
    expect((await ask({ port: server.port, headers: own })).status).toBe(403);
  });
});

describe("clients without an Origin", () => {
  const server = useServer({ REQUIRE_ORIGIN: "1" });

  it("are refused where one is required", async () => {
    expect((await ask({ port: server.port })).status).toBe(403);
    const headers = { origin: server.endpoint };
    const seat = await reserve({ port: server.port, headers });
    expect((await upgrade(server.port, socketPath(seat))).status).toBe(403);
  });
});
