import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DevCopy, joinRaw, type RawClient, startDevCopy } from "../../tools/headless/index.ts";

let dev: DevCopy;

beforeAll(async () => {
  dev = await startDevCopy({ FILL: "4", BOT_SKILL: "1", SEED: "3" });
}, 60_000);

afterAll(() => dev.stop());

/** Runs left and right for a while. Returns the highest speed seen, in px/s. */
async function topSpeed(client: RawClient): Promise<number> {
  const input = client.room.input<{ mx: number; my: number }>();
  let top = 0;
  const began = performance.now();
  const pump = setInterval(() => {
    const phase = Math.floor((performance.now() - began) / 500) % 4;
    input.data.mx = [127, 0, -127, 0][phase] ?? 0;
    input.data.my = [0, 127, 0, -127][phase] ?? 0;
    input.send();
    const me = client.room.state.players.get(client.room.sessionId);
    if (me?.alive === 1) top = Math.max(top, Math.sqrt(me.vx * me.vx + me.vy * me.vy));
  }, 1000 / 60);
  await new Promise((resolve) => setTimeout(resolve, 4000));
  clearInterval(pump);
  return top;
}

describe("npm run dev", () => {
  it("lets connected players feel an edited rule, in their room and with their score", async () => {
    const client = await joinRaw(dev.endpoint, "Ann");
    client.room.reconnection.enabled = true;
    client.room.reconnection.minUptime = 0;
    const me = () => client.room.state.players.get(client.room.sessionId)!;
    expect(await topSpeed(client)).toBeCloseTo(256, 0);
    await expect.poll(() => me().deaths, { timeout: 60_000 }).toBeGreaterThan(0);
    const before = {
      room: client.room.roomId,
      slot: me().slot,
      deaths: me().deaths,
      round: client.room.state.round,
    };
    const kills = [...client.room.state.players.values()].reduce((sum, player) => sum + player.kills, 0);
    expect(kills).toBeGreaterThan(0);

    let returned = false;
    client.room.onReconnect(() => {
      returned = true;
    });
    dev.edit("shared/content/drone.ts", "speed: 256", "speed: 150");
    await expect.poll(() => returned, { timeout: 20_000 }).toBe(true);

    expect(await topSpeed(client)).toBeCloseTo(150, 0);
    expect(client.room.roomId).toBe(before.room);
    expect(client.room.state.round).toBe(before.round);
    expect(me().slot).toBe(before.slot);
    expect(me().deaths).toBeGreaterThanOrEqual(before.deaths);
    expect(client.room.state.players.size).toBe(4);
    const now = [...client.room.state.players.values()].reduce((sum, player) => sum + player.kills, 0);
    expect(now).toBeGreaterThanOrEqual(kills);
    await client.leave();
  }, 120_000);
});
