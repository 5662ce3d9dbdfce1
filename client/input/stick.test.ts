import { expect, test } from "vitest";
import { STEER_MAX } from "../../shared/sim/index.ts";
import { deflect, steer } from "./stick.ts";

const DEAD_ZONE = 0.18;
const out = { x: 0, y: 0 };

test("inside the dead zone a stick rests, in every direction alike", () => {
  for (let angle = 0; angle < 6.3; angle += 0.1) {
    const length = DEAD_ZONE * 0.999;
    deflect(Math.cos(angle) * length, Math.sin(angle) * length, DEAD_ZONE, out);
    expect(out).toEqual({ x: 0, y: 0 });
  }
});

test("deflection grows from nothing at the edge of the dead zone to one at full throw", () => {
  deflect(DEAD_ZONE + 0.001, 0, DEAD_ZONE, out);
  expect(out.x).toBeGreaterThan(0);
  expect(out.x).toBeLessThan(0.01);
  deflect(1, 0, DEAD_ZONE, out);
  expect(out.x).toBeCloseTo(1);
});

test("a thumb beyond full throw counts as full throw, in its direction", () => {
  deflect(3, -4, DEAD_ZONE, out);
  expect(out.x).toBeCloseTo(0.6);
  expect(out.y).toBeCloseTo(-0.8);
});

test("steering values are whole and within what a command may hold", () => {
  expect([steer(1), steer(-1), steer(2), steer(0.5), steer(-0)]).toEqual([
    STEER_MAX,
    -STEER_MAX,
    STEER_MAX,
    64,
    0,
  ]);
});
