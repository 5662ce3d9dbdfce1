import { describe, expect, it } from "vitest";
import { findKnee } from "./knee.ts";

const SEARCH = { from: 10, growth: 1.3, within: 0.1, most: 100 };

/** Searches for the knee of something that carries so many rooms, and notes what was tried. */
async function search(carries: number) {
  const tried: number[] = [];
  const knee = await findKnee(SEARCH, async (rooms) => {
    tried.push(rooms);
    return rooms <= carries;
  });
  return { ...knee, tried };
}

describe("the search for the knee", () => {
  it.each([1, 7, 10, 23, 31, 64, 99])("encloses %i rooms within a tenth, or a room", async (carries) => {
    const { held, failed, tried } = await search(carries);
    expect(held).toBeLessThanOrEqual(carries);
    expect(failed).toBeGreaterThan(carries);
    expect(failed! - held).toBeLessThanOrEqual(Math.max(1, held * SEARCH.within));
    expect(tried.length).toBeLessThan(14);
    expect(new Set(tried).size).toBe(tried.length);
  });

  it("says when everything held, and when nothing did", async () => {
    expect(await search(1000)).toMatchObject({ held: 100, failed: null });
    expect(await search(0)).toMatchObject({ held: 0, failed: 1 });
  });
});
