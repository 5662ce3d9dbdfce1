import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Callbacks, Client, type Room } from "@colyseus/sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { comeBack } from "../../client/net/index.ts";
import { createSession } from "../../client/net/session.ts";
import { HARD_LIMIT, SOFT_LIMIT } from "../../server/ops/index.ts";
import { ARENA_ROOM, CLOSE, closeReason, PROTOCOL_VERSION } from "../../shared/protocol.ts";
import { ArenaState } from "../../shared/state/index.ts";
import { joinRaw, type RunningServer, readArena, startServer } from "../../tools/headless/index.ts";
import { openDam } from "../../tools/slow/dam.ts";
import { type Deaf, joinDeaf } from "../../tools/slow/deaf.ts";

const TROUBLED = fileURLToPath(new URL("../fixtures/troubledServer.ts", import.meta.url));
const STOCK = fileURLToPath(new URL("../fixtures/stockServer.ts", import.meta.url));
const SETTINGS = {
  ARENA: "range",
  FILL: "0",
  SEATS: "32",
  JOIN_RATE: "0",
  REQUEST_RATE: "0",
  LOG_LEVEL: "debug",
};

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

describe("a client that does not read", () => {
  let server: RunningServer;

  beforeEach(async () => {
    server = await startServer(SETTINGS, { script: TROUBLED });
  });

  afterEach(async () => {
    await server.stop("SIGKILL");
  });

  const count = (message: string): number => server.output().split(`"msg":"${message}`).length - 1;

  it("misses patches, and gets one fresh view once it reads: same session, same instances, drift 0", async () => {
    const hog = await joinRaw(server.endpoint, "Hog");
    const gone = await joinRaw(server.endpoint, "Gone");
    const dam = await openDam(server.port);
    const room: Room<unknown, ArenaState> = await new Client(dam.endpoint).joinOrCreate<ArenaState>(
      ARENA_ROOM,
      { name: "Ann", protocol: PROTOCOL_VERSION },
      ArenaState,
    );
    let patches = 0;
    room.onStateChange(() => {
      patches += 1;
    });
    room.onMessage("*", () => {});
    await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()));
    const session = createSession(room, await readArena("range"), readArena);
    const left: string[] = [];
    const callbacks = Callbacks.get(room);
    callbacks.onRemove("players", (player) => left.push(player.name));
    let fullViews = 0;
    const { setState } = room.serializer as unknown as { setState: (...parts: unknown[]) => void };
    Object.assign(room.serializer, {
      setState(...parts: unknown[]) {
        fullViews += 1;
        setState.apply(room.serializer, parts);
      },
    });
    const wish = { mx: 127 };
    const frames = setInterval(
      () =>
        session.frame(performance.now(), (command) =>
          Object.assign(command, { mx: wish.mx, my: 0, aim: 0, buttons: 0, pick: 0 }),
        ),
      14,
    );
    const turn = setInterval(() => {
      wish.mx = -wish.mx;
    }, 400);
    await wait(1.5);
    const own = room.state.players.get(room.sessionId);
    const before = { patches, witness: hog.patches() };

    dam.hold();
    await expect.poll(() => count("client lags"), { timeout: 8000 }).toBe(1);
    // What happens meanwhile it learns from the fresh view alone.
    await gone.leave();
    const late = await joinRaw(server.endpoint, "Late");
    await wait(0.7);
    dam.release();
    await expect.poll(() => count("client has caught up"), { timeout: 8000 }).toBeGreaterThan(0);
    await expect.poll(() => fullViews, { timeout: 4000 }).toBeGreaterThan(0);
    await expect.poll(() => left).toEqual(["Gone"]);
    const missed = hog.patches() - before.witness - (patches - before.patches);

    // One session all along, and the same objects in it.
    expect(session.status.at).toBe("playing");
    expect(room.state.players.get(room.sessionId)).toBe(own);
    const names = (state: ArenaState) => [...state.players.values()].map((player) => player.name).sort();
    expect(names(room.state)).toEqual(names(hog.room.state));
    expect(missed).toBeGreaterThan(10);

    // The predictor is right again, and patches come as before.
    await wait(1);
    const { corrections } = session.world.link;
    const resumed = patches;
    const witness = hog.patches();
    await wait(1.5);
    expect(session.world.link.corrections).toBe(corrections);
    expect(patches - resumed).toBeGreaterThan((hog.patches() - witness) * 0.8);
    console.log(
      `slow reader: ${missed} patches skipped, ${fullViews} full views, ` +
        `${session.world.link.corrections - corrections} corrections afterwards`,
    );
    clearInterval(frames);
    clearInterval(turn);
    await session.leave();
    await dam.close();
    await late.leave();
    await hog.leave();
  });

  it("is closed with a code at the hard limit, and its seat is there when it comes back", async () => {
    const shouter = await joinRaw(server.endpoint, "Shouter");
    const dam = await openDam(server.port);
    const ann = await joinRaw(dam.endpoint, "Ann", shouter.room.roomId);
    const { slot } = ann.room.state.players.get(ann.room.sessionId)!;
    await wait(1);
    dam.hold();
    await expect
      .poll(() => count("client closed: it does not read"), { timeout: 10_000, interval: 20 })
      .toBe(1);
    dam.release();
    const code = await ann.closed;
    expect(code).toBe(CLOSE.tooSlow.code);
    const again = await comeBack({
      join: { endpoint: server.endpoint, name: "Ann", loadArena: readArena },
      reason: closeReason(code),
      seat: ann.room.reconnectionToken,
    });
    expect(again.roomId).toBe(shouter.room.roomId);
    const seated = [...shouter.room.state.players.values()].filter((player) => player.name === "Ann");
    expect(seated.map((player) => player.slot)).toEqual([slot]);
    await again.leave();
    await dam.close();
    await shouter.leave();
  });

  it("costs the server no memory, and the others no patch: 12 of them", async () => {
    const readers = [await joinRaw(server.endpoint, "Hog"), await joinRaw(server.endpoint, "Ann")];
    const resident = (): number =>
      Number(execFileSync("ps", ["-o", "rss=", "-p", String(server.process.pid)]).toString()) / 1024;
    await wait(2);
    const before = resident();
    const deaf: Deaf[] = [];
    for (let i = 0; i < 12; i++) deaf.push(await joinDeaf(server.endpoint, `Deaf ${i}`));
    await expect.poll(() => count("client lags"), { timeout: 20_000, interval: 500 }).toBe(12);
    const patches = readers.map((reader) => reader.patches());
    const tick = readers[0]!.room.state.tick;
    for (let second = 0; second < 3; second++) {
      for (const one of deaf) one.keepAlive();
      await wait(1);
    }
    const growth = resident() - before;
    const ticks = readers[0]!.room.state.tick - tick;
    const shares = readers.map((reader, i) => (reader.patches() - patches[i]!) / (ticks / 2));
    console.log(
      `12 deaf players: +${growth.toFixed(1)} MB, the others ${shares.map((share) => (share * 30).toFixed(1)).join(", ")} patches/s`,
    );
    expect(growth).toBeLessThan(64);
    for (const share of shares) expect(share).toBeGreaterThan(0.8);
    for (const one of deaf) one.destroy();
    for (const reader of readers) await reader.leave();
  });
});

describe("a stock Colyseus server", () => {
  let child: ChildProcess;

  afterEach(() => {
    child.kill("SIGKILL");
  });

  /** Most bytes that a chatty room held for a client that did not read for 3 s, as it says itself. */
  async function heldFor(guarded: boolean): Promise<number> {
    child = spawn(process.execPath, [STOCK], {
      env: { ...process.env, STOCK_ROOM: "chatty", STOCK_GUARD: guarded ? "1" : "", LOG_LEVEL: "silent" },
    });
    const endpoint = await new Promise<string>((resolve, reject) => {
      child.stdout?.on("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
      child.once("exit", reject);
    });
    const join = async (address: string): Promise<Room<unknown, { tick: number }>> => {
      const room: Room<unknown, { tick: number }> = await new Client(address).joinOrCreate("stock");
      room.reconnection.enabled = false;
      room.onMessage("*", () => {});
      return room;
    };
    const witness = await join(endpoint);
    const dam = await openDam(Number(new URL(endpoint).port));
    await join(dam.endpoint);
    await wait(0.5);
    dam.hold();
    await wait(3);
    const held = witness.state.tick;
    witness.connection.close();
    await dam.close();
    return held;
  }

  it("holds everything for a client that does not read (server/ops/backpressure.ts)", async () => {
    const held = await heldFor(false);
    console.log(`stock server: ${(held / 1e6).toFixed(1)} MB held for one client`);
    expect(held).toBeGreaterThan(4 * HARD_LIMIT);
  });

  it("holds no more than the limits with ours", async () => {
    const held = await heldFor(true);
    expect(held).toBeGreaterThan(SOFT_LIMIT);
    expect(held).toBeLessThanOrEqual(HARD_LIMIT);
  });
});
