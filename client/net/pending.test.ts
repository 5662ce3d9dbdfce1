import { describe, expect, it } from "vitest";
import { TICK_MS } from "../../shared/content/index.ts";
import { LIMITS } from "../../shared/protocol.ts";
import { createPendingLimit } from "./pending.ts";

/** The limit of a client that has measured these pings, in ms. */
function limitAfter(...pings: number[]): ReturnType<typeof createPendingLimit> {
  const limit = createPendingLimit();
  for (const ms of pings) limit.pinged(ms);
  return limit;
}

describe("inputs under way", () => {
  it.each([
    [0, 60],
    [50, 110],
    [200, 260],
    [200, 2000],
    [400, 2000],
  ])("at a ping of %i ms and a round trip of %i fit the server's buffer, all of them", (ping, rttMs) => {
    expect(limitAfter(ping).room(0, rttMs)).toBeLessThanOrEqual(LIMITS.bufferedInputs);
  });

  it.each([0, 50, 200, 500, 700])("at a ping of %i ms are never too few to steer by", (ping) => {
    // An input waits for a tick, a patch and a frame besides.
    const rttMs = ping + 60;
    expect(limitAfter(ping).room(0, rttMs)).toBeGreaterThanOrEqual(rttMs / TICK_MS + 1);
  });

  it("are a third of a second on a short way, so that they are made up for within half a second", () => {
    expect(limitAfter(10).room(0, 60)).toBeLessThan(21);
  });

  it("are not more because a stall made a ping long", () => {
    expect(limitAfter(50, 1200, 60).room(0, 110)).toBe(limitAfter(50).room(0, 110));
  });

  it("are never more than the limit, however many ticks are due in one frame", () => {
    const limit = limitAfter(10);
    const most = limit.room(0, 60);
    expect(limit.room(most - 1, 60)).toBe(1);
    expect([limit.room(most, 60), limit.room(most + 5, 60)]).toEqual([0, 0]);
  });

  it("follow a way that has become longer", () => {
    const before = limitAfter(50);
    for (let i = 0; i < 10; i++) before.pinged(300);
    expect(before.room(0, 360)).toBe(limitAfter(300).room(0, 360));
  });
});
