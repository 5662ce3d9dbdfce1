import { afterEach, expect, test, vi } from "vitest";
import { fetchModes, linkTo, recallMode, rememberMode, roomIn } from "./wish.ts";

afterEach(() => vi.unstubAllGlobals());

test("the link to a room leads to that room", () => {
  const link = linkTo("aB3_-x9", { origin: "https://play.example", pathname: "/" });
  expect(link).toBe("https://play.example/#r/aB3_-x9");
  expect(roomIn(new URL(link).hash)).toBe("aB3_-x9");
});

test.each(["", "#", "#play", "#r/", "#r/a b", "#r/a/b", "#r/../healthz", `#r/${"a".repeat(65)}`, "#x#r/abc"])(
  "%j leads to no room",
  (hash) => {
    expect(roomIn(hash)).toBeNull();
  },
);

test("the mode is remembered, and nonsense in its place is any mode", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  expect(recallMode()).toBe("any");
  rememberMode("tdm");
  expect(recallMode()).toBe("tdm");
  rememberMode("<b>");
  expect(recallMode()).toBe("any");
});

test.each([
  [{ modes: ["ffa", "tdm"] }, ["ffa", "tdm"]],
  [{ modes: "all" }, []],
  [null, []],
])("of the offer %j the modes are %j", async (offer, modes) => {
  vi.stubGlobal("fetch", async () => Response.json(offer));
  expect(await fetchModes()).toEqual(modes);
});

test("a server that does not answer offers nothing", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
  expect(await fetchModes()).toEqual([]);
});
