/** Links that die without a word, on both sides, and the way back from them. */
import { Client } from "@colyseus/sdk";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { joinArena, type WorldEvent } from "../../client/net/index.ts";
import { TICK_HZ } from "../../shared/content/index.ts";
import { ArenaState } from "../../shared/state/index.ts";
import {
  joinPlayer,
  joinRaw,
  type Player,
  type RawClient,
  type RunningServer,
  readArena,
  startServer,
} from "../../tools/headless/index.ts";
import { type Link, openLink } from "../../tools/netlab/netlab.ts";

/** First byte of the frame that begins a seat. */
const JOIN_ROOM = 10;

let server: RunningServer;
let link: Link;
let ann: Player;
let witness: RawClient;

/** How the others see Ann. */
const seat = () => [...witness.room.state.players.values()].find((player) => player.name === "Ann");
/** Ticks of the server since a moment. */
const ticksSince = (tick: number): number => witness.room.state.tick - tick;

async function setUp(): Promise<void> {
  link = await openLink(server.port, { delayMs: 20 });
  ann = await joinPlayer(link.endpoint, "Ann");
  witness = await joinRaw(server.endpoint, "Witness", ann.session.roomId);
}

async function takeDown(): Promise<void> {
  // Nobody waits for the word of a server that cannot be heard.
  link.cut();
  await ann.leave();
  await witness.leave();
  await link.close();
}

describe("a link that goes away without a word", () => {
  beforeAll(async () => {
    server = await startServer({ ARENA: "range", FILL: "0" });
  });
  afterAll(() => server.stop());
  beforeEach(setUp);
  afterEach(takeDown);

  it("is found by the client, who is back in the seat before the server has noticed anything", async () => {
    const { slot } = ann.session.world.self!;
    const key = ann.session.seat;
    link.blackhole();
    await ann.until(() => ann.session.world.link.stalledMs > 0, "the stall");
    await ann.wait(4);
    link.restore();
    expect(seat()?.connected).toBe(true);
    await ann.until(() => ann.session.status.at === "reconnecting", "the client's notice", 6);
    const noticed = witness.room.state.tick;
    await ann.until(() => ann.session.status.at === "playing", "the return", 4);
    const ticks = ticksSince(noticed);
    console.log(`heartbeat: back in the seat ${ticks} ticks after a half-open link was noticed`);
    expect(ticks).toBeLessThan(3 * TICK_HZ);
    expect(ann.session.world.self!.slot).toBe(slot);
    expect(ann.session.seat).toBe(key);
    await ann.until(() => ann.session.world.link.stalledMs === 0, "patches");
    await expect.poll(() => seat()?.connected).toBe(true);
    expect(witness.room.state.players.size).toBe(2);
  });

  it("is waited out when it only stalls for 3 s: nobody is thrown out for the burst, and control is back", async () => {
    const { world } = ann.session;
    const { slot } = world.self!;
    const states: string[] = [];
    ann.session.onStatus((status) => states.push(status.at));
    ann.wish.mx = world.self!.x < 500 ? 127 : -127;
    await ann.wait(0.3);
    link.stall(3000);
    await ann.until(() => world.link.stalledMs > 2000, "the stall");
    const held = world.link.pendingInputs;
    await ann.until(() => world.link.stalledMs === 0, "the burst", 5);
    await ann.until(() => world.link.pendingInputs < 12, "the answers", 5);
    const { x } = world.self!;
    ann.wish.mx = -ann.wish.mx;
    await ann.until(() => Math.abs(world.self!.x - x) > 10, "control", 5);
    console.log(`heartbeat: a stall of 3 s held ${held} inputs back, and ended with ${states.length} losses`);
    expect(held).toBeLessThanOrEqual(TICK_HZ + 5);
    expect(states).toEqual([]);
    expect(world.self!.slot).toBe(slot);
  });

  it("may break again in the middle of the return: the key still opens the seat", async () => {
    const { room } = witness;
    const { slot } = room.state.players.get(room.sessionId)!;
    const url = new URL(room.connection.url!);
    url.searchParams.set("reconnectionToken", room.reconnectionToken.split(":")[1]!);
    url.searchParams.set("skipHandshake", "1");
    // The first return breaks off before the server's first word is answered.
    const first = new WebSocket(url);
    await new Promise((resolve) => first.once("open", resolve));
    first.terminate();
    await witness.closed;
    const second = new WebSocket(url);
    const answer = await new Promise<number>((resolve, reject) => {
      second.once("message", (data: Buffer) => resolve(data[0]!));
      second.once("close", (code) => reject(new Error(`refused with ${code}`)));
    });
    expect(answer).toBe(JOIN_ROOM);
    second.terminate();
    const again = await joinRaw(server.endpoint, "Again", ann.session.roomId);
    expect([...again.room.state.players.values()].filter((player) => player.slot === slot)).toHaveLength(1);
    await again.leave();
    witness = await joinRaw(server.endpoint, "Witness", ann.session.roomId);
  });

  it("does not keep a reloaded page out of its seat", async () => {
    const { slot } = ann.session.world.self!;
    link.blackhole();
    const room = await new Client(server.endpoint).reconnect<ArenaState>(ann.session.seat, ArenaState);
    await new Promise<void>((resolve) => room.onStateChange.once(() => resolve()));
    expect(room.state.players.get(room.sessionId)!.slot).toBe(slot);
    room.onMessage("*", () => {});
    await room.leave();
  });
});

describe("a peer that goes away without a word", () => {
  const PING = { PING_SECONDS: "1", PING_MISSES: "2" };

  beforeAll(async () => {
    server = await startServer({ ARENA: "range", FILL: "0", ...PING });
  });
  afterAll(() => server.stop());
  beforeEach(setUp);
  afterEach(takeDown);

  it("is found by the server within PING_SECONDS * (PING_MISSES + 1)", async () => {
    const tick = witness.room.state.tick;
    link.blackhole();
    await expect.poll(() => seat()?.connected, { timeout: 10_000, interval: 20 }).toBe(false);
    const ticks = ticksSince(tick);
    console.log(`heartbeat: a dead peer was found after ${ticks} ticks`);
    expect(ticks).toBeGreaterThan(TICK_HZ);
    // A second of slack for the way and for slow machines.
    expect(ticks).toBeLessThan((1 * (2 + 1) + 1) * TICK_HZ);
  });
});

describe("a page that was hidden", () => {
  it("is at the newest state with its first frame: no old effects, no burst of inputs", async () => {
    server = await startServer({ ARENA: "range", FILL: "6", BOT_SKILL: "1" });
    const watcher = await joinPlayer(server.endpoint, "Watcher");
    const { endpoint } = server;
    const { roomId } = watcher.session;
    const session = await joinArena({ endpoint, name: "Hidden", roomId, loadArena: readArena });
    const seen: WorldEvent[] = [];
    session.onEvent((event) => seen.push(event));
    const look = (): void => session.frame(performance.now(), () => {});
    for (let i = 0; i < 30; i++) {
      look();
      await watcher.wait(0.016);
    }
    watcher.events.length = 0;
    const effectsOf = (events: WorldEvent[]): number =>
      events.filter(({ type }) => type === "shot" || type === "trace" || type === "impact").length;
    await watcher.until(() => effectsOf(watcher.events) >= 60, "a fight", 25);
    seen.length = 0;
    const before = session.world.link.pendingInputs;
    look();
    const old = effectsOf(watcher.events);
    console.log(`hidden: ${old} effects meanwhile, ${effectsOf(seen)} on the first frame`);
    expect(effectsOf(seen)).toBeLessThan(old / 5);
    expect(session.world.link.pendingInputs - before).toBeLessThanOrEqual(6);
    expect(Math.abs(session.world.tick - watcher.session.world.tick)).toBeLessThan(30);
    await session.leave();
    await watcher.leave();
    await server.stop();
  });
});
