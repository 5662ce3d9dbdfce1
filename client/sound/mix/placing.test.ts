import { expect, test } from "vitest";
import { drawArena } from "../../../tests/fixtures/arenas.ts";
import { type Placing, panOf, placeSound } from "./placing.ts";

/** Two rooms; the left one is where the ear is. */
const ARENA = drawArena("##########", "#s..#....#", "#...#....#", "#........#", "##########");
const EAR = { x: 48, y: 48 };

function place(x: number, y: number, reach = 400): Placing | null {
  const placing = { gain: 0, pan: 0, muffled: false };
  return placeSound(ARENA, EAR, x, y, reach, placing) ? placing : null;
}

test("what is here is loud and in the middle", () => {
  expect(place(EAR.x, EAR.y)).toEqual({ gain: 1, pan: 0, muffled: false });
});

test("loudness goes with the distance, down to nothing at the reach", () => {
  const gains = [0, 10, 20, 40, 60].map((away) => place(EAR.x, EAR.y + away, 64)!.gain);
  expect(gains).toEqual([...gains].sort((a, b) => b - a));
  expect(gains.at(-1)).toBeGreaterThan(0);
  expect(place(EAR.x, EAR.y + 64, 64)).toBeNull();
});

test("it lies on the side from which it comes, never in one ear only", () => {
  expect(place(EAR.x + 60, EAR.y)!.pan).toBeGreaterThan(0);
  expect(place(EAR.x, EAR.y + 60)!.pan).toBe(0);
  expect(placeSound(ARENA, { x: 1e4, y: 0 }, 0, 0, 1e5, { gain: 0, pan: 0, muffled: false })).toBe(true);
  expect(panOf(Math.PI)).toBeCloseTo(-0.8);
  expect(panOf(0, 1e6)).toBeCloseTo(0.8);
  expect(panOf(Math.PI / 2)).toBeCloseTo(0);
});

test("a wall between muffles it", () => {
  expect(place(EAR.x + 160, EAR.y)!.muffled).toBe(true);
  expect(place(EAR.x + 32, EAR.y + 32)!.muffled).toBe(false);
});
