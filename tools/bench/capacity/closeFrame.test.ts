import { Protocol } from "@colyseus/core";
import { decode } from "@colyseus/schema";
import { describe, expect, it } from "vitest";
import { frameFault } from "../../../server/ops/frameGuard.ts";
import { INPUT_FORM } from "../../../server/rooms/inputForm.ts";
import { MODIFIER_TIMED, widthsOf } from "../../../shared/inputFrames.ts";
import { createRandom, TAU } from "../../../shared/math/index.ts";
import type { Command } from "../../../shared/sim/index.ts";
import { InputState } from "../../../shared/state/index.ts";
import { codeOf, createPilot, nothingSent, writeInput } from "../../blind/index.ts";
import { FrameReader } from "../../wire/index.ts";
import { closeFrame, HEADER, MOST_BYTES } from "./closeFrame.ts";
import { createFrameHeads } from "./frameHeads.ts";

const RULES = { widths: widthsOf(InputState), stamped: true, messages: {} };

describe("the input frames of the load", () => {
  it("pass the server's guard and are read as what was meant", () => {
    const pilot = createPilot(createRandom(3));
    const command: Command = { mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 };
    const sent = nothingSent();
    const out = new Uint8Array(MOST_BYTES);
    const mask = Uint8Array.of(1, 2, 3, 4);
    const read = INPUT_FORM.create();
    const reader = new FrameReader();
    let stampRead = 0;
    let shots = 0;
    for (let i = 0; i < 5000; i++) {
      pilot(command);
      const stamp = command.buttons & 1 ? 70_000 + i * 16 : 0;
      const end = writeInput(out, HEADER, sent, command, stamp);
      closeFrame(out, end, mask);
      const [frame, more] = reader.push(out.slice(0, end));
      expect(more).toBeUndefined();
      const { payload } = frame!;
      expect(frameFault(payload, RULES)).toBeNull();
      expect(codeOf(payload)).toBe(Protocol.ROOM_INPUT_RELIABLE);
      const at = { offset: 1 };
      if (stamp > 0) {
        stampRead += decode.number(payload, at);
        expect(stampRead).toBe(stamp);
        shots += 1;
      }
      INPUT_FORM.read(payload, at.offset, read);
      const { aim, ...rest } = command;
      expect(read).toMatchObject(rest);
      expect(Math.cos(read.aim - aim)).toBeCloseTo(1, 6);
      expect(read.aim).toBeLessThan(TAU);
    }
    expect(shots).toBeGreaterThan(2500);
  });

  it("carry the inputs of two ticks", () => {
    const sent = nothingSent();
    const out = new Uint8Array(MOST_BYTES);
    const command: Command = { mx: -127, my: 127, aim: 1, buttons: 1, pick: 6 };
    const first = writeInput(out, HEADER, sent, command, 2 ** 31);
    const other: Command = { mx: 1, my: 2, aim: 2, buttons: 3, pick: 4 };
    const end = writeInput(out, first, sent, other, 2 ** 31 + 400);
    expect(end).toBeLessThanOrEqual(MOST_BYTES);
    closeFrame(out, end, Uint8Array.of(9, 8, 7, 6));
    const [frame] = new FrameReader().push(out.slice(0, end));
    expect(frame!.payload.length).toBe(end - HEADER);
    expect(frameFault(frame!.payload, RULES)).toBeNull();
    expect(frame!.payload[first - HEADER]).toBe(MODIFIER_TIMED | Protocol.ROOM_INPUT_RELIABLE);
  });
});

describe("the heads of frames", () => {
  it("are found whatever pieces a stream comes in", () => {
    const frames = [0, 1, 9, 10, 11, 125, 126, 400, 65_535, 65_536].map((length, i) => {
      const payload = Buffer.alloc(length, i + 1);
      const header =
        length < 126
          ? [0x82, length]
          : length < 0x10000
            ? [0x82, 126, length >> 8, length & 0xff]
            : [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0];
      return Buffer.concat([Buffer.from(header), payload]);
    });
    const stream = Buffer.concat([...frames, ...frames]);
    const random = createRandom(1);
    for (const most of [1, 3, 64, 5000, 1e6]) {
      const seen: string[] = [];
      const heads = createFrameHeads((opcode, payload) => seen.push(`${opcode}:${[...payload].join()}`));
      for (let at = 0; at < stream.length; ) {
        const piece = stream.subarray(at, at + 1 + random.int(most));
        heads.push(piece, piece.length);
        at += piece.length;
      }
      const expected = frames.map((_, i) => {
        const length = [0, 1, 9][i] ?? 10;
        return `2:${new Array(length).fill(i + 1).join()}`;
      });
      expect(seen).toEqual([...expected, ...expected]);
    }
  });
});
