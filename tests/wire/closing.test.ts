/** The closing handshake, and UTF-8, from the sections of RFC 6455 that the titles name. */
import { describe, expect, it } from "vitest";
import { BINARY, CLOSE, CONT, closeBody, type Frame, PING, TEXT, type Wire } from "../../tools/wire/index.ts";
import {
  describeClose,
  expectFailed,
  expectGameAnswer,
  expectOpen,
  GAME,
  openSeat,
  useServer,
} from "./game.ts";

const server = useServer();

const isClose = (frame: Frame): boolean => frame.opcode === CLOSE;

/** Sends a CLOSE and takes the answer. */
async function close(body: Uint8Array | string): Promise<{ wire: Wire; answer: Frame }> {
  const wire = await openSeat(server());
  wire.send({ opcode: CLOSE, payload: body });
  return { wire, answer: await wire.next(isClose, "a CLOSE") };
}

describe("§5.5.1 and §7.1 the closing handshake", () => {
  it("a CLOSE without a code is answered by one without a code", async () => {
    const { wire, answer } = await close("");
    expect(answer.payload).toHaveLength(0);
    await wire.end();
  });

  it("§7.1.1 the server closes TCP first, right after the handshake", async () => {
    const { wire } = await close(closeBody(1000));
    // This side stays open and waits, as section 7.1.1 wants of a client.
    await wire.end();
    expect(wire.ended).toBe(true);
  });

  it("a reason of 123 bytes, the longest there is, is read", async () => {
    const { wire, answer } = await close(closeBody(1000, `${"é".repeat(61)}.`));
    expect(describeClose(answer)).toBe(1000);
    await wire.end();
  });

  it("§5.5.1 one byte as the body of a CLOSE closes 1002", async () => {
    const wire = await openSeat(server());
    wire.send({ opcode: CLOSE, payload: Uint8Array.of(3) });
    await expectFailed(wire, 1002);
  });

  it("§5.5.1 whatever comes after a CLOSE is not read", async () => {
    const wire = await openSeat(server());
    wire.send({ opcode: CLOSE, payload: closeBody(1000) });
    wire.send({ opcode: PING, payload: "late" });
    wire.send({ opcode: BINARY, payload: Uint8Array.of(GAME.ping) });
    await expectFailed(wire, 1000);
  });

  it("§5.5.1 a second CLOSE is not answered", async () => {
    const wire = await openSeat(server());
    wire.send({ opcode: CLOSE, payload: closeBody(1000) });
    wire.send({ opcode: CLOSE, payload: closeBody(1001) });
    await expectFailed(wire, 1000);
  });

  it("§7.1.7 after a failure nothing more is read", async () => {
    const wire = await openSeat(server());
    wire.send({ opcode: 3 });
    wire.send({ opcode: PING, payload: "late" });
    await expectFailed(wire, 1002);
  });

  it("§7.1.5 a connection that only drops leaves the server as it was", async () => {
    const wire = await openSeat(server());
    wire.destroy();
    await expectOpen(await openSeat(server()));
  });

  it("§7.1.1 a client that closes its side of TCP without a CLOSE is let go", async () => {
    const wire = await openSeat(server());
    wire.finish();
    await wire.end();
  });

  it("§7.3 the server begins the handshake itself when a player leaves, and closes TCP after the answer", async () => {
    const wire = await openSeat(server());
    const LEAVE = 12;
    wire.send({ opcode: BINARY, payload: Uint8Array.of(LEAVE) });
    const asked = await wire.next(isClose, "a CLOSE");
    expect(describeClose(asked)).toBe(4000);
    expect(wire.ended).toBe(false);
    wire.send({ opcode: CLOSE, payload: closeBody(4000) });
    await wire.end();
    expect(wire.frames.filter(isClose)).toEqual([]);
  });
});

describe("§7.4 close codes", () => {
  it.each([1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011])(
    "§7.4.1 %i, which the RFC defines, comes back",
    async (code) => {
      const { wire, answer } = await close(closeBody(code, "as agreed"));
      expect(describeClose(answer)).toBe(code);
      await wire.end();
    },
  );

  it.each([1012, 1013, 1014])("§7.4.2 %i, which was registered later (§11.7), comes back", async (code) => {
    const { wire, answer } = await close(closeBody(code));
    expect(describeClose(answer)).toBe(code);
    await wire.end();
  });

  it.each([3000, 3001, 3500, 3999])("§7.4.2 %i, free to register, comes back", async (code) => {
    const { wire, answer } = await close(closeBody(code));
    expect(describeClose(answer)).toBe(code);
    await wire.end();
  });

  it.each([4000, 4001, 4100, 4500, 4999])("§7.4.2 %i, free for private use, comes back", async (code) => {
    const { wire, answer } = await close(closeBody(code));
    expect(describeClose(answer)).toBe(code);
    await wire.end();
  });

  it.each([1004, 1005, 1006, 1015])("§7.4.1 %i, which must not be on the wire, closes 1002", async (code) => {
    const wire = await openSeat(server());
    wire.send({ opcode: CLOSE, payload: closeBody(code) });
    await expectFailed(wire, 1002);
  });

  it.each([0, 1, 500, 999])("§7.4.2 %i, below every code, closes 1002", async (code) => {
    const wire = await openSeat(server());
    wire.send({ opcode: CLOSE, payload: closeBody(code) });
    await expectFailed(wire, 1002);
  });

  it.each([1016, 1100, 2000, 2999])("§7.4.2 %i, kept for later versions, closes 1002", async (code) => {
    const wire = await openSeat(server());
    wire.send({ opcode: CLOSE, payload: closeBody(code) });
    await expectFailed(wire, 1002);
  });

  it.each([5000, 9999, 65_535])("§7.4.2 %i, above every code, closes 1002", async (code) => {
    const wire = await openSeat(server());
    wire.send({ opcode: CLOSE, payload: closeBody(code) });
    await expectFailed(wire, 1002);
  });
});

/** Bytes that are no UTF-8 (RFC 3629), each with what is wrong. */
const BROKEN: readonly (readonly [string, readonly number[]])[] = [
  ["a continuation byte alone", [0x80]],
  ["0xff", [0xff]],
  ["0xfe", [0xfe]],
  ["a sequence cut short at the end", [0xe2, 0x82]],
  ["a sequence cut short in the middle", [0xe2, 0x82, 0x41]],
  ["an overlong slash of two bytes", [0xc0, 0xaf]],
  ["an overlong slash of three bytes", [0xe0, 0x80, 0xaf]],
  ["an overlong slash of four bytes", [0xf0, 0x80, 0x80, 0xaf]],
  ["a high surrogate", [0xed, 0xa0, 0x80]],
  ["a low surrogate", [0xed, 0xbf, 0xbf]],
  ["a pair of surrogates", [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80]],
  ["one above U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
  ["a sequence of five bytes", [0xf8, 0x88, 0x80, 0x80, 0x80]],
  ["a sequence of six bytes", [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80]],
];

/** Text that is hard to read but right. */
const WHOLE: readonly (readonly [string, string])[] = [
  ["characters of two bytes", "\u00e9\u07ff"],
  ["characters of three bytes", "\u20ac\u4e2d\uffff"],
  ["characters of four bytes", "\u{1f600}\u{10ffff}"],
  ["the edges around the surrogates", "\ud7ff\ue000"],
  ["a zero and a byte order mark", "\0\ufeff"],
];

/** The game answers any message that begins with this byte, which is a control character of ASCII. */
const GAME_PING = String.fromCharCode(GAME.ping);

describe("§5.6 and §8.1 UTF-8 in text", () => {
  it.each(WHOLE)("%s: accepted", async (_what, text) => {
    const wire = await openSeat(server());
    wire.send({ opcode: TEXT, payload: GAME_PING + text });
    await expectGameAnswer(wire);
    await expectOpen(wire);
  });

  it("a character cut by fragments, and by a PING between them, is whole", async () => {
    const wire = await openSeat(server());
    const bytes = Buffer.from(`${GAME_PING}€`);
    wire.send({ opcode: TEXT, fin: false, payload: bytes.subarray(0, 2) });
    wire.send({ opcode: PING });
    wire.send({ opcode: CONT, fin: false, payload: bytes.subarray(2, 3) });
    wire.send({ opcode: CONT, payload: bytes.subarray(3) });
    await expectGameAnswer(wire);
    await expectOpen(wire);
  });

  it.each(BROKEN)("%s: closes 1007", async (_what, bytes) => {
    const wire = await openSeat(server());
    wire.send({ opcode: TEXT, payload: Buffer.from([GAME.ping, ...bytes]) });
    await expectFailed(wire, 1007);
  });

  it.each(BROKEN)("%s, in a long text: closes 1007", async (_what, bytes) => {
    const wire = await openSeat(server());
    wire.send({
      opcode: TEXT,
      payload: Buffer.from([GAME.ping, ...Buffer.from("long ".repeat(20)), ...bytes]),
    });
    await expectFailed(wire, 1007);
  });

  it.each(BROKEN)("%s, across fragments: closes 1007", async (_what, bytes) => {
    const wire = await openSeat(server());
    wire.send({ opcode: TEXT, fin: false, payload: Uint8Array.of(GAME.ping, bytes[0]!) });
    wire.send({ opcode: CONT, payload: Uint8Array.from(bytes.slice(1)) });
    await expectFailed(wire, 1007);
  });

  it("binary messages may be anything", async () => {
    const wire = await openSeat(server());
    wire.send({ opcode: BINARY, payload: Uint8Array.of(GAME.ping, 0xff, 0xfe, 0xc0) });
    await expectGameAnswer(wire);
    await expectOpen(wire);
  });
});

describe("§5.5.1 UTF-8 in the reason of a CLOSE", () => {
  it.each(WHOLE)("%s: accepted", async (_what, text) => {
    const { wire, answer } = await close(closeBody(1000, text));
    expect(describeClose(answer)).toBe(1000);
    await wire.end();
  });

  it.each(BROKEN)("%s: closes 1007", async (_what, bytes) => {
    const wire = await openSeat(server());
    wire.send({ opcode: CLOSE, payload: closeBody(1000, Uint8Array.from(bytes)) });
    await expectFailed(wire, 1007);
  });
});
