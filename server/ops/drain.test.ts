import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDrain, FLUSH_MS, FUSE_MS, SAME_SIGNAL_MS } from "./drain.ts";

/** A server whose rooms close when told to, or never. */
function setUp(deadlineS: number, obedient = true, diskHangs = false) {
  const done: string[] = [];
  let close = (): void => {};
  const signal = createDrain(deadlineS, {
    close: () =>
      new Promise((resolve) => {
        done.push("close");
        close = resolve;
      }),
    cut() {
      done.push("cut");
      if (obedient) close();
    },
    flush: () => {
      done.push("flush");
      return diskHangs ? new Promise<void>(() => {}) : Promise.resolve();
    },
    exit: (code) => void done.push(`exit ${code}`),
    say() {},
  });
  return { done, signal, roundEnds: () => close() };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a signal to stop", () => {
  it("closes the door, waits for the rounds, flushes and ends with 0", async () => {
    const { done, signal, roundEnds } = setUp(30);
    signal();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(done).toEqual(["close"]);
    roundEnds();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(["close", "flush", "exit 0"]);
  });

  it("cuts the rounds at the deadline, and still flushes and ends with 0", async () => {
    const { done, signal } = setUp(30);
    signal();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(done).toEqual(["close", "cut", "flush", "exit 0"]);
  });

  it("passed on twice at once counts once", async () => {
    const { done, signal } = setUp(30);
    signal();
    await vi.advanceTimersByTimeAsync(SAME_SIGNAL_MS - 50);
    signal();
    await vi.advanceTimersByTimeAsync(1000);
    expect(done).toEqual(["close"]);
  });

  it("given again ends the rounds at once, and still flushes and ends with 0", async () => {
    const { done, signal } = setUp(30);
    signal();
    await vi.advanceTimersByTimeAsync(SAME_SIGNAL_MS + 50);
    signal();
    signal();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(["close", "cut", "flush", "exit 0"]);
  });

  it("waits for no round when there is no time for it", async () => {
    const { done, signal } = setUp(0);
    signal();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(["close", "cut", "flush", "exit 0"]);
  });

  it("ends even when the disk hangs", async () => {
    const { done, signal } = setUp(0, true, true);
    signal();
    await vi.advanceTimersByTimeAsync(FLUSH_MS);
    expect(done).toEqual(["close", "cut", "flush", "exit 0"]);
  });

  it("ends even when a room does not let itself be closed", async () => {
    const { done, signal } = setUp(5, false);
    signal();
    await vi.advanceTimersByTimeAsync(5000 + FUSE_MS);
    expect(done).toEqual(["close", "cut", "flush", "exit 0"]);
  });
});
