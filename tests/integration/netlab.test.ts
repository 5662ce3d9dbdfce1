/** The laboratory itself, with bytes: what goes in comes out, whole and in order, as late as it was told to. */
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Link, openLink, PROFILE_NAMES, PROFILES, type Reshape } from "../../tools/netlab/netlab.ts";

let echo: Server;
let port = 0;
let link: Link | null = null;
const clients: Socket[] = [];

beforeAll(async () => {
  echo = createServer({ noDelay: true }, (socket) => {
    socket.on("error", () => socket.destroy());
    socket.pipe(socket);
  });
  echo.listen(0, "127.0.0.1");
  await once(echo, "listening");
  port = (echo.address() as { port: number }).port;
});
afterAll(() => {
  echo.close();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await link?.close();
  link = null;
});

async function open(change: Reshape, seed = 1): Promise<Link> {
  link = await openLink(port, change, { seed });
  return link;
}

/** Opens a connection; one that is refused comes back as it is. */
async function dial({ endpoint }: Link): Promise<Socket> {
  const socket = connect({ port: Number(new URL(endpoint).port), host: "127.0.0.1", noDelay: true });
  clients.push(socket);
  await new Promise<void>((resolve) => {
    socket.once("connect", () => resolve());
    socket.on("error", () => resolve());
  });
  return socket;
}

/** Reads so many bytes; says what they were and when the last of them came. */
async function read(socket: Socket, count: number): Promise<{ bytes: Buffer; at: number }> {
  const chunks: Buffer[] = [];
  let got = 0;
  while (got < count) {
    const [chunk] = (await once(socket, "data")) as [Buffer];
    chunks.push(chunk);
    got += chunk.length;
  }
  return { bytes: Buffer.concat(chunks), at: performance.now() };
}

/** Bytes of which no two neighbouring stretches are alike. */
function pattern(count: number): Buffer {
  return Buffer.from(Array.from({ length: count }, (_, i) => (i * 7 + (i >> 8) * 13) & 0xff));
}

/** Waits for the end of a connection, however it comes. */
function gone(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.once("close", () => resolve());
  });
}

/** Sends a chunk and waits for its echo, in ms. */
async function roundTrip(socket: Socket): Promise<number> {
  const began = performance.now();
  const back = read(socket, 4);
  socket.write("ping");
  return (await back).at - began;
}

describe("a link", () => {
  for (const name of PROFILE_NAMES) {
    it(`as ${name} hands every byte on, in order`, async () => {
      const { shape } = PROFILES[name];
      // Its cuts are its own test.
      const socket = await dial(await open({ ...shape, cuts: null }));
      const sent = pattern(40_000);
      const back = read(socket, sent.length);
      for (let from = 0; from < sent.length; from += 400) socket.write(sent.subarray(from, from + 400));
      expect((await back).bytes.equals(sent)).toBe(true);
    });
  }

  it("delays each direction by its own measure", async () => {
    const opened = await open({ up: { delayMs: 80 } });
    const socket = await dial(opened);
    expect(await roundTrip(socket)).toBeGreaterThanOrEqual(79);
    opened.shape({ down: { delayMs: 150 } });
    expect(await roundTrip(socket)).toBeGreaterThanOrEqual(229);
    opened.shape({ delayMs: 0 });
    const trips = [await roundTrip(socket), await roundTrip(socket), await roundTrip(socket)];
    expect(Math.min(...trips)).toBeLessThan(79);
  });

  it("lets a rate through and not more", async () => {
    const socket = await dial(await open({ up: { rate: 100_000 } }));
    const sent = pattern(114_600);
    const began = performance.now();
    const back = read(socket, sent.length);
    socket.write(sent);
    // 14.6 kB go at once, the other 100 kB take a second.
    expect((await back).at - began).toBeGreaterThan(900);
  });

  it("takes no more from a sender than its queue holds", async () => {
    const opened = await open({ up: { rate: 1000, queue: 20_000 } });
    const socket = await dial(opened);
    // Far more than the kernel's own buffers swallow.
    for (let i = 0; i < 400; i++) socket.write(Buffer.alloc(64_000));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(socket.writableLength).toBeGreaterThan(5_000_000);
  });

  it("holds everything in a stall and lets it come in one burst", async () => {
    const opened = await open({});
    const socket = await dial(opened);
    await roundTrip(socket);
    opened.stall(400);
    const began = performance.now();
    const arrivals: number[] = [];
    socket.on("data", () => arrivals.push(performance.now() - began));
    const back = read(socket, 100);
    for (let i = 0; i < 20; i++) {
      socket.write("12345");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await back;
    expect(arrivals[0]).toBeGreaterThan(398);
    // Twenty writes; what was held came in fewer pieces than that.
    expect(arrivals.length).toBeLessThan(10);
  });

  it("resets what is open when it is cut, refuses what is new, and takes it again when restored", async () => {
    const opened = await open({});
    const socket = await dial(opened);
    await roundTrip(socket);
    opened.cut();
    await gone(socket);
    expect(opened.connections).toBe(0);
    await gone(await dial(opened));
    opened.restore();
    expect(await roundTrip(await dial(opened))).toBeGreaterThan(0);
  });

  it("says nothing at all in a black hole", async () => {
    const opened = await open({});
    const socket = await dial(opened);
    await roundTrip(socket);
    opened.blackhole();
    let heard = false;
    socket.on("data", () => {
      heard = true;
    });
    socket.on("close", () => {
      heard = true;
    });
    socket.write("anyone?");
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(heard).toBe(false);
    expect(socket.destroyed).toBe(false);
  });

  it("breaks off by itself when its cuts say so, and is there again after them", async () => {
    const opened = await open({ cuts: { everyMs: 30, leastMs: 30, mostMs: 60 } });
    const socket = await dial(opened);
    await gone(socket);
    opened.shape({ cuts: null });
    for (let tries = 0; tries < 50; tries++) {
      const again = await dial(opened);
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (!again.destroyed) break;
    }
    expect(await roundTrip(clients.at(-1)!)).toBeGreaterThan(0);
  });
});
