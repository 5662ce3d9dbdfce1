import { Protocol, Room } from "@colyseus/core";
import { encode, Schema, schema, t } from "@colyseus/schema";
import { InputEncoder } from "@colyseus/schema/input";
import { describe, expect, it } from "vitest";
import { type InputForm, takeLeanInputs } from "./leanInputs.ts";

const Input = schema({ mx: t.int8(), pick: t.uint8() }, "Input");
type Plain = { mx: number; pick: number };

const FORM: InputForm<Plain> = {
  create: () => ({ mx: 0, pick: 0 }),
  read(frame, offset, into) {
    for (let at = offset; at < frame.length; at += 2) {
      if ((frame[at]! & 0x3f) === 0) into.mx = (frame[at + 1]! << 24) >> 24;
      else into.pick = frame[at + 1]!;
    }
  },
  copy: (from, into) => Object.assign(into, from),
};

const CAPACITY = 4;

/** What the test reads of a client and its room; Colyseus keeps it to itself. */
interface Inside {
  _inputController: {
    allocate(client: object): void;
    decodeReliable(client: object, frame: Buffer, at: { offset: number }, modifiers: number): void;
  };
}
interface ClientInside {
  _input: Plain;
  _inputBuffer: { next(): Plain | undefined; size: number; consumedCount: number; renderTime: number };
  _receivedInputCount: number;
}

/** A room that nobody has joined, and a client that it makes the input side of. */
function openRoom(lean: boolean, capacity = CAPACITY) {
  const heard: Plain[] = [];
  class InputRoom extends Room {
    override inputs = this.defineInput(Input, {
      bufferMaxSize: capacity,
      sanitize: (input) => {
        input.pick = Math.min(input.pick, 9);
        heard.push({ mx: input.mx, pick: input.pick });
      },
    });
  }
  const room = new InputRoom();
  const history = room.allowRewindState();
  history.attachAll([] as never, { fields: [] as never, mode: "snapshot" });
  if (lean) takeLeanInputs(room, FORM);
  const controller = (room as unknown as Inside)._inputController;
  const client = { sessionId: "ada" } as unknown as ClientInside;
  controller.allocate(client);
  return {
    client,
    heard,
    /** Takes in a frame as it comes from the wire. */
    take(body: Uint8Array, stampChange: number | null) {
      const frame = Buffer.alloc(64);
      const at = { offset: 1 };
      frame[0] = Protocol.ROOM_INPUT_RELIABLE;
      if (stampChange !== null) encode.number(frame, stampChange, at);
      const start = at.offset;
      frame.set(body, start);
      const whole = frame.subarray(0, start + body.length);
      controller.decodeReliable(client, whole, { offset: 1 }, stampChange === null ? 0 : 0x80);
    },
  };
}

describe("lean inputs", () => {
  it("come to the step as Colyseus' own would: values, stamps, order, numbers, and the oldest fall out", () => {
    const stock = openRoom(false);
    const lean = openRoom(true);
    const sent = new Input();
    sent.mx = 0;
    sent.pick = 0;
    const encoder = new InputEncoder(sent);
    for (let i = 0; i < 500; i++) {
      sent.mx = ((i * 37) % 256) - 128;
      sent.pick = (i * 11) % 200;
      const body = encoder.encode().slice();
      const stamp = i % 3 === 0 ? null : i === 1 ? 70_000 : 16;
      for (const room of [stock, lean]) room.take(body, stamp);
      // Now and then the step waits, and more come than there is room for.
      if (i % 50 > 40) continue;
      for (let taken = 0; taken < 2; taken++) {
        const [expected, got] = [stock, lean].map(({ client }) => client._inputBuffer.next());
        expect(got?.mx).toBe(expected?.mx);
        expect(got?.pick).toBe(expected?.pick);
        for (const key of ["size", "consumedCount", "renderTime"] as const)
          expect(lean.client._inputBuffer[key]).toBe(stock.client._inputBuffer[key]);
      }
    }
    expect(lean.heard).toEqual(stock.heard);
    expect(lean.client._receivedInputCount).toBe(stock.client._receivedInputCount);
    expect(lean.client._inputBuffer.renderTime).toBeGreaterThan(70_000);
  });

  it("are the same few plain objects over and over, where Colyseus makes a schema instance for each", () => {
    const [stock, lean] = [false, true].map((which) => {
      const room = openRoom(which);
      const seen = new Set<object>();
      for (let i = 0; i < 100; i++) {
        room.take(Uint8Array.of(0x80, i), null);
        seen.add(room.client._inputBuffer.next()!);
      }
      return seen;
    });
    expect(stock!.size).toBe(100);
    expect([...stock!].every((input) => input instanceof Schema)).toBe(true);
    // One in the hands of the step, and one that is written.
    expect(lean!.size).toBe(2);
  });

  it("are as many as have waited at once, and two more, however many come", () => {
    const { client, take } = openRoom(true);
    const seen = new Set<object>();
    const takeAll = (): void => {
      while (client._inputBuffer.size > 0) seen.add(client._inputBuffer.next()!);
    };
    for (const waiting of [1, 3, 2, 3, 1]) {
      for (let i = 0; i < waiting; i++) take(Uint8Array.of(0x80, i), null);
      takeAll();
    }
    expect(seen.size).toBeLessThanOrEqual(3 + 2);
    for (let i = 0; i < 100; i++) take(Uint8Array.of(0x80, i), null);
    expect(client._inputBuffer.size).toBe(CAPACITY);
    takeAll();
    expect(seen.size).toBeLessThanOrEqual(CAPACITY + 2);
  });

  it("leave nothing behind with whoever says nothing: no decoder", () => {
    expect(openRoom(false).client).toHaveProperty("_inputDecoder", expect.anything());
    expect(openRoom(true).client).toHaveProperty("_inputDecoder", undefined);
  });
});
