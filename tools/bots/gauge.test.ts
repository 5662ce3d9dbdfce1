import { expect, test } from "vitest";
import { createGauge } from "./gauge.ts";
import { createLedger } from "./ledger.ts";

const INPUT = Uint8Array.of(19, 0x80, 5);
const PING = Uint8Array.of(18);

/** A patch with a clock of 7 that acknowledges some inputs, and a body of so many bytes. */
function patch(acked: number, body = 0): Uint8Array {
  const frame = new Uint8Array(9 + body);
  frame[0] = 15 | 0x80;
  const view = new DataView(frame.buffer);
  view.setUint32(1, 7, true);
  view.setUint32(5, acked, true);
  return frame;
}

function open() {
  const ledger = createLedger();
  return { ledger, gauge: createGauge(ledger) };
}

test("each input is timed to the patch that acknowledges it", () => {
  const { ledger, gauge } = open();
  gauge.sent(INPUT, 0);
  gauge.sent(INPUT, 16);
  gauge.sent(INPUT, 32);
  expect(gauge.pending).toBe(3);
  gauge.received(patch(2), 40);
  expect(gauge.pending).toBe(1);
  gauge.received(patch(2), 73);
  expect(ledger.counts).toMatchObject({ inputs: 3, acked: 2, lost: 0 });
  const { count, max } = ledger.spreads.ack.summary(1000)!;
  expect(count).toBe(2);
  expect(max).toBeCloseTo(40, 0);
  expect(ledger.spreads.ack.summary(1000)!.p50).toBeCloseTo(24, 0);
});

test("a frame may carry the inputs of two ticks", () => {
  const { ledger, gauge } = open();
  gauge.sent(Uint8Array.of(...INPUT, ...INPUT), 10);
  gauge.received(patch(2), 40);
  expect(ledger.counts).toMatchObject({ inputs: 2, acked: 2, bytesUp: 6 + 2 + 4 });
});

test("what is acknowledged though it was never sent is no acknowledgement", () => {
  const { ledger, gauge } = open();
  gauge.sent(INPUT, 0);
  gauge.received(patch(0xffffffff), 5);
  expect(ledger.counts.acked).toBe(0);
});

test("patches are timed one to the next, and a ping to its answer", () => {
  const { ledger, gauge } = open();
  gauge.received(patch(0), 100);
  gauge.received(patch(0), 133);
  gauge.sent(PING, 140);
  gauge.received(PING, 152);
  gauge.received(PING, 990);
  expect(ledger.spreads.patch.summary(1000)).toMatchObject({ count: 1, max: expect.closeTo(33, 0) });
  expect(ledger.spreads.rtt.summary(1000)).toMatchObject({ count: 1, max: expect.closeTo(12, 0) });
});

test("bytes are those of frames with their headers, by the second", () => {
  const { ledger, gauge } = open();
  gauge.received(patch(0, 100), 0);
  gauge.received(patch(0, 200), 33);
  gauge.sent(INPUT, 40);
  gauge.second();
  gauge.second();
  expect(ledger.spreads.down.take()).toEqual(Uint32Array.of(0, 1, 109 + 2 + 209 + 4, 1));
  expect(ledger.spreads.up.summary(1)!.max).toBe(3 + 2 + 4);
  expect(ledger.counts).toMatchObject({ bytesDown: 324, bytesUp: 9 });
});

test("what a connection leaves unacknowledged when it ends is lost, once", () => {
  const { ledger, gauge } = open();
  for (let i = 0; i < 5; i++) gauge.sent(INPUT, i);
  gauge.received(patch(3), 9);
  gauge.ended();
  gauge.ended();
  expect(ledger.counts).toMatchObject({ inputs: 5, acked: 3, lost: 2 });
  expect(gauge.pending).toBe(0);
});
