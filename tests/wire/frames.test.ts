/** Frames, from the sections of RFC 6455 that the titles name. What the game itself makes of them is tested elsewhere. */
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../shared/protocol.ts";
import {
  BINARY,
  CLOSE,
  CONT,
  encodeFrame,
  type Frame,
  type FrameOptions,
  PING,
  PONG,
  TEXT,
} from "../../tools/wire/index.ts";
import { codeOf, expectFailed, expectGameAnswer, expectOpen, GAME, openSeat, useServer } from "./game.ts";

const server = useServer();

/** The game's own ping: any message that begins with this byte is answered by the same byte, whatever follows. */
const GAME_PING = Buffer.from([GAME.ping]);

/** A message of so many bytes that the game answers. */
function gamePing(bytes: number): Buffer {
  return Buffer.concat([GAME_PING, Buffer.alloc(bytes - 1, 0x61)]);
}

async function expectAnswered(...frames: readonly FrameOptions[]): Promise<void> {
  const wire = await openSeat(server());
  for (const frame of frames) wire.send(frame);
  await expectGameAnswer(wire);
  await expectOpen(wire);
}

async function expectClosed(code: number, ...frames: readonly FrameOptions[]): Promise<void> {
  const wire = await openSeat(server());
  for (const frame of frames) wire.send(frame);
  await expectFailed(wire, code);
}

describe("§5.1 masking", () => {
  it.each([
    ["a text frame", TEXT],
    ["a binary frame", BINARY],
    ["a PING", PING],
    ["a PONG", PONG],
    ["a CLOSE", CLOSE],
  ])("%s without a mask closes 1002", (_what, opcode) => expectClosed(1002, { opcode, mask: null }));

  it("a later fragment without a mask closes 1002", () =>
    expectClosed(1002, { opcode: BINARY, fin: false, payload: GAME_PING }, { opcode: CONT, mask: null }));

  it("no frame of the server has a mask, a reserved bit or a longer length than it needs", async () => {
    const wire = await openSeat(server());
    wire.send({ opcode: BINARY, payload: Uint8Array.of(GAME.join) });
    const seen: Frame[] = [];
    const look = (frame: Frame): boolean => seen.push(frame) > 0 && codeOf(frame) === GAME.patch;
    for (let patches = 0; patches < 10; patches++) await wire.next(look, "a patch");
    wire.send({ opcode: PING, payload: "x" });
    await wire.next((frame) => seen.push(frame) > 0 && frame.opcode === PONG, "a PONG");
    wire.send({ opcode: CLOSE });
    await wire.next((frame) => seen.push(frame) > 0 && frame.opcode === CLOSE, "a CLOSE");
    expect(new Set(seen.map((frame) => frame.opcode))).toEqual(new Set([BINARY, PING, PONG, CLOSE]));
    for (const { masked, rsv, fin, lengthForm, payload } of seen) {
      const shortest = payload.length < 126 ? 7 : payload.length < 65_536 ? 16 : 64;
      expect({ masked, rsv, fin, lengthForm }).toEqual({
        masked: false,
        rsv: 0,
        fin: true,
        lengthForm: shortest,
      });
    }
    wire.destroy();
  });
});

describe("§5.3 the masking key", () => {
  it.each([
    ["a key of zeroes", [0, 0, 0, 0]],
    ["a key of ones", [255, 255, 255, 255]],
    ["an uneven key", [1, 0, 128, 37]],
  ])("%s", async (_what, mask) => {
    const wire = await openSeat(server());
    wire.send({ opcode: PING, payload: "0123456", mask: Uint8Array.from(mask) });
    const pong = await wire.next((frame) => frame.opcode === PONG, "a PONG");
    expect(pong.payload.toString()).toBe("0123456");
    wire.destroy();
  });
});

describe("§5.2 reserved bits", () => {
  it.each([1, 2, 3, 4, 5, 6, 7].flatMap((rsv) => [BINARY, PING].map((opcode) => ({ rsv, opcode }))))(
    "RSV $rsv on opcode $opcode closes 1002, for no extension gave it a meaning",
    ({ rsv, opcode }) => expectClosed(1002, { opcode, rsv, payload: GAME_PING }),
  );
});

describe("§5.2 opcodes", () => {
  it("binary (2) is a message", () => expectAnswered({ opcode: BINARY, payload: GAME_PING }));
  it("text (1) is a message", () => expectAnswered({ opcode: TEXT, payload: GAME_PING }));

  it.each([3, 4, 5, 6, 7, 11, 12, 13, 14, 15])("the reserved opcode %i closes 1002", (opcode) =>
    expectClosed(1002, { opcode }),
  );
});

describe("§5.2 payload length", () => {
  it.each([0, 1, 125, 126, 127, LIMITS.frameBytes - 1, LIMITS.frameBytes])(
    "%i bytes in the shortest form are read whole",
    async (bytes) => {
      if (bytes > 0) return expectAnswered({ opcode: BINARY, payload: gamePing(bytes) });
      // The game refuses an empty message, the framing does not.
      const wire = await openSeat(server());
      wire.send({ opcode: BINARY, payload: "" });
      await expectOpen(wire);
    },
  );

  it.each([
    { bytes: 0, lengthForm: 16 as const },
    { bytes: 1, lengthForm: 16 as const },
    { bytes: 125, lengthForm: 16 as const },
    { bytes: 0, lengthForm: 64 as const },
    { bytes: 125, lengthForm: 64 as const },
    { bytes: 126, lengthForm: 64 as const },
    { bytes: 500, lengthForm: 64 as const },
    { bytes: 65_535, lengthForm: 64 as const },
  ])("$bytes bytes in the $lengthForm-bit form close 1002: not the minimal number of bytes", (given) =>
    expectClosed(1002, { opcode: BINARY, payload: Buffer.alloc(given.bytes), lengthForm: given.lengthForm }),
  );

  it("a PING whose length is in 16 bits closes 1002", () =>
    expectClosed(1002, { opcode: PING, payload: "abc", lengthForm: 16 }));

  it("a later fragment in a longer form than it needs closes 1002", () =>
    expectClosed(
      1002,
      { opcode: BINARY, fin: false, payload: GAME_PING },
      { opcode: CONT, payload: "abc", lengthForm: 16 },
    ));

  // The RFC leaves the code open; ws calls it too big, which is as true as a protocol error.
  it.each([
    ["the most significant bit", 1n << 63n],
    ["every bit", (1n << 64n) - 1n],
  ])("64 bits with %s set fail the connection, with 1009", (_what, claimedLength) =>
    expectClosed(1009, { opcode: BINARY, claimedLength }),
  );

  it("a frame byte by byte is one frame", async () => {
    const wire = await openSeat(server());
    for (const byte of encodeFrame({ opcode: BINARY, payload: gamePing(130) }))
      wire.write(Uint8Array.of(byte));
    await expectGameAnswer(wire);
    await expectOpen(wire);
  });

  it("many frames in one segment are as many frames", async () => {
    const wire = await openSeat(server());
    wire.write(
      Buffer.concat(Array.from({ length: 20 }, () => encodeFrame({ opcode: BINARY, payload: GAME_PING }))),
    );
    for (let i = 0; i < 20; i++) await expectGameAnswer(wire);
    await expectOpen(wire);
  });
});

describe("§5.4 fragmentation", () => {
  const first = (payload: string | Buffer = GAME_PING): FrameOptions => ({
    opcode: BINARY,
    fin: false,
    payload,
  });
  const middle: FrameOptions = { opcode: CONT, fin: false, payload: "a" };
  const last: FrameOptions = { opcode: CONT, payload: "b" };

  it("two fragments are one message", () => expectAnswered(first(), last));
  it("many fragments are one message", () =>
    expectAnswered(first(), ...Array.from({ length: 100 }, () => middle), last));
  it("empty fragments are allowed", () =>
    expectAnswered(first(""), { opcode: CONT, fin: false }, { opcode: CONT, payload: GAME_PING }));
  it("text may be fragmented", () => expectAnswered({ opcode: TEXT, fin: false, payload: GAME_PING }, last));
  it("two fragmented messages after another", () => expectAnswered(first(), last, first(), middle, last));
  it("nothing is delivered before the last fragment", async () => {
    const wire = await openSeat(server());
    wire.send(first());
    wire.send({ opcode: PING, payload: "between" });
    const between = await wire.next(() => true, "a PONG");
    expect([between.opcode, between.payload.toString()]).toEqual([PONG, "between"]);
    wire.send(last);
    await expectGameAnswer(wire);
    await expectOpen(wire);
  });
  it("a PING between two fragments is answered, and the message stays whole", async () => {
    const wire = await openSeat(server());
    for (const frame of [first(), { opcode: PING, payload: "between" }, middle, { opcode: PONG }, last])
      wire.send(frame);
    const pong = await wire.next((frame) => frame.opcode === PONG, "a PONG");
    expect(pong.payload.toString()).toBe("between");
    await expectGameAnswer(wire);
    await expectOpen(wire);
  });
  it("a CLOSE between two fragments closes", async () => {
    const wire = await openSeat(server());
    wire.send(first());
    wire.send({ opcode: CLOSE });
    await expectFailed(wire, 1005);
  });

  it("CONT without a message closes 1002", () => expectClosed(1002, last));
  it("CONT without a message, not even the last, closes 1002", () => expectClosed(1002, middle));
  it("CONT after a message is complete closes 1002", async () => {
    const wire = await openSeat(server());
    for (const frame of [first(), last, last]) wire.send(frame);
    await expectGameAnswer(wire);
    await expectFailed(wire, 1002);
  });
  it("a new binary message inside a fragmented one closes 1002", () =>
    expectClosed(1002, first(), { opcode: BINARY, payload: GAME_PING }));
  it("a new text message inside a fragmented one closes 1002", () =>
    expectClosed(1002, first(), { opcode: TEXT, payload: GAME_PING }));
  it("a new fragmented message inside a fragmented one closes 1002", () =>
    expectClosed(1002, first(), first()));
});

describe("§5.5 control frames", () => {
  it.each([
    ["PING", PING],
    ["PONG", PONG],
    ["CLOSE", CLOSE],
  ])("%s of more than 125 bytes closes 1002", (_what, opcode) =>
    expectClosed(1002, { opcode, payload: Buffer.alloc(126) }),
  );

  it.each([
    ["PING", PING],
    ["PONG", PONG],
    ["CLOSE", CLOSE],
  ])("%s in fragments closes 1002", (_what, opcode) => expectClosed(1002, { opcode, fin: false }));
});

describe("§5.5.2 and §5.5.3 PING and PONG", () => {
  it.each([0, 1, 4, 125])("a PING with %i bytes is answered by a PONG with the same", async (bytes) => {
    const wire = await openSeat(server());
    const payload = Buffer.from(Array.from({ length: bytes }, (_, i) => 255 - i));
    wire.send({ opcode: PING, payload });
    const pong = await wire.next((frame) => frame.opcode === PONG, "a PONG");
    expect([pong.fin, pong.rsv, pong.payload.equals(payload)]).toEqual([true, 0, true]);
    await expectOpen(wire);
  });

  it("a PING need not be UTF-8", async () => {
    const wire = await openSeat(server());
    wire.send({ opcode: PING, payload: Uint8Array.of(0xff, 0xfe, 0) });
    const pong = await wire.next((frame) => frame.opcode === PONG, "a PONG");
    expect([...pong.payload]).toEqual([0xff, 0xfe, 0]);
    wire.destroy();
  });

  it("PINGs are answered in order", async () => {
    const wire = await openSeat(server());
    for (let i = 0; i < 10; i++) wire.send({ opcode: PING, payload: `${i}` });
    for (let i = 0; i < 10; i++) {
      const pong = await wire.next((frame) => frame.opcode === PONG, "a PONG");
      expect(pong.payload.toString()).toBe(`${i}`);
    }
    wire.destroy();
  });

  it("a PONG that nobody asked for is not answered", async () => {
    const wire = await openSeat(server());
    wire.send({ opcode: PONG, payload: "unasked" });
    wire.send({ opcode: BINARY, payload: GAME_PING });
    await expectGameAnswer(wire);
    expect(wire.frames.filter((frame) => frame.opcode === PONG)).toEqual([]);
    await expectOpen(wire);
  });
});

describe("§10.4 a limit on the size of messages, and §7.4.1 its code", () => {
  const { frameBytes } = LIMITS;

  it("one byte above the limit closes 1009", () =>
    expectClosed(1009, { opcode: BINARY, payload: Buffer.alloc(frameBytes + 1) }));
  it("a text above the limit closes 1009", () =>
    expectClosed(1009, { opcode: TEXT, payload: "a".repeat(frameBytes + 1) }));
  it("fragments that together are above the limit close 1009", () =>
    expectClosed(
      1009,
      { opcode: BINARY, fin: false, payload: Buffer.alloc(frameBytes) },
      { opcode: CONT, payload: "a" },
    ));
  it.each([65_536n, 1n << 32n, (1n << 53n) - 1n, (1n << 63n) - 1n])(
    "a claim of %i bytes closes 1009 before any of them is sent",
    (claimedLength) => expectClosed(1009, { opcode: BINARY, claimedLength }),
  );
});
