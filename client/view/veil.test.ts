import { describe, expect, it } from "vitest";
import type { Spot } from "../../shared/arena/index.ts";
import { drawArena, middleOf } from "../../tests/fixtures/arenas.ts";
import { createVeil, fade, REACH } from "./veil.ts";

const RADIUS = 13;
/** A block in the middle of a hall; the eye is to its left, on its upper edge. */
const hall = drawArena(
  "############",
  "#..........#",
  "#..........#",
  "#....##....#",
  "#....##....#",
  "#..........#",
  "#..........#",
  "#..........#",
  "############",
);
const eye = middleOf(2, 3);

function veilFrom(focus: Spot | null) {
  return createVeil({ arena: hall, focus });
}

describe("what is hidden", () => {
  it("lies behind a wall", () => {
    const behind = middleOf(8, 4);
    const { shows, share } = veilFrom(eye);
    expect(shows(behind.x, behind.y, RADIUS)).toBe(false);
    expect(share(behind.x, behind.y, RADIUS)).toBe(0);
  });

  it("is not what stands in the open, or right where the eye is", () => {
    const { shows, share } = veilFrom(eye);
    for (const { x, y } of [middleOf(4, 1), middleOf(1, 5), eye]) {
      expect(shows(x, y, RADIUS)).toBe(true);
      expect(share(x, y, RADIUS)).toBe(1);
    }
  });

  it("is not a drone of which but a rim looks out, and of a thing that lies there a part is seen", () => {
    const { sees, shows, share } = veilFrom(eye);
    // From the eye over the block's corner, 80 px away and 16 px above: at twice the way the shadow is 32 px above.
    const { x } = middleOf(7, 2);
    const y = eye.y - 32 + 8;
    expect(sees(x, y)).toBe(false);
    expect(shows(x, y, RADIUS)).toBe(true);
    expect(share(x, y, RADIUS)).toBeGreaterThan(0);
    expect(share(x, y, RADIUS)).toBeLessThan(1);
  });

  it("is what lies beyond the light, though no wall is near", () => {
    const open = drawArena(".".repeat(40), ".".repeat(40), ".".repeat(40));
    const { sees, shows } = createVeil({ arena: open, focus: { x: 20, y: 48 } });
    expect(sees(20 + REACH - 1, 48)).toBe(true);
    expect(sees(20 + REACH + 1, 48)).toBe(false);
    expect(shows(20 + REACH + 1, 48, RADIUS)).toBe(true);
    expect(shows(20 + REACH + RADIUS + 1, 48, RADIUS)).toBe(false);
  });

  it("is nothing while nobody looks", () => {
    const { shows, share, changesAt } = veilFrom(null);
    const inWall = middleOf(5, 3);
    expect(shows(inWall.x, inWall.y, 1)).toBe(true);
    expect(share(inWall.x, inWall.y, 1)).toBe(1);
    expect(changesAt(0, 0, 1, 0, 0, 300)).toBe(300);
  });

  it("is a wall's far side, not the side that is looked at", () => {
    const { shows } = veilFrom(eye);
    const near = 5 * hall.tile;
    const far = 7 * hall.tile;
    expect(shows(near, middleOf(5, 3).y, 4)).toBe(true);
    expect(shows(far, middleOf(5, 3).y, 4)).toBe(false);
  });
});

describe("a line through light and dark", () => {
  it("changes where the shadow begins and where it ends", () => {
    const { changesAt } = veilFrom(eye);
    // Down behind the block, from the light above it through its shadow.
    const { x, y } = middleOf(8, 1);
    const length = 200;
    const dark = changesAt(x, y, 0, 1, 0, length);
    const light = changesAt(x, y, 0, 1, dark, length);
    // By the lines from the eye over the block's corners; a look every 8 px finds them a little late.
    const upper = eye.y - 16 * (192 / 80) - y;
    const lower = eye.y + 48 * (192 / 80) - y;
    expect(dark - upper).toBeGreaterThanOrEqual(0);
    expect(dark - upper).toBeLessThanOrEqual(8);
    expect(light - lower).toBeGreaterThanOrEqual(0);
    expect(light - lower).toBeLessThanOrEqual(8);
    expect(changesAt(x, y, 0, 1, light, length)).toBe(length);
  });

  it("that is all in the light stays so to its end", () => {
    expect(veilFrom(eye).changesAt(eye.x, eye.y, -1, 0, 0, 40)).toBe(40);
  });
});

describe("what comes into the light and leaves it", () => {
  it("is there on the first frame and whole after a few", () => {
    let shown = fade(0, true, 16.7);
    expect(shown).toBeGreaterThan(0.4);
    for (let i = 0; i < 2; i++) shown = fade(shown, true, 16.7);
    expect(shown).toBe(1);
  });

  it("is gone after 80 ms, however many frames that is", () => {
    for (const frames of [2, 5, 10, 40]) {
      let shown = 1;
      for (let i = 1; i < frames; i++) {
        shown = fade(shown, false, 80 / frames);
        expect(shown).toBeGreaterThan(0);
      }
      expect(fade(shown, false, 80 / frames)).toBeCloseTo(0, 9);
    }
  });
});
