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
  const game = inOrder({ view: part("view"), art: part("art"), door: part("door"), seat: part("seat") });
  return { asked, ends, game };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets happen what waits for nothing but its turn. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("the parts of a game", () => {
  test("are fetched in the order of their use, each with the link to itself", async () => {
    const { asked, ends, game } = setUp();
    const all = [game.seat(), game.door(), game.art(), game.view()];
    const order = ["view", "art", "door", "seat"];
    for (const [count, part] of order.entries()) {
      await settle();
      expect(asked).toEqual(order.slice(0, count + 1));
      ends.shift()!.resolve(`the ${part}`);
    }
    expect(await Promise.all(all)).toEqual(["the seat", "the door", "the art", "the view"]);
  });

  test("do not wait for ever for one that takes its time, nor for one that cannot be had", async () => {
    const { asked, game } = setUp();
    void game.seat();
    await vi.advanceTimersByTimeAsync(249);
    expect(asked).toEqual(["view"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(["view", "art"]);
    await vi.advanceTimersByTimeAsync(50);
    expect(asked).toEqual(["view", "art", "door"]);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual(["view", "art", "door", "seat"]);

    const other = setUp();
    void other.game.door();
    other.ends.shift()!.reject(new Error("offline"));
    await settle();
    expect(other.asked).toEqual(["view", "art"]);
    other.ends.shift()!.reject(new Error("offline"));
    await settle();
    expect(other.asked).toEqual(["view", "art", "door"]);
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
