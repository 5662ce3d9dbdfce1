import { describe, expect, test } from "vitest";
import type { MemoryFigures } from "../../tools/bench/memory/index.ts";
import type { MicroFigures } from "../../tools/bench/micro/index.ts";
import { draw } from "../../tools/bench/plot/index.ts";
import { SECTIONS } from "../../tools/bench/sections.ts";
import type { SightFigures } from "../../tools/bench/sight.ts";
import type { SimFigures } from "../../tools/bench/sim/index.ts";
import { tableLines } from "../../tools/bench/table.ts";
import type { TransportFigures } from "../../tools/bench/transport/index.ts";
import type { WireFigures } from "../../tools/bench/wire/index.ts";
import { bytesOf } from "../../tools/bench/wire/tally.ts";

/** Each section runs once, in its quickest way. What it counts is looked at, how fast anything is is not. */
async function measure<F>(name: string): Promise<F> {
  const section = SECTIONS.find((each) => each.name === name)!;
  const figures = await section.measure({ quick: true, say: () => {} });
  // What came has to go through JSON and onto the page.
  const { tables, pictures } = section.account(JSON.parse(JSON.stringify(figures)));
  for (const { columns, rows } of tables) expect(tableLines(columns, rows)).toHaveLength(rows.length + 1);
  for (const { chart } of pictures) expect(draw(chart)).not.toMatch(/NaN|Infinity|undefined/);
  return figures as F;
}

describe("npm run bench, each section in a hurry", { timeout: 120_000 }, () => {
  test("wire: the game's traffic is sorted without a rest, and the same movement takes others more", async () => {
    const { games, comparisons } = await measure<WireFigures>("wire");
    for (const { traffic } of games) {
      expect(traffic.down.state).toBeGreaterThan(traffic.down.framing);
      expect(traffic.up.inputs).toBeGreaterThan(0);
      expect(traffic.down.other + traffic.up.other).toBe(0);
      expect(bytesOf(traffic.down)).toBeLessThan(5000);
    }
    for (const { rivals, floor } of comparisons) {
      const down = Object.fromEntries(rivals.map(({ name, down: { median } }) => [name, median]));
      expect(down.crosswire).toBeGreaterThan(floor.bytesPerSecond);
      expect(down.floats).toBeGreaterThan(down.crosswire!);
      expect(down.json).toBeGreaterThan(down.floats! * 3);
      expect(down.socketio).toBeGreaterThan(0);
      expect(floor.givenLastBits).toBeLessThan(floor.order0Bits);
    }
  });

  test("transport: server-sent events take the bytes of a WebSocket down, requests take their headers", async () => {
    const { rows } = await measure<TransportFigures>("transport");
    const near = (way: string, direction: string) =>
      rows.find((row) => row.way === way && row.direction === direction && row.rttMs === 0)!;
    const [socket, events] = [near("websocket", "down"), near("sse", "down")];
    // What is under way when the counting begins and ends is a part of a short run.
    expect(events.downBytes.median / socket.downBytes.median).toBeGreaterThan(0.6);
    expect(events.downBytes.median / socket.downBytes.median).toBeLessThan(1.6);
    expect(near("longpoll", "down").upBytes.median).toBeGreaterThan(300);
    expect(near("post", "up").upBytes.median).toBeGreaterThan(300);
    for (const { messages } of rows) expect(messages).toBeGreaterThan(0);
  });

  test("memory: all clients that were asked for were there", async () => {
    const { points, emptyMB } = await measure<MemoryFigures>("memory");
    expect(points.idle.map(({ count }) => count)).toEqual([10, 20]);
    expect(points.fighting.map(({ count }) => count)).toEqual([4, 8]);
    expect(points.rooms[0]?.count).toBe(5);
    expect(emptyMB).toBeGreaterThan(10);
  });

  test("sim: the stages are the whole tick", async () => {
    const { rows } = await measure<SimFigures>("sim");
    for (const { shares } of rows) {
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    }
  });

  test("sight: what is not seen is not sent", async () => {
    const { rows } = await measure<SightFigures>("sight");
    const bytes = (players: number, sight: string) =>
      rows.find((row) => row.players === players && row.sight === sight)!.bytesPerSecond.median;
    for (const players of [16, 32]) expect(bytes(players, "with")).toBeLessThan(bytes(players, "without"));
  });

  test("micro: every step was called", async () => {
    const { rows } = await measure<MicroFigures>("micro");
    expect(rows.length).toBeGreaterThan(5);
    for (const { calls } of rows) expect(calls).toBeGreaterThan(0);
  });
});
