import type { EventEmitter } from "node:events";
import { beforeAll, describe, expect, it } from "vitest";
import * as ws from "ws";
import { installQuickFrames } from "../server/ops/index.ts";
import { createRandom, type Random } from "../shared/math/index.ts";
import { BINARY, CLOSE, CONT, closeBody, encodeFrame, PING, TEXT } from "../tools/wire/index.ts";

/** Stands between the receiver of ws and the class that the server changes. */
interface Receiver extends EventEmitter {
  write(chunk: Buffer): boolean;
  consume(bytes: number): Buffer;
}
type ReceiverClass = { new (options: object): Receiver; readonly prototype: Receiver };
const { Receiver } = ws as unknown as { Receiver: ReceiverClass };

const OPTIONS = { isServer: true, maxPayload: 512 };

/** Everything that a receiver says of some chunks. */
async function listen(chunks: readonly Buffer[]): Promise<string[]> {
  const said: string[] = [];
  const receiver = new Receiver(OPTIONS);
  receiver.on("message", (data: Buffer, isBinary) => said.push(`${isBinary} ${data.toString("hex")}`));
  receiver.on("ping", (data: Buffer) => said.push(`ping ${data.toString("hex")}`));
  receiver.on("conclude", (code) => said.push(`conclude ${code}`));
  receiver.on("error", (error: Error) => said.push(error.message));
  for (const chunk of chunks) receiver.write(Buffer.from(chunk));
  // Errors of a stream come a moment later.
  await new Promise((resolve) => setImmediate(resolve));
  return said;
}

function someFrame(random: Random): Buffer {
  const length = random.pick([0, 1, 2, 5, 9, 124, 125, 126, 127, 500]);
  const payload = Buffer.alloc(length, random.int(256));
  const mask = Uint8Array.from({ length: 4 }, () => random.int(256));
  switch (random.int(14)) {
    case 0:
      return encodeFrame({ opcode: TEXT, payload: "hello", mask });
    case 1:
      return encodeFrame({ opcode: PING, payload: payload.subarray(0, 20), mask });
    case 2:
      return Buffer.concat([
        encodeFrame({ opcode: BINARY, fin: false, payload, mask }),
        encodeFrame({ opcode: PING, mask }),
        encodeFrame({ opcode: CONT, payload: "end", mask }),
      ]);
    case 3:
      return encodeFrame({ opcode: BINARY, fin: false, payload: "begun", mask });
    case 4:
      return random.int(20) === 0
        ? encodeFrame({ opcode: CLOSE, payload: closeBody(1000), mask })
        : Buffer.alloc(0);
    case 5:
      return random.int(20) === 0 ? encodeFrame({ opcode: BINARY, payload, mask: null }) : Buffer.alloc(0);
    case 6:
      return random.int(20) === 0 ? encodeFrame({ opcode: BINARY, payload, rsv: 2, mask }) : Buffer.alloc(0);
    default:
      return encodeFrame({ opcode: BINARY, payload, mask });
  }
}

/** Cuts a stream into chunks: mostly frame by frame, as they come, and sometimes anywhere. */
function someStream(seed: number): Buffer[] {
  const random = createRandom(seed);
  const chunks: Buffer[] = [];
  for (let i = 0; i < 40; i++) {
    let frame = someFrame(random);
    if (random.int(4) === 0) frame = Buffer.concat([frame, someFrame(random)]);
    const cut = random.int(4) === 0 ? random.int(frame.length + 1) : frame.length;
    chunks.push(frame.subarray(0, cut), frame.subarray(cut));
  }
  return chunks.filter(({ length }) => length > 0);
}

const STREAMS = Array.from({ length: 400 }, (_, seed) => someStream(seed));
const SHORT = encodeFrame({ opcode: BINARY, payload: "123456789" });

/** How often a receiver cuts up what came, for one short message. */
function cutsFor(chunk: Buffer): number {
  let cuts = 0;
  const receiver = new Receiver(OPTIONS);
  const { consume } = receiver;
  receiver.consume = (bytes) => {
    cuts += 1;
    return consume.call(receiver, bytes);
  };
  receiver.write(Buffer.from(chunk));
  return cuts;
}

describe("a short message in one piece", () => {
  let stock: string[][];
  let stockCuts: number;

  beforeAll(async () => {
    stock = await Promise.all(STREAMS.map(listen));
    stockCuts = cutsFor(SHORT);
    installQuickFrames();
    installQuickFrames();
  });

  it("is cut three times by ws, and not at all by the quick way", async () => {
    expect(stockCuts).toBe(3);
    expect(cutsFor(SHORT)).toBe(0);
    expect(await listen([SHORT])).toEqual([`true ${Buffer.from("123456789").toString("hex")}`]);
  });

  it("says in any stream what it said before, among fragments, pings, closings and nonsense", async () => {
    expect(await Promise.all(STREAMS.map(listen))).toEqual(stock);
    const said = stock.flat();
    for (const kind of ["true", "false", "ping", "conclude 1000", "MASK", "RSV"])
      expect(said.some((each) => each.includes(kind))).toBe(true);
  });
});
