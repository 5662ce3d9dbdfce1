import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createApp } from "./app.ts";

/** What the page's game would do; each test says how its joins end. */
const game = vi.hoisted(() => ({
  wanted: [] as unknown[],
  reserved: [] as Promise<unknown>[],
  join: (): Promise<unknown> => Promise.reject(new Error("no join was expected")),
}));

/** A join that the server refused. */
class Refusal extends Error {
  readonly why: string;
  readonly retry: boolean;
  constructor(why: string, retry: boolean) {
    super(why);
    this.why = why;
    this.retry = retry;
  }
}

/** The parts of the game, as they are fetched; a test may let one of them fail or wait. */
const parts = vi.hoisted(() => ({
  view: async (): Promise<unknown> => ({ warmUp: () => {} }),
  art: async (): Promise<unknown> => ({}),
  door: async (): Promise<unknown> => ({}),
  seat: async (): Promise<unknown> => ({}),
}));
vi.mock("./ahead.ts", () => ({
  game: {
    view: () => parts.view(),
    art: () => parts.art(),
    door: () => parts.door(),
    seat: () => parts.seat(),
  },
}));
vi.mock("./settings.ts", () => ({ viewSettings: { peek: () => ({ quality: "low" }) } }));

const DOOR = {
  JoinError: Refusal,
  takeSeat: ({ wish, reserved }: { wish: unknown; reserved: Promise<unknown> }) => {
    game.wanted.push(wish);
    game.reserved.push(reserved);
    return game.join();
  },
  returnToSeat: () => game.join(),
};
const SEAT = { furnish: (session: unknown) => ({ hud: session, dispose: () => {} }) };

/** Where the server was asked for a seat, and what it was told. */
const seatsAsked: (readonly [path: string, told: unknown])[] = [];
const KEPT = { roomId: "abc", sessionId: "s" };

/** Answers as the server does. */
async function answer(address: string, request?: RequestInit): Promise<Response> {
  if (request?.method !== "POST") return Response.json({ modes: ["ffa", "tdm"] });
  seatsAsked.push([new URL(address).pathname, JSON.parse(String(request.body))]);
  return Response.json(KEPT);
}

/** A seat that was had. */
const session = { leave: vi.fn(async () => {}) };
const STAGE = {} as HTMLElement;
const replaced: string[] = [];

function open(hash = "") {
  vi.stubGlobal("location", {
    ...{ protocol: "https:", host: "play.example" },
    ...{ hash, pathname: "/", search: "?probe" },
  });
  vi.stubGlobal("history", {
    replaceState: (_state: unknown, _title: string, to: string) => replaced.push(to),
  });
  return createApp(STAGE, "Mira");
}

beforeEach(() => {
  game.wanted.length = game.reserved.length = replaced.length = seatsAsked.length = 0;
  session.leave.mockClear();
  game.join = () => Promise.resolve(session);
  parts.view = async () => ({ warmUp: () => {} });
  parts.door = async () => DOOR;
  parts.seat = async () => SEAT;
  vi.stubGlobal("fetch", answer);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a page", () => {
  test("asks for a seat in any mode, or in the one that was chosen and can be had", async () => {
    const app = open();
    await app.play("Mira");
    expect(app.page.value.at).toBe("playing");
    await vi.waitFor(() => expect(app.offered.value).toEqual(["ffa", "tdm"]));
    app.choose("tdm");
    await app.play("Mira");
    app.choose("courier");
    await app.play("Mira");
    expect(game.wanted).toEqual(["any", "tdm", "any"].map((mode) => ({ name: "Mira", mode })));
  });

  test("has its choice of modes once the server says what it plays, however late", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("fetch", async () => new Response(null, { status: 503 }));
    const app = open();
    await app.preload();
    await vi.advanceTimersByTimeAsync(2000);
    expect(app.offered.value).toBeNull();
    vi.stubGlobal("fetch", async () => Response.json({ modes: ["ffa", "tdm"] }));
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(app.offered.value).toEqual(["ffa", "tdm"]));
  });

  test("that gave up waiting is in the menu, and gives back the seat that comes too late", async () => {
    const app = open();
    const { promise, resolve: arrive } = Promise.withResolvers<unknown>();
    game.join = () => promise;
    const playing = app.play("Mira");
    await vi.waitFor(() => expect(game.wanted).toHaveLength(1));
    app.cancel();
    expect(app.page.value).toEqual({ at: "menu", failure: null });
    arrive(session);
    await playing;
    expect(app.page.value).toEqual({ at: "menu", failure: null });
    expect(session.leave).toHaveBeenCalledOnce();
  });
});

describe("a game that is still being fetched", () => {
  test("has a seat kept for it once what draws is here", async () => {
    const app = open();
    const { promise: view, resolve: draw } = Promise.withResolvers<unknown>();
    const { promise: door, resolve: unlock } = Promise.withResolvers<unknown>();
    parts.view = () => view;
    parts.door = () => door;
    const playing = app.play("Mira");
    await vi.waitFor(() => expect(app.offered.value).not.toBeNull());
    expect(seatsAsked).toEqual([]);
    draw({ warmUp: () => {} });
    await vi.waitFor(() => expect(seatsAsked).toHaveLength(1));
    expect(seatsAsked[0]).toEqual([
      "/matchmake/joinOrCreate/arena",
      expect.objectContaining({ name: "Mira", mode: "any" }),
    ]);
    expect(game.wanted).toEqual([]);
    unlock(DOOR);
    await playing;
    expect(await game.reserved[0]).toEqual(KEPT);
    expect(seatsAsked).toHaveLength(1);
  });

  test("has one seat kept for whoever gave up and pressed again", async () => {
    const app = open();
    const { promise: view, resolve: draw } = Promise.withResolvers<unknown>();
    parts.view = () => view;
    const first = app.play("Mira");
    app.cancel();
    const second = app.play("Odo");
    await vi.waitFor(() => expect(app.offered.value).not.toBeNull());
    draw({ warmUp: () => {} });
    await Promise.all([first, second]);
    expect(app.page.value.at).toBe("playing");
    expect(seatsAsked.map(([, told]) => told)).toEqual([expect.objectContaining({ name: "Odo" })]);
  });

  test("has no seat kept for whoever gave up, nor in a mode that may not be played", async () => {
    const app = open();
    const { promise: view, resolve: draw } = Promise.withResolvers<unknown>();
    parts.view = () => view;
    const playing = app.play("Mira");
    app.cancel();
    draw({ warmUp: () => {} });
    await playing;
    vi.stubGlobal("fetch", (address: string, request?: RequestInit) =>
      request?.method === "POST" ? answer(address, request) : new Promise(() => {}),
    );
    const other = open();
    other.choose("tdm");
    await other.play("Mira");
    expect(await Promise.all(game.reserved)).toEqual([null]);
    expect(seatsAsked).toEqual([]);
  });

  test("has its seat asked for before all of it is here", async () => {
    const app = open();
    const { promise, resolve: arrive } = Promise.withResolvers<unknown>();
    parts.seat = () => promise;
    const playing = app.play("Mira");
    await vi.waitFor(() => expect(game.wanted).toHaveLength(1));
    expect(app.page.value.at).toBe("joining");
    arrive(SEAT);
    await playing;
    expect(app.page.value.at).toBe("playing");
  });

  test("keeps no seat for whoever gave up meanwhile", async () => {
    const app = open();
    parts.seat = () => new Promise(() => {});
    const { promise, resolve: arrive } = Promise.withResolvers<unknown>();
    game.join = () => promise;
    const playing = app.play("Mira");
    await vi.waitFor(() => expect(game.wanted).toHaveLength(1));
    app.cancel();
    arrive(session);
    await playing;
    expect(session.leave).toHaveBeenCalledOnce();
  });

  test.each(["door", "seat"] as const)(
    "can be asked for again when its %s was not to be had",
    async (part) => {
      vi.spyOn(console, "error").mockImplementation(() => {});
      const app = open();
      const { [part]: whole } = parts;
      parts[part] = () => Promise.reject(new TypeError("offline"));
      await app.play("Mira");
      expect(app.page.value).toEqual({ at: "menu", failure: { why: "load", retry: true } });
      expect(session.leave).toHaveBeenCalledTimes(part === "seat" ? 1 : 0);
      parts[part] = whole;
      await app.play("Mira");
      expect(app.page.value.at).toBe("playing");
    },
  );
});

describe("an invitation", () => {
  test("leads into its room, and a reload comes back to the seat instead", async () => {
    const app = open("#r/abc");
    expect(app.room.value).toBe("abc");
    await app.play("Mira");
    expect(game.wanted).toEqual([{ name: "Mira", mode: "any", roomId: "abc" }]);
    expect(seatsAsked.map(([path]) => path)).toEqual(["/matchmake/joinById/abc"]);
    expect(app.room.value).toBeNull();
    expect(replaced).toEqual(["/?probe"]);
  });

  test("to a full room can be tried again, or turned down", async () => {
    const app = open("#r/abc");
    game.join = () => Promise.reject(new Refusal("full", true));
    await app.play("Mira");
    expect(app.page.value).toEqual({ at: "menu", failure: { why: "full", retry: true } });
    expect(app.room.value).toBe("abc");
    app.invite(null);
    expect(app.page.value).toEqual({ at: "menu", failure: null });
    expect(app.room.value).toBeNull();
    expect(replaced).toEqual(["/?probe"]);
  });

  test("to a room that is over is gone with it", async () => {
    const app = open("#r/abc");
    game.join = () => Promise.reject(new Refusal("gone", true));
    await app.play("Mira");
    expect(app.page.value).toEqual({ at: "menu", failure: { why: "gone", retry: true } });
    expect(app.room.value).toBeNull();
  });
});
