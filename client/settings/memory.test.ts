import { afterEach, expect, test, vi } from "vitest";
import { recall, remember } from "./memory.ts";

afterEach(() => vi.unstubAllGlobals());

/** A browser that lets nothing be remembered, as private windows do. */
function refuse(): void {
  const nothing = (): never => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: nothing, setItem: nothing });
}

test("a browser that refuses to remember has a page that does", () => {
  refuse();
  expect(recall("test.hints")).toBeNull();
  remember("test.hints", "move");
  expect(recall("test.hints")).toBe("move");
});

test("once the browser remembers, its word counts", () => {
  refuse();
  remember("test.mode", "tdm");
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  expect(recall("test.mode")).toBeNull();
  remember("test.mode", "ffa");
  expect(recall("test.mode")).toBe("ffa");
  expect([...kept]).toEqual([["crosswire.test.mode", "ffa"]]);
});
