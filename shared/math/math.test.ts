import { describe, expect, test } from "vitest";
import { angleTo, clamp, createRandom, directionOf, hash32, snap, TAU, turnBetween } from "./index.ts";

describe("angles", () => {
  test("a direction is a unit vector, as exact as the eye could ever tell, for any turn of any angle", () => {
    const random = createRandom(1);
    const out = { x: 0, y: 0 };
    for (let i = 0; i < 5000; i++) {
      const angle = random.range(-4 * TAU, 4 * TAU);
      directionOf(angle, out);
      expect(Math.abs(out.x - Math.cos(angle))).toBeLessThan(1e-7);
      expect(Math.abs(out.y - Math.sin(angle))).toBeLessThan(1e-7);
    }
  });

  test("the four straight directions are exact", () => {
    const straight = [0, 1, 2, 3].map((quarters) => ({
      ...directionOf((quarters * Math.PI) / 2, { x: 9, y: 9 }),
    }));
    expect(straight.map(({ x, y }) => [x + 0, y + 0])).toEqual([
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ]);
  });

  test("angleTo undoes directionOf, in 0..2π", () => {
    const random = createRandom(2);
    for (let i = 0; i < 1000; i++) {
      const angle = random.range(0, TAU);
      const { x, y } = directionOf(angle, { x: 0, y: 0 });
      expect(Math.abs(turnBetween(angle, angleTo(x, y)))).toBeLessThan(1e-7);
      expect(angleTo(x, y)).toBeGreaterThanOrEqual(0);
      expect(angleTo(x, y)).toBeLessThan(TAU + 1e-12);
    }
  });

  test("the shortest turn never exceeds half a circle and leads there", () => {
    expect(turnBetween(0.1, TAU - 0.1)).toBeCloseTo(-0.2);
    expect(turnBetween(TAU - 0.1, 0.1)).toBeCloseTo(0.2);
    expect(turnBetween(1, 1)).toBe(0);
    expect(Math.abs(turnBetween(0, 5 * Math.PI))).toBeCloseTo(Math.PI);
  });

  test("clamp keeps what is inside and stops at the ends", () => {
    expect([clamp(-1, 0, 2), clamp(1, 0, 2), clamp(3, 0, 2)]).toEqual([0, 1, 2]);
  });
});

describe("the lattice", () => {
  const lattice = { min: -1024, max: 1024, bits: 16 } as const;

  test("what has been snapped stays where it is", () => {
    const random = createRandom(3);
    for (let i = 0; i < 5000; i++) {
      const once = snap(lattice, random.range(-1100, 1100));
      expect(snap(lattice, once)).toBe(once);
    }
  });

  test("zero stays exactly zero in a symmetric range", () => {
    expect(snap(lattice, 0)).toBe(0);
  });

  test("values outside are clamped and NaN becomes the minimum", () => {
    expect(snap(lattice, 5000)).toBe(1024);
    expect(snap(lattice, -5000)).toBe(-1024);
    expect(snap(lattice, Number.NaN)).toBe(-1024);
  });
});

describe("chance", () => {
  test("one seed is one stream, on every engine", () => {
    const random = createRandom(1);
    expect([random.next(), random.next(), random.next()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  test("two seeds are two streams", () => {
    expect(createRandom(1).next()).not.toBe(createRandom(2).next());
  });

  test("numbers keep within their bounds and fill them evenly", () => {
    const random = createRandom(4);
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 10_000; i++) counts[random.int(5)]! += 1;
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
    for (let i = 0; i < 1000; i++) {
      const n = random.range(-3, 7);
      expect(n).toBeGreaterThanOrEqual(-3);
      expect(n).toBeLessThan(7);
    }
  });

  test("the bell stands around 0 and is one wide", () => {
    const random = createRandom(5);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < 10_000; i++) {
      const n = random.bell();
      sum += n;
      squares += n * n;
    }
    expect(Math.abs(sum / 10_000)).toBeLessThan(0.05);
    expect(Math.abs(squares / 10_000 - 1)).toBeLessThan(0.05);
  });

  test("pick takes from the list, and there must be something to take", () => {
    const random = createRandom(6);
    const list = ["a", "b", "c"];
    for (let i = 0; i < 50; i++) expect(list).toContain(random.pick(list));
    expect(() => random.pick([])).toThrow(RangeError);
  });

  test("the hash of the same numbers is the same, of their neighbours another", () => {
    expect(hash32(3, 7, 1)).toBe(hash32(3, 7, 1));
    const seen = new Set<number>();
    for (let slot = 0; slot < 16; slot++) for (let seq = 0; seq < 500; seq++) seen.add(hash32(slot, seq, 1));
    expect(seen.size).toBe(8000);
  });
});
