import { expect, test } from "vitest";
import { createEye, layPicture } from "./camera.ts";
import { placeOnRim, RIM } from "./rim.ts";

const spot = () => ({ seen: false, x: 0, y: 0, angle: 0 });
const picture = layPicture(1280, 720);
const eye = createEye(500, 400);

test("what is in the picture needs no mark, wherever in it", () => {
  for (const [x, y] of [
    [500, 400],
    [20, 150],
    [980, 650],
  ] as const) {
    expect(placeOnRim(eye, picture, x, y, spot()).seen).toBe(true);
  }
});

test.each([
  [5000, 400, 0],
  [-5000, 400, Math.PI],
  [500, 5000, Math.PI / 2],
  [500, -5000, -Math.PI / 2],
])("a place at %i, %i is marked in its direction, inside the rim", (x, y, angle) => {
  const mark = placeOnRim(eye, picture, x, y, spot());
  expect(mark.seen).toBe(false);
  expect(mark.angle).toBeCloseTo(angle, 9);
  const cssX = (mark.x - eye.x) * picture.zoom + picture.width / 2;
  const cssY = (mark.y - eye.y) * picture.zoom + picture.height / 2;
  expect(cssX).toBeGreaterThanOrEqual(RIM.side - 1e-9);
  expect(cssX).toBeLessThanOrEqual(picture.width - RIM.side + 1e-9);
  expect(cssY).toBeGreaterThanOrEqual(RIM.top - 1e-9);
  expect(cssY).toBeLessThanOrEqual(picture.height - RIM.bottom + 1e-9);
});

test("a mark lies on the line to its place, on every window", () => {
  for (const [width, height] of [
    [1280, 720],
    [812, 375],
    [390, 844],
  ] as const) {
    const view = layPicture(width, height);
    const mark = placeOnRim(eye, view, 3000, -1700, spot());
    expect(Math.atan2(mark.y - eye.y, mark.x - eye.x)).toBeCloseTo(Math.atan2(-2100, 2500), 9);
  }
});

test("a place on the eye is no reason for a mark at nowhere", () => {
  const mark = placeOnRim(eye, picture, eye.x, eye.y, spot());
  expect([mark.x, mark.y]).toEqual([eye.x, eye.y]);
});
