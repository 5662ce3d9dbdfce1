/**
 * A mesh that is made anew each frame, in the lists that the engine reads: four numbers a corner (x, y, u, v), four a
 * triangle (three corners and a page of the texture). A frame allocates only when it needs more than any before it.
 */
export interface Mesh {
  readonly vertices: number[];
  readonly indices: number[];
  /** Begins a frame. */
  begin(): void;
  /** Adds a corner, all in one colour. @returns its number, for `addTriangle` */
  addCorner(x: number, y: number): number;
  addTriangle(a: number, b: number, c: number): void;
  /**
   * Adds a polygon around a hub, all moved by `-left` and `-top` and then divided by `texel`. All in one call, since
   * each number that is handed from function to function may be boxed.
   * @param rim corners of the polygon, x and y in turn
   * @param length numbers in `rim` that count
   */
  addFan(
    hubX: number,
    hubY: number,
    rim: Float64Array,
    length: number,
    left: number,
    top: number,
    texel: number,
  ): void;
  /** Ends a frame: what is left of the one before is cut off. */
  end(): void;
}

/** Somewhere within a texture that has one colour all over, along and across. */
const ANYWHERE = 0.5;

/** An empty mesh. */
export function createMesh(): Mesh {
  const vertices: number[] = [];
  const indices: number[] = [];
  let corners = 0;
  let used = 0;
  return {
    vertices,
    indices,
    begin() {
      corners = 0;
      used = 0;
    },
    addCorner(x, y) {
      const at = corners * 4;
      vertices[at] = x;
      vertices[at + 1] = y;
      vertices[at + 2] = ANYWHERE;
      vertices[at + 3] = ANYWHERE;
      return corners++;
    },
    addTriangle(a, b, c) {
      indices[used++] = a;
      indices[used++] = b;
      indices[used++] = c;
      indices[used++] = 0;
    },
    addFan(hubX, hubY, rim, length, left, top, texel) {
      const hub = corners;
      const count = length / 2;
      corners += count + 1;
      let at = hub * 4;
      vertices[at] = (hubX - left) / texel;
      vertices[at + 1] = (hubY - top) / texel;
      vertices[at + 2] = ANYWHERE;
      vertices[at + 3] = ANYWHERE;
      for (let i = 0; i < length; i += 2) {
        at += 4;
        vertices[at] = (rim[i]! - left) / texel;
        vertices[at + 1] = (rim[i + 1]! - top) / texel;
        vertices[at + 2] = ANYWHERE;
        vertices[at + 3] = ANYWHERE;
      }
      for (let i = 0; i < count; i++) {
        indices[used] = hub;
        indices[used + 1] = hub + 1 + i;
        indices[used + 2] = hub + 1 + ((i + 1) % count);
        indices[used + 3] = 0;
        used += 4;
      }
    },
    end() {
      // Corners that no triangle names do no harm, and cutting a list right off would give its memory away.
      indices.length = used;
    },
  };
}
