import { beforeEach, expect, test, vi } from "vitest";
import { recallSeat, rememberSeat } from "./heldSeat.ts";

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return () => vi.unstubAllGlobals();
});

test("a tab that is loaded anew has its seat, until that is forgotten", () => {
  expect(recallSeat(null)).toBeNull();
  rememberSeat("room:secret");
  expect(recallSeat(null)).toBe("room:secret");
  rememberSeat(null);
  expect(recallSeat(null)).toBeNull();
});

test("the link to a match leads to the seat in that match, but not to one in another", () => {
  expect(recallSeat("room")).toBeNull();
  rememberSeat("room:secret");
  expect(recallSeat("room")).toBe("room:secret");
  expect(recallSeat("roo")).toBeNull();
  expect(recallSeat("other")).toBeNull();
});

test("a browser that keeps nothing has no seat", () => {
  vi.stubGlobal("sessionStorage", undefined);
  rememberSeat("room:secret");
  expect(recallSeat(null)).toBeNull();
});
