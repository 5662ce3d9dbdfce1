import { describe, expect, test } from "vitest";
import { VIEW_AREA, VIEW_MAX_ASPECT } from "../../shared/content/index.ts";
import {
  createEye,
  keepInHall,
  kickEye,
  layPicture,
  moveEye,
  pullEye,
  shakeEye,
  trembleEye,
  zoomOf,
} from "./camera.ts";

const AHEAD = 0.18;
const drone = { x: 400, y: 300, aim: 0 };

test.each([
  [1280, 720],
  [812, 375],
  [390, 844],
  [3440, 1440],
  [1000, 1000],
])("a window of %i x %i sees the common area, undistorted", (width, height) => {
  const picture = layPicture(width, height);
  expect(picture.viewWidth * picture.viewHeight).toBeCloseTo(VIEW_AREA, 0);
  expect(picture.height / picture.viewHeight).toBeCloseTo(picture.zoom, 1);
});

test("windows that are too long get equal bars on both sides, in either direction", () => {
  const wide = layPicture(3000, 1000);
  expect(wide).toMatchObject({ left: 300, top: 0, width: 1000 * VIEW_MAX_ASPECT, height: 1000 });
  const tall = layPicture(400, 1200);
  expect(tall).toMatchObject({ left: 0, top: 120, width: 400, height: 400 * VIEW_MAX_ASPECT });
});

test("the camera follows exactly, with no delay", () => {
  const picture = layPicture(1280, 720);
  const eye = createEye(0, 0);
  moveEye(eye, picture, drone, { x: 0, y: 0 }, 16);
  expect([eye.x, eye.y]).toEqual([drone.x, drone.y]);
});

test("the look-ahead never passes its share of half the view, however far the pointer is", () => {
  const picture = layPicture(1280, 720);
  const eye = createEye(0, 0);
  for (let i = 0; i < 300; i++) moveEye(eye, picture, drone, { x: 9000, y: -9000 }, 16);
  expect(eye.x - drone.x).toBeCloseTo((picture.viewWidth / 2) * AHEAD, 3);
  expect(eye.y - drone.y).toBeCloseTo((-picture.viewHeight / 2) * AHEAD, 3);
});

test("the look-ahead takes as long at 20 frames a second as at 120", () => {
  const picture = layPicture(1280, 720);
  const slow = createEye(0, 0);
  const fast = createEye(0, 0);
  for (let i = 0; i < 4; i++) moveEye(slow, picture, drone, { x: 300, y: 0 }, 50);
  for (let i = 0; i < 24; i++) moveEye(fast, picture, drone, { x: 300, y: 0 }, 200 / 24);
  expect(slow.x).toBeCloseTo(fast.x, 6);
});

test("without a target the camera stays", () => {
  const eye = createEye(70, 80);
  moveEye(eye, layPicture(1280, 720), null, { x: 500, y: 0 }, 1000);
  expect([eye.x, eye.y]).toEqual([70, 80]);
});

describe.each([
  [1280, 720],
  [812, 375],
  [390, 844],
  [1000, 1000],
])("in a window of %i x %i the picture", (width, height) => {
  const picture = layPicture(width, height);
  const { viewWidth, viewHeight } = picture;
  const hall = { width: 2400, height: 2100 };

  test("shows no more than its share of beyond the hall, whichever corner the drone is in", () => {
    for (const x of [20, hall.width - 20]) {
      for (const y of [20, hall.height - 20]) {
        const eye = createEye(x, y);
        keepInHall(eye, picture, hall.width, hall.height);
        const beyondX = Math.max(viewWidth / 2 - eye.x, eye.x + viewWidth / 2 - hall.width);
        const beyondY = Math.max(viewHeight / 2 - eye.y, eye.y + viewHeight / 2 - hall.height);
        expect(beyondX / viewWidth).toBeCloseTo(0.15, 9);
        expect(beyondY / viewHeight).toBeCloseTo(0.15, 9);
        // The drone itself stays well within.
        expect(Math.abs(x - eye.x)).toBeLessThan(viewWidth / 2 - 50);
        expect(Math.abs(y - eye.y)).toBeLessThan(viewHeight / 2 - 50);
      }
    }
  });

  test("is where it would be anyway, far from the border", () => {
    const eye = createEye(1100, 1050);
    keepInHall(eye, picture, hall.width, hall.height);
    expect([eye.x, eye.y]).toEqual([1100, 1050]);
  });

  test("stays in the middle of a hall that is smaller", () => {
    const eye = createEye(90, 30);
    keepInHall(eye, picture, viewWidth * 0.6, viewHeight * 0.5);
    expect([eye.x, eye.y]).toEqual([viewWidth * 0.3, viewHeight * 0.25]);
  });
});

test("the shake is bounded and dies away", () => {
  const picture = layPicture(1280, 720);
  const eye = createEye(0, 0);
  for (let i = 0; i < 9; i++) shakeEye(eye, 0.6);
  for (let now = 0; now < 400; now += 7) {
    trembleEye(eye, now);
    expect(Math.abs(eye.shakeX)).toBeLessThanOrEqual(6);
    expect(Math.abs(eye.shakeY)).toBeLessThanOrEqual(6);
  }
  moveEye(eye, picture, null, null, 1000);
  trembleEye(eye, 1234);
  expect([Math.abs(eye.shakeX), Math.abs(eye.shakeY)]).toEqual([0, 0]);
});

describe("the kick of the own weapon", () => {
  const picture = layPicture(1280, 720);

  test("goes against the aim, and is all but gone after a tenth of a second and some", () => {
    const eye = createEye(0, 0);
    kickEye(eye, 0, 4);
    expect(eye.kickX).toBe(-4);
    expect(eye.kickY).toBeCloseTo(0);
    moveEye(eye, picture, drone, null, 120);
    expect(Math.abs(eye.kickX)).toBeLessThan(0.2);
  });

  test("does not add up without end", () => {
    const eye = createEye(0, 0);
    for (let shot = 0; shot < 50; shot++) kickEye(eye, 1, 5);
    expect(Math.sqrt(eye.kickX ** 2 + eye.kickY ** 2)).toBeCloseTo(7);
  });

  test("does not move where the camera looks", () => {
    const eye = createEye(0, 0);
    kickEye(eye, 0, 5);
    moveEye(eye, picture, drone, { x: 0, y: 0 }, 16);
    expect(eye.x).toBe(drone.x);
  });
});

test("a dash brings the world nearer by a fiftieth, never further away, and lets go", () => {
  const eye = createEye(0, 0);
  expect(zoomOf(eye)).toBe(1);
  pullEye(eye);
  expect(zoomOf(eye)).toBeCloseTo(1.02);
  for (let i = 0; i < 60; i++) {
    moveEye(eye, layPicture(1280, 720), drone, null, 16);
    expect(zoomOf(eye)).toBeGreaterThanOrEqual(1);
  }
  expect(zoomOf(eye)).toBeCloseTo(1, 4);
});

test("the shake is as strong as the player wants it", () => {
  const far = (strength: number): number => {
    const eye = createEye(0, 0);
    shakeEye(eye, 1);
    trembleEye(eye, 40, strength);
    return Math.sqrt(eye.shakeX ** 2 + eye.shakeY ** 2);
  };
  expect(far(0)).toBe(0);
  expect(far(0.5)).toBeCloseTo(far(1) / 2);
});
