import { InputDecoder, InputEncoder } from "@colyseus/schema/input";
import { describe, expect, it } from "vitest";
import { createRandom, TAU } from "../../shared/math/index.ts";
import { InputState } from "../../shared/state/index.ts";
import { INPUT_FORM } from "./inputForm.ts";

const FIELDS = ["mx", "my", "aim", "buttons", "pick"] as const;

describe("the form of inputs", () => {
  it("reads what the schema's own decoder reads, bit by bit, field by field", () => {
    const random = createRandom(5);
    const sent = new InputState();
    const encoder = new InputEncoder(sent);
    const received = new InputState();
    const decoder = new InputDecoder(received);
    const read = INPUT_FORM.create();
    for (const field of FIELDS) sent[field] = received[field] = 0;
    for (let i = 0; i < 20_000; i++) {
      if (random.int(3) === 0) sent.mx = random.int(256) - 128;
      if (random.int(3) === 0) sent.my = random.int(256) - 128;
      if (random.int(2) === 0) sent.aim = random.range(-TAU, 2 * TAU);
      if (random.int(4) === 0) sent.buttons = random.int(256);
      if (random.int(4) === 0) sent.pick = random.int(256);
      const frame = encoder.encode();
      decoder.decode(frame);
      INPUT_FORM.read(frame, 0, read);
      for (const field of FIELDS) expect(read[field]).toBe(received[field]);
    }
  });

  it("copies every field, and nothing but them", () => {
    const from = { mx: 1, my: -2, aim: 3, buttons: 4, pick: 5 };
    const into = INPUT_FORM.create();
    INPUT_FORM.copy(from, into);
    expect(into).toEqual(from);
    expect(Object.keys(into)).toEqual([...FIELDS]);
  });
});
