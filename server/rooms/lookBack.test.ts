import { describe, expect, test } from "vitest";
import { INTERPOLATION, MAX_REWIND_MS, PATCH_MS, REWIND } from "../../shared/content/index.ts";
import type { LinkFigures } from "./linkMeasure.ts";
import { ceilingOf, estimateOf, lookBack } from "./lookBack.ts";

/** What an honest shot claims: the way there and back, the delay of the picture, the wait for the tick. */
function honest(roundTripMs: number, interpolationMs: number, waitMs: number): number {
  return roundTripMs + interpolationMs + waitMs;
}

describe("how far the server looks back", () => {
  test("is an estimate that is narrow over an even link and wide over another", () => {
    const width = (spreadMs: number): number => {
      const { least, most } = estimateOf({ pingMs: 60, spreadMs });
      return most - least;
    };
    expect(width(0)).toBe(PATCH_MS);
    expect(width(40)).toBe(PATCH_MS + 40);
    expect(width(5000)).toBe(PATCH_MS + INTERPOLATION.mostMs - INTERPOLATION.leastMs);
  });

  test("is what an honest shooter saw, up to a round trip of 200 ms, over good links and bad ones", () => {
    for (let pingMs = 0; pingMs <= REWIND.fullRoundTripMs; pingMs += 10) {
      for (let spreadMs = 0; spreadMs <= 200; spreadMs += 20) {
        const link = { pingMs, spreadMs };
        for (const waitMs of [0, 20, REWIND.waitMs]) {
          // The picture's delay follows what the link does, within its bounds, or what it did not long ago.
          const longest = Math.min(INTERPOLATION.mostMs, INTERPOLATION.leastMs + spreadMs);
          for (const delay of [INTERPOLATION.leastMs, longest]) {
            const claim = honest(pingMs, delay, waitMs);
            expect(lookBack(claim, link)).toBe(claim);
          }
        }
      }
    }
  });

  test("is believed as long as it is near the server's estimate, and the nearer end of that beyond", () => {
    const link: LinkFigures = { pingMs: 60, spreadMs: 10 };
    const { least, most } = estimateOf(link);
    const [newest, oldest] = [least - REWIND.disagreementMs, most + REWIND.disagreementMs];
    expect(lookBack(oldest, link)).toBe(oldest);
    expect(lookBack(oldest + 1, link)).toBe(most);
    expect(lookBack(60_000, link)).toBe(most);
    expect(lookBack(newest, link)).toBe(newest);
    expect(lookBack(newest - 1, link)).toBe(least);
    // The future as well.
    expect(lookBack(-5000, link)).toBe(least);
  });

  test("never is a time to come", () => {
    expect(lookBack(-10, { pingMs: 0, spreadMs: 0 })).toBe(0);
  });

  test("gains a forger on a good link at most 150 ms, whatever is claimed", () => {
    const link: LinkFigures = { pingMs: 5, spreadMs: 3 };
    const honestMs = honest(5, INTERPOLATION.leastMs, 0);
    let most = 0;
    for (let claim = -1000; claim < 5000; claim++) most = Math.max(most, lookBack(claim, link));
    expect(most - honestMs).toBeLessThanOrEqual(150);
  });

  test("ends at a ceiling that grows with the round trip and stops growing at 200 ms", () => {
    const beyond = INTERPOLATION.mostMs + REWIND.waitMs;
    expect(ceilingOf({ pingMs: 0, spreadMs: 0 })).toBe(beyond);
    expect(ceilingOf({ pingMs: 120, spreadMs: 0 })).toBe(120 + beyond);
    expect(ceilingOf({ pingMs: 200, spreadMs: 0 })).toBe(MAX_REWIND_MS);
    for (const pingMs of [201, 400, 5000]) {
      expect(ceilingOf({ pingMs, spreadMs: 0 })).toBe(MAX_REWIND_MS);
      const claim = honest(pingMs, 250, 50);
      expect(lookBack(claim, { pingMs, spreadMs: 200 })).toBe(MAX_REWIND_MS);
    }
  });
});
