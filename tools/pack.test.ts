import { expect, test } from "vitest";
import { createRandom } from "../shared/math/index.ts";
import { type Box, packShelves } from "./pack.ts";

const GAP = 2;

function someBoxes(count: number): Box[] {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, i) => ({
    name: `box-${i}`,
    width: 4 + random.int(90),
    height: 4 + random.int(90),
  }));
}

test("boxes keep their distance from each other and from the rim", () => {
  const boxes = someBoxes(60);
  const sheet = packShelves(boxes, 512, GAP);
  const placed = sheet.places.map((place) => ({ ...boxes.find((b) => b.name === place.name)!, ...place }));
  expect(placed).toHaveLength(boxes.length);
  for (const a of placed) {
    expect(a.x).toBeGreaterThanOrEqual(GAP);
    expect(a.y).toBeGreaterThanOrEqual(GAP);
    expect(a.x + a.width + GAP).toBeLessThanOrEqual(sheet.width);
    expect(a.y + a.height + GAP).toBeLessThanOrEqual(sheet.height);
    for (const b of placed) {
      if (a === b) continue;
      const apart =
        a.x + a.width + GAP <= b.x ||
        b.x + b.width + GAP <= a.x ||
        a.y + a.height + GAP <= b.y ||
        b.y + b.height + GAP <= a.y;
      expect(apart, `${a.name} and ${b.name}`).toBe(true);
    }
  }
});

test("the order in which boxes are named does not matter", () => {
  const boxes = someBoxes(20);
  expect(packShelves([...boxes].reverse(), 512, GAP)).toEqual(packShelves(boxes, 512, GAP));
});

test("a box wider than the sheet is refused by name", () => {
  expect(() => packShelves([{ name: "banner", width: 600, height: 10 }], 512, GAP)).toThrow(/banner/);
});
