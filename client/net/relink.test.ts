import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRelink, RELINK } from "./relink.ts";

type Listener = (...args: never[]) => void;

/** A room whose SDK behaves as @colyseus/sdk 0.18.4 does, on a network that is switched by hand. */
function fakeRoom() {
  const listeners = { drop: [] as Listener[], reconnect: [] as Listener[], leave: [] as Listener[] };
  const on = (list: Listener[]) => (listener: Listener) => list.push(listener);
  const fire = (list: Listener[]): void => {
    for (const listener of list) listener();
  };
  let attempts = 0;
  let open = 1;
  const reconnection = { minUptime: 5000, minDelay: 100, maxDelay: 5000, maxRetries: 15, retryCount: 0 };
  const ended: number[] = [];
  const retry = (): void => {
    if (reconnection.retryCount >= reconnection.maxRetries) {
      ended.push(4003);
      fire(listeners.leave);
      return;
    }
    reconnection.retryCount += 1;
    setTimeout(() => {
      try {
        room.connection.reconnect({ reconnectionToken: "key" });
      } catch {
        retry();
      }
    }, reconnection.maxDelay);
  };
  const lose = (): void => {
    open -= 1;
    fire(listeners.drop);
    retry();
  };
  const room = {
    reconnection,
    onDrop: on(listeners.drop),
    onReconnect: on(listeners.reconnect),
    onLeave: on(listeners.leave),
    connection: {
      transport: { ws: { onopen: null, onmessage: null, onerror: null } },
      reconnect: (_query: { reconnectionToken: string }) => {
        attempts += 1;
        open += 1;
      },
      close: lose,
    },
  };
  const relink = createRelink(room as unknown as Parameters<typeof createRelink>[0], 20_000);
  return {
    relink,
    ended,
    lose,
    attempts: () => attempts,
    /** Connections that are there or being made. */
    open: () => open,
    welcome: () => fire(listeners.reconnect),
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("the way back to a seat", () => {
  it("begins soon, then pauses longer with each failure, up to a limit", () => {
    const room = fakeRoom();
    room.lose();
    vi.advanceTimersByTime(RELINK.pauseMs + 1);
    expect(room.attempts()).toBe(1);
    const pauses: number[] = [];
    for (let i = 0; i < 4; i++) {
      const before = room.attempts();
      const failed = performance.now();
      room.lose();
      while (room.attempts() === before) vi.advanceTimersByTime(10);
      pauses.push(Math.round((performance.now() - failed) / 100) * 100);
    }
    expect(pauses).toEqual([400, 800, 900, 900]);
  });

  it("is gone at once in a hurry, and never by two connections at a time", () => {
    const room = fakeRoom();
    room.lose();
    for (let i = 0; i < 5; i++) room.relink.hurry();
    vi.advanceTimersByTime(1);
    for (let i = 0; i < 5; i++) room.relink.hurry();
    expect(room.attempts()).toBe(1);
    vi.advanceTimersByTime(RELINK.freshMs - 10);
    room.relink.hurry();
    expect([room.attempts(), room.open()]).toEqual([1, 1]);
  });

  it("gives an old attempt up for the sake of a hurry: it may have begun on a network that is gone", () => {
    const room = fakeRoom();
    room.lose();
    vi.advanceTimersByTime(RELINK.pauseMs + RELINK.freshMs + 10);
    expect(room.attempts()).toBe(1);
    room.relink.hurry();
    vi.advanceTimersByTime(1);
    expect([room.attempts(), room.open()]).toEqual([2, 1]);
  });

  it("does not hang with an attempt that hangs", () => {
    const room = fakeRoom();
    room.lose();
    vi.advanceTimersByTime(RELINK.pauseMs + RELINK.attemptMs + RELINK.longestPauseMs);
    expect([room.attempts(), room.open()]).toEqual([2, 1]);
  });

  it("leaves a connection alone that brought the seat", () => {
    const room = fakeRoom();
    room.lose();
    vi.advanceTimersByTime(RELINK.pauseMs);
    room.welcome();
    vi.advanceTimersByTime(60_000);
    expect([room.attempts(), room.open()]).toEqual([1, 1]);
    // And the next loss begins with the short pause again.
    room.lose();
    vi.advanceTimersByTime(RELINK.pauseMs + 1);
    expect(room.attempts()).toBe(2);
  });

  it("ends when the seat can no longer be there", () => {
    const room = fakeRoom();
    room.lose();
    vi.advanceTimersByTime(60_000);
    expect(room.ended).toEqual([4003]);
    const { length } = room.ended;
    const attempts = room.attempts();
    vi.advanceTimersByTime(60_000);
    expect([room.ended.length, room.attempts()]).toEqual([length, attempts]);
  });

  it("ends when the player leaves", () => {
    const room = fakeRoom();
    room.lose();
    room.relink.stop();
    vi.advanceTimersByTime(60_000);
    expect(room.attempts()).toBe(0);
  });
});
