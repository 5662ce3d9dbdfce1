import { describe, expect, it } from "vitest";
import { createRates } from "./rates.ts";

const RATES = { rename: { burst: 5, seconds: 10 }, wave: { burst: 1, seconds: 1 } };

/** How many of so many tries pass. */
function passes(rates: ReturnType<typeof createRates<keyof typeof RATES>>, tries: number, nowMs: number) {
  return Array.from({ length: tries }, () => rates.spend("ann", "rename", nowMs)).filter(Boolean).length;
}

describe("the rate of a message", () => {
  it("lets a burst pass and no more", () => {
    expect(passes(createRates(RATES), 8, 1000)).toBe(5);
  });

  it("refills evenly, up to the burst", () => {
    const rates = createRates(RATES);
    passes(rates, 5, 0);
    expect(rates.spend("ann", "rename", 1999)).toBe(false);
    expect(rates.spend("ann", "rename", 2001)).toBe(true);
    expect(passes(rates, 99, 3_600_000)).toBe(5);
  });

  it("is counted for each client and each type", () => {
    const rates = createRates(RATES);
    passes(rates, 5, 0);
    expect(rates.spend("ben", "rename", 0)).toBe(true);
    expect(rates.spend("ann", "wave", 0)).toBe(true);
    expect(rates.spend("ann", "rename", 0)).toBe(false);
  });

  it("begins anew for who left and came", () => {
    const rates = createRates(RATES);
    passes(rates, 5, 0);
    rates.forget("ann");
    expect(rates.spend("ann", "rename", 0)).toBe(true);
  });
});
