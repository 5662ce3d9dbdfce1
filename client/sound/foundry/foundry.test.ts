import { beforeEach, expect, test, vi } from "vitest";
import type { SoundKey } from "../recipes/index.ts";
import { createFoundry, type Foundry } from "./foundry.ts";
import type { Delivery, Order } from "./orders.ts";

/** A worker that only notes down what it is asked. */
class FakeWorker extends EventTarget {
  readonly orders: Order[] = [];
  constructor() {
    super();
    worker = this;
  }
  postMessage(order: Order): void {
    this.orders.push(order);
  }
  deliver(data: Delivery): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

/** A buffer that is all its channels. */
class FakeBuffer {
  readonly channels: Float32Array[];
  readonly sampleRate: number;
  constructor(options: { length: number; numberOfChannels?: number; sampleRate: number }) {
    this.sampleRate = options.sampleRate;
    this.channels = Array.from(
      { length: options.numberOfChannels ?? 1 },
      () => new Float32Array(options.length),
    );
  }
  copyToChannel(samples: Float32Array, channel: number, at = 0): void {
    this.channels[channel]!.set(samples, at);
  }
}

let worker: FakeWorker;
let foundry: Foundry;
const made = new Map<string, FakeBuffer>();

beforeEach(() => {
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("AudioBuffer", FakeBuffer);
  made.clear();
  const keep = (key: string, buffer: AudioBuffer): void => {
    made.set(key, buffer as unknown as FakeBuffer);
  };
  foundry = createFoundry({ sound: keep, piece: keep });
});

test("effects are ordered at once, each piece of music once and when it is wanted", () => {
  expect(worker.orders).toEqual([{ what: "sounds" }]);
  foundry.order("menu");
  foundry.order("hall");
  foundry.order("menu");
  expect(worker.orders.slice(1)).toEqual([
    { what: "piece", key: "menu" },
    { what: "piece", key: "hall" },
  ]);
});

test("an effect is handed on as it comes", () => {
  const key: SoundKey = "dash";
  worker.deliver({ what: "sound", key, rate: 32_000, samples: Float32Array.of(1, 2) });
  expect(made.get("dash")).toMatchObject({
    sampleRate: 32_000,
    channels: [[1, 2]].map((c) => Float32Array.from(c)),
  });
});

test("a piece is handed on when all of its parts are here", () => {
  const part = (at: number, left: number[], right: number[]): Delivery => ({
    ...{ what: "part", key: "menu", rate: 24_000, at, length: 5 },
    samples: { left: Float32Array.from(left), right: Float32Array.from(right) },
  });
  worker.deliver(part(0, [1, 2], [6, 7]));
  worker.deliver(part(2, [3, 4], [8, 9]));
  expect(made.has("menu")).toBe(false);
  worker.deliver(part(4, [5], [10]));
  expect(made.get("menu")?.channels).toEqual([
    Float32Array.of(1, 2, 3, 4, 5),
    Float32Array.of(6, 7, 8, 9, 10),
  ]);
});

test("a worker that breaks says so, for the game goes on without a sound", () => {
  const complain = vi.spyOn(console, "error").mockImplementation(() => {});
  worker.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  expect(complain).toHaveBeenCalledWith("no sounds:", "out of memory");
  complain.mockRestore();
});
