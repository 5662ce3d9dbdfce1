import { afterEach, describe, expect, test, vi } from "vitest";
import { fetchModes, linkTo, recallMode, rememberMode, roomIn } from "./wish.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

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

describe("what the server plays", () => {
  test("is what it says", async () => {
    vi.stubGlobal("fetch", async () => Response.json({ modes: ["ffa", "tdm"] }));
    expect(await fetchModes()).toEqual(["ffa", "tdm"]);
  });

  test.each([
    ["no answer", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["a page of a proxy", async () => new Response("<h1>502</h1>", { status: 502 })],
    ["another shape", async () => Response.json({ modes: "all" })],
    ["nothing", async () => Response.json(null)],
  ])("is asked again after %s, ever less often, until it says", async (_, fails) => {
    vi.useFakeTimers();
    const asked: number[] = [];
    const begun = Date.now();
    vi.stubGlobal("fetch", () => {
      asked.push((Date.now() - begun) / 1000);
      return asked.length < 9 ? fails() : Promise.resolve(Response.json({ modes: ["ffa"] }));
    });
    const modes = fetchModes();
    await vi.advanceTimersByTimeAsync(121_000);
    expect(asked).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121]);
    expect(await modes).toEqual(["ffa"]);
  });
});
