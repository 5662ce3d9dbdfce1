/** Drones and seats of people who do nothing. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TICK_HZ } from "../../shared/content/index.ts";
import { CLOSE } from "../../shared/protocol.ts";
import { joinPlayer, joinRaw, type RunningServer, startServer } from "../../tools/headless/index.ts";

const IDLE_SECONDS = 2;

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "0", IDLE_SECONDS: String(IDLE_SECONDS) });
});

afterAll(() => server.stop());

describe("a player who does nothing", () => {
  it("is warned, has to watch, and loses the seat at last, for all empty inputs", async () => {
    const active = await joinPlayer(server.endpoint, "Active");
    const asleep = await joinPlayer(server.endpoint, "Asleep", active.session.roomId);
    const client = await joinRaw(server.endpoint, "Still", active.session.roomId);
    const warnings: (number | null)[] = [];
    client.room.onMessage("idle", ({ seconds }: { seconds: number | null }) => warnings.push(seconds));
    const { world } = active.session;
    const still = () => world.drones.find((drone) => drone.name === "Still");
    await active.until(() => still() !== undefined, "the other one");
    const input = client.room.input<{ mx: number }>();
    const steering = setInterval(() => {
      input.send();
      active.wish.mx = -active.wish.mx || 64;
    }, 1000 / TICK_HZ);
    const joined = client.room.state.tick;
    await active.until(() => still() === undefined, "the drone's end", 8);
    const played = client.room.state.tick - joined;
    console.log(`idle: benched after ${played} ticks, warned with ${warnings.join(", ")} s left`);
    expect(played).toBeGreaterThan((IDLE_SECONDS - 1) * TICK_HZ);
    expect(played).toBeLessThan((IDLE_SECONDS + 1) * TICK_HZ);
    // The warning is taken back once it has come true.
    expect(warnings).toEqual([1, null]);
    await active.until(() => world.spectators.some(({ name }) => name === "Still"), "the spectator");
    expect(await client.closed).toBe(CLOSE.idle.code);
    const watched = client.room.state.tick - joined - played;
    expect(watched).toBeGreaterThan((5 * IDLE_SECONDS - 1) * TICK_HZ);
    // The player reads why, and is asked before taking another seat.
    await asleep.until(() => asleep.session.status.at === "closed", "the end");
    const { status } = asleep.session;
    expect(status.at === "closed" && status.reason).toEqual(CLOSE.idle);
    expect(CLOSE.idle.retry).toBe("ask");
    await asleep.leave();
    // The seat is not held, and who plays is left alone.
    await active.until(() => world.spectators.length === 0, "the empty seat", 5);
    expect(active.session.status.at).toBe("playing");
    expect(world.idleSeconds).toBeNull();
    clearInterval(steering);
    await active.leave();
  });

  it("who moves in time keeps the seat, and the warning goes away", async () => {
    const ann = await joinPlayer(server.endpoint, "Ann");
    const { world } = ann.session;
    await ann.until(() => world.idleSeconds !== null, "the warning");
    expect(world.idleSeconds).toBe(Math.ceil(IDLE_SECONDS / 2));
    ann.wish.aim = 1;
    await ann.until(() => world.idleSeconds === null, "the end of the warning");
    ann.wish.mx = 64;
    await ann.wait(IDLE_SECONDS / 2 + 0.5);
    expect(ann.session.status.at).toBe("playing");
    await ann.leave();
  });
});
