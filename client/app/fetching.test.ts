import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { inOrder } from "./fetching.ts";

/** Parts that are fetched when a test says so. */
function setUp() {
  const asked: string[] = [];
  const ends: { resolve(part: string): void; reject(error: Error): void }[] = [];
  const part = (name: string) => () => {
    asked.push(name);
    return new Promise<string>((resolve, reject) => ends.push({ resolve, reject }));
  };
  return { asked, ends, game: inOrder({ view: part("view"), door: part("door"), seat: part("seat") }) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets happen what waits for nothing but its turn. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("the parts of a game", () => {
  test("are fetched in the order of their use: what draws has the link to itself", async () => {
    const { asked, ends, game } = setUp();
    const seat = game.seat();
    const door = game.door();
    await settle();
    expect(asked).toEqual(["view"]);
    ends.shift()!.resolve("the view");
    await settle();
    expect(asked).toEqual(["view", "seat", "door"]);
    ends.shift()!.resolve("the seat");
    ends.shift()!.resolve("the door");
    expect(await Promise.all([game.view(), seat, door])).toEqual(["the view", "the seat", "the door"]);
  });

  test("do not wait for ever for one that takes its time, nor for one that cannot be had", async () => {
    const { asked, ends, game } = setUp();
    void game.door();
    await vi.advanceTimersByTimeAsync(999);
    expect(asked).toEqual(["view"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(["view", "door"]);

    const other = setUp();
    void other.game.seat();
    other.ends.shift()!.reject(new Error("offline"));
    await settle();
    expect(other.asked).toEqual(["view", "seat"]);
    expect(ends).toHaveLength(2);
  });

  test("are fetched once, and anew after they could not be had", async () => {
    const { asked, ends, game } = setUp();
    const first = game.view();
    expect(game.view()).toBe(first);
    ends.shift()!.reject(new Error("offline"));
    await expect(first).rejects.toThrow("offline");
    const second = game.view();
    ends.shift()!.resolve("the view");
    expect(await second).toBe("the view");
    expect(asked).toEqual(["view", "view"]);
  });
});
