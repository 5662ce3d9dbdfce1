import { createRequire } from "node:module";
import type { RoomClock } from "@colyseus/sdk";
import { describe, expect, it } from "vitest";
import { createClockWatch } from "./clockWatch.ts";

/** The package does not export its clock: the file is taken as it is shipped. */
const sdk = createRequire(import.meta.url)("../../node_modules/@colyseus/sdk/build/RoomClock.cjs") as {
  RoomClockImpl: new () => RoomClock;
};

/** A clock that has seen a steady link of 19 ms. */
function settledClock(): RoomClock {
  const clock = new sdk.RoomClockImpl();
  for (let i = 0; i < 100; i++) clock.sample(i * 33, 19);
  return clock;
}

describe("the SDK's clock after the latency jumped", () => {
  it("keeps the old round trip for ever: while it does, it must be watched", () => {
    const clock = settledClock();
    for (let i = 100; i < 1000; i++) clock.sample(i * 33, 170);
    expect(clock.smoothedRtt()).toBeCloseTo(19, 5);
  });

  it("starts anew when a second measurement in a row disagrees", () => {
    const clock = settledClock();
    const watch = createClockWatch(clock);
    expect([watch(170), watch(170)]).toEqual([false, true]);
    clock.sample(0, 170);
    expect(clock.smoothedRtt()).toBe(170);
  });

  it("is left alone by one slow pong, and by agreement", () => {
    const watch = createClockWatch(settledClock());
    expect([watch(170), watch(20), watch(170), watch(25), watch(50), watch(55)]).not.toContain(true);
  });
});
