import { expect, test } from "vitest";
import { createMesh } from "./mesh.ts";

test("a frame holds its own triangles, however many the one before had", () => {
  const mesh = createMesh();
  const { vertices, indices } = mesh;
  const addSquare = (x: number): void => {
    const a = mesh.addCorner(x, 0);
    const b = mesh.addCorner(x + 1, 0);
    const c = mesh.addCorner(x, 1);
    const d = mesh.addCorner(x + 1, 1);
    mesh.addTriangle(a, b, c);
    mesh.addTriangle(b, c, d);
  };
  mesh.begin();
  for (let i = 0; i < 9; i++) addSquare(i);
  mesh.end();
  expect(indices.length).toBe(9 * 2 * 4);

  mesh.begin();
  addSquare(50);
  mesh.end();
  expect(indices).toEqual([0, 1, 2, 0, 1, 2, 3, 0]);
  const drawn = indices.filter((_, i) => i % 4 < 3).map((corner) => vertices[corner * 4]);
  expect(drawn).toEqual([50, 51, 50, 51, 50, 51]);
  // The engine was given these lists once and for all.
  expect(mesh.vertices).toBe(vertices);
  expect(mesh.indices).toBe(indices);
});

test("a fan has a triangle for each side of its rim, and closes", () => {
  const mesh = createMesh();
  const rim = Float64Array.of(14, 10, 10, 14, 6, 10, 10, 6, 99, 99);
  mesh.begin();
  mesh.addFan(10, 10, rim, 8, 2, 4, 2);
  mesh.addFan(10, 10, rim, 8, 2, 4, 2);
  mesh.end();
  expect(mesh.vertices.filter((_, i) => i % 4 < 2)).toEqual(
    Array(2).fill([4, 3, 6, 3, 4, 5, 2, 3, 4, 1]).flat(),
  );
  expect(mesh.indices.slice(0, 16)).toEqual([0, 1, 2, 0, 0, 2, 3, 0, 0, 3, 4, 0, 0, 4, 1, 0]);
  expect(mesh.indices.slice(16, 20)).toEqual([5, 6, 7, 0]);
  expect(mesh.indices).toHaveLength(32);
});
