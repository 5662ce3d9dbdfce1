import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { INPUT_BUFFER } from "../../server/rooms/pacer.ts";
import { TICK_HZ } from "../../shared/content/index.ts";
import { joinRaw, type RawClient, type RunningServer, startServer } from "../../tools/headless/index.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ ARENA: "range", FILL: "0" });
});

afterAll(async () => {
  await server.stop();
});

/** Sends inputs at a rate until stopped. Returns what was acknowledged while it ran, per tick of the server. */
async function drive(client: RawClient, perSecond: number, seconds: number): Promise<number> {
  const input = client.room.input<{ mx: number }>();
  const began = performance.now();
  let sent = 0;
  const pump = setInterval(() => {
    const due = ((performance.now() - began) / 1000) * perSecond;
    while (sent < due) {
      input.data.mx = sent % 240 < 120 ? 127 : -127;
      input.send();
      sent += 1;
    }
  }, 5);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const tick = client.room.state.tick;
  const acknowledged = input.lastProcessed;
  // An acknowledgement also counts inputs that were dropped, so a flood is measured by how far it gets.
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  clearInterval(pump);
  return (input.lastProcessed - acknowledged) / (client.room.state.tick - tick);
}

describe("sending inputs", () => {
  it("at the right rate spends each of them", async () => {
    const client = await joinRaw(server.endpoint, "Ann");
    expect(await drive(client, TICK_HZ, 3)).toBeCloseTo(1, 1);
    await client.leave();
  });

  it("three times as fast moves at most 1.05 times as far in 10 s", async () => {
    const distance = async (perSecond: number): Promise<number> => {
      const client = await joinRaw(server.endpoint, "Ann");
      const me = () => client.room.state.players.get(client.room.sessionId)!;
      const input = client.room.input<{ mx: number; my: number }>();
      const began = performance.now();
      const firstTick = client.room.state.tick;
      let sent = 0;
      let walked = 0;
      let last = me().x;
      const pump = setInterval(() => {
        const due = ((performance.now() - began) / 1000) * perSecond;
        while (sent < due) {
          // Back and forth by where it is, so that the wall never stops it.
          if (me().x > 800) input.data.mx = -127;
          else if (me().x < 220 || sent === 0) input.data.mx = 127;
          input.send();
          sent += 1;
        }
      }, 5);
      client.room.onStateChange(() => {
        walked += Math.abs(me().x - last);
        last = me().x;
      });
      await expect
        .poll(() => client.room.state.tick - firstTick, { timeout: 20_000 })
        .toBeGreaterThan(10 * TICK_HZ);
      clearInterval(pump);
      const perTick = walked / (client.room.state.tick - firstTick);
      await client.leave();
      return perTick;
    };
    const honest = await distance(TICK_HZ);
    const flood = await distance(TICK_HZ * 3);
    console.log(
      `pacing: ${honest.toFixed(3)} px a tick at 60 inputs a second, ${flood.toFixed(3)} px at 180`,
    );
    expect(honest).toBeGreaterThan(3.5);
    expect(flood / honest).toBeLessThanOrEqual(1.05);
  }, 60_000);

  it("in one burst after a stall drains within a second instead of staying late", async () => {
    const client = await joinRaw(server.endpoint, "Ann");
    const input = client.room.input<{ mx: number }>();
    const sendMany = (count: number): void => {
      for (let i = 0; i < count; i++) input.send();
    };
    const steady = setInterval(() => sendMany(1), 1000 / TICK_HZ);
    await expect.poll(() => input.lastProcessed).toBeGreaterThan(30);
    clearInterval(steady);
    const stalled = client.room.state.tick;
    await expect.poll(() => client.room.state.tick - stalled).toBeGreaterThanOrEqual(30);
    sendMany(30);
    let sent = performance.now();
    const resumed = setInterval(() => {
      for (; sent < performance.now(); sent += 1000 / TICK_HZ) sendMany(1);
    }, 4);
    const caughtUp = client.room.state.tick;
    await expect.poll(() => input.pendingCount, { timeout: 5000, interval: 10 }).toBeLessThanOrEqual(8);
    const ticks = client.room.state.tick - caughtUp;
    clearInterval(resumed);
    console.log(`pacing: a backlog of 30 inputs (buffer ${INPUT_BUFFER}) was drained after ${ticks} ticks`);
    expect(ticks).toBeLessThanOrEqual(TICK_HZ);
    await client.leave();
  });
});
