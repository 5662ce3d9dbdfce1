import { describe, expect, it } from "vitest";
import { createLastSecond, type Wire, watchTraffic } from "./traffic.ts";

/** A connection that remembers what it passed on. */
function aConnection() {
  const passed: string[] = [];
  const connection: Wire = {
    events: {
      onmessage: () => {
        passed.push("in");
      },
    },
    send() {
      passed.push("out");
    },
  };
  return { connection, passed };
}

describe("the bytes of the last second", () => {
  it("are those of frames with their headers, masks on the way out", () => {
    const { connection, passed } = aConnection();
    let now = 5000;
    const traffic = watchTraffic(connection, () => now);
    for (const bytes of [100, 200])
      connection.events.onmessage?.(new MessageEvent("message", { data: new ArrayBuffer(bytes) }));
    connection.send(new Uint8Array(3));
    now += 300;
    expect(traffic.inPerS).toBe(100 + 2 + 200 + 4);
    expect(traffic.outPerS).toBe(3 + 2 + 4);
    expect(passed).toEqual(["in", "in", "out"]);
  });

  it("are forgotten after it", () => {
    const last = createLastSecond();
    last.add(10, 1000);
    last.add(20, 1600);
    expect(last.sum(1800)).toBe(30);
    expect(last.sum(2300)).toBe(20);
    expect(last.sum(60_000)).toBe(0);
  });
});
