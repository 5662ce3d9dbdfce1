import { describe, expect, test } from "vitest";
import { createLinkMeasure, UNMEASURED } from "./linkMeasure.ts";

function measured(...trips: number[]) {
  const measure = createLinkMeasure();
  for (const trip of trips) measure.add(trip);
  return measure.figures();
}

describe("the measure of a link", () => {
  test("takes it for the best there is until something is known", () => {
    expect(createLinkMeasure().figures()).toEqual(UNMEASURED);
    expect(UNMEASURED).toEqual({ pingMs: 0, spreadMs: 0 });
  });

  test("is the middle of the last answers: one that is slow changes nothing but the spread", () => {
    expect(measured(50)).toEqual({ pingMs: 50, spreadMs: 0 });
    expect(measured(50, 52, 51, 900, 50)).toEqual({ pingMs: 51, spreadMs: 850 });
  });

  test("follows a new route after eight answers, and forgets the old one after a hundred", () => {
    const times = (count: number, trip: number) => new Array<number>(count).fill(trip);
    expect(measured(...times(50, 20), ...times(7, 180)).pingMs).toBe(20);
    expect(measured(...times(50, 20), ...times(8, 180)).pingMs).toBe(180);
    expect(measured(...times(50, 20), ...times(99, 180)).spreadMs).toBe(160);
    expect(measured(...times(50, 20), ...times(100, 180)).spreadMs).toBe(0);
  });
});
