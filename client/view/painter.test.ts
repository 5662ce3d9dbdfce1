import { describe, expect, test, vi } from "vitest";
import { emptyArena } from "../../tests/fixtures/arenas.ts";
import { hirePainter, type Painter } from "./painter.ts";
import type { NumberedOrder, NumberedPixels, PieceOrder } from "./painting.ts";

/** An order that is told from others by where it lies. */
function orderAt(x: number): PieceOrder {
  return { arena: emptyArena(4, 4), outlines: [], x, y: 0, width: 8, height: 8, scale: 1 };
}

/** Pixels that are told from others by who painted them. */
function pixelsOf(name: string): ImageData {
  return { name } as unknown as ImageData;
}

/** A painter whose worker does what a test says. */
function setUp() {
  const orders: NumberedOrder[] = [];
  const listeners = { message: vi.fn(), error: vi.fn() };
  const stand: Painter = { paint: vi.fn(async ({ x }: PieceOrder) => pixelsOf(`stand ${x}`)) };
  const worker = {
    postMessage: (order: NumberedOrder) => void orders.push(order),
    addEventListener: (type: "message" | "error", listener: (event: never) => void) => {
      listeners[type].mockImplementation(listener);
    },
  };
  return {
    painter: hirePainter(worker, stand),
    stand,
    orders,
    answer: (data: NumberedPixels) => listeners.message({ data }),
    fail: () => listeners.error({ message: "no canvas" }),
  };
}

describe("a painter", () => {
  test("gives each the piece that was ordered, whatever the order of the answers", async () => {
    const { painter, orders, answer } = setUp();
    const pieces = [painter.paint(orderAt(1)), painter.paint(orderAt(2))];
    for (const { number, order } of orders.toReversed())
      answer({ number, pixels: pixelsOf(`worker ${order.x}`) });
    expect(await Promise.all(pieces)).toEqual([pixelsOf("worker 1"), pixelsOf("worker 2")]);
  });

  test("is stood in for when its worker does not work: for what it owes, and from then on", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { painter, stand, orders, fail } = setUp();
    const owed = painter.paint(orderAt(1));
    fail();
    expect(await owed).toEqual(pixelsOf("stand 1"));
    expect(await painter.paint(orderAt(2))).toEqual(pixelsOf("stand 2"));
    expect(orders).toHaveLength(1);
    expect(stand.paint).toHaveBeenCalledTimes(2);
    expect(warn).toHaveBeenCalledWith("no painter:", "no canvas");
    warn.mockRestore();
  });
});
