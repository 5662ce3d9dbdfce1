import { describe, expect, it } from "vitest";
import { createHeartbeat, HEARTBEAT } from "./heartbeat.ts";

/** Looks at the link every `everyMs` and says when it was found dead, or null. */
function lookUntil(heart: ReturnType<typeof createHeartbeat>, from: number, to: number): number | null {
  for (let now = from; now <= to; now += HEARTBEAT.everyMs) if (heart.beat(now)) return now;
  return null;
}

describe("the heartbeat", () => {
  it("leaves a link alone that is heard, however long", () => {
    const heart = createHeartbeat(0);
    for (let now = 33; now < 60_000; now += 33) {
      heart.heard(now);
      expect(heart.beat(now)).toBe(false);
      expect(heart.stalledMs(now + 33)).toBe(0);
    }
  });

  it("bears a stall of 3 s and says how long it lasts", () => {
    const heart = createHeartbeat(0);
    expect(lookUntil(heart, 0, 3000)).toBeNull();
    expect(heart.stalledMs(HEARTBEAT.stallMs - 1)).toBe(0);
    expect(heart.stalledMs(3000)).toBe(3000);
    heart.heard(3010);
    expect(heart.stalledMs(3020)).toBe(0);
    expect(lookUntil(heart, 3020, 6000)).toBeNull();
  });

  it("finds a dead link within a look of the limit", () => {
    const heart = createHeartbeat(0);
    heart.heard(1000);
    const found = lookUntil(heart, 1000, 20_000);
    expect(found).toBeGreaterThanOrEqual(1000 + HEARTBEAT.deadMs);
    expect(found).toBeLessThanOrEqual(1000 + HEARTBEAT.deadMs + HEARTBEAT.everyMs);
  });

  it("does not blame the link for the time that the page slept", () => {
    const heart = createHeartbeat(0);
    heart.beat(250);
    expect(heart.beat(3_600_000)).toBe(false);
    heart.heard(3_600_050);
    expect(lookUntil(heart, 3_600_250, 3_604_000)).toBeNull();
  });

  it("gives a link little time once the page is back", () => {
    const heart = createHeartbeat(0);
    heart.wake(1000);
    const found = lookUntil(heart, 1000, 20_000);
    expect(found).toBeGreaterThanOrEqual(1000 + HEARTBEAT.wakeMs);
    expect(found).toBeLessThanOrEqual(1000 + HEARTBEAT.wakeMs + HEARTBEAT.everyMs);
  });
});
