import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { Protocol, Room } from "@colyseus/core";
import { encode } from "@colyseus/schema";
import { InputEncoder } from "@colyseus/schema/input";
import { WebSocketClient } from "@colyseus/ws-transport";
import * as ws from "ws";
import { installOneWrite, installQuickFrames, takeLeanInputs } from "../../../server/ops/index.ts";
import { INPUT_FORM } from "../../../server/rooms/inputForm.ts";
import { createRandom, TAU } from "../../../shared/math/index.ts";
import { InputState } from "../../../shared/state/index.ts";
import { BINARY, encodeFrame } from "../../wire/index.ts";
import { encodePatch } from "./patches.ts";

/** One job, done as upstream does it and as the server does. */
export interface Subject {
  readonly name: string;
  readonly stock: () => void;
  readonly ours: () => void;
  /** Called between two turns, when a job leaves work behind. */
  readonly settle?: () => Promise<void>;
}

const VARIETY = 256;
const random = createRandom(8);

/** Bodies of input frames in a row, as a player sends them, each with a stamp in front. */
function inputFrames(): Buffer[] {
  const input = new InputState();
  for (const field of ["mx", "my", "aim", "buttons", "pick"] as const) input[field] = 0;
  const encoder = new InputEncoder(input);
  return Array.from({ length: VARIETY }, () => {
    input.aim = random.range(0, TAU);
    if (random.int(20) === 0) input.mx = random.int(3) * 127 - 127;
    if (random.int(30) === 0) input.buttons = random.int(2);
    const frame = Buffer.alloc(32);
    const at = { offset: 1 };
    frame[0] = Protocol.ROOM_INPUT_RELIABLE;
    encode.number(frame, 16, at);
    const body = encoder.encode();
    frame.set(body, at.offset);
    return frame.subarray(0, at.offset + body.length);
  });
}

/** What is used of a room and a client; Colyseus keeps it to itself. */
interface Inside {
  readonly _inputController: {
    allocate(client: object): void;
    decodeReliable(client: object, frame: Buffer, at: { offset: number }, modifiers: number): void;
  };
}

function takeInput(lean: boolean, frames: readonly Buffer[]): () => void {
  class InputRoom extends Room {
    override inputs = this.defineInput(InputState, { bufferMaxSize: 32 });
  }
  const room = new InputRoom();
  room.allowRewindState().attachAll([] as never, { fields: [] as never, mode: "snapshot" });
  if (lean) takeLeanInputs(room, INPUT_FORM);
  const controller = (room as unknown as Inside)._inputController;
  const client = { sessionId: "ada" } as unknown as { _inputBuffer: { next(): unknown } };
  controller.allocate(client);
  let i = 0;
  return () => {
    controller.decodeReliable(client, frames[i++ % VARIETY]!, { offset: 1 }, 0x80);
    client._inputBuffer.next();
  };
}

/** The class whose `write` takes in what a socket reads; not part of the typings of ws. */
interface Receiver {
  on(event: "message", listener: () => void): void;
}
type Write = (this: Receiver, chunk: Buffer) => boolean;
const { Receiver } = ws as unknown as {
  Receiver: { new (options: object): Receiver; prototype: { write: Write } };
};

function takeMessage(write: Write, chunks: readonly Buffer[]): () => void {
  const receiver = new Receiver({ isServer: true, maxPayload: 512 });
  receiver.on("message", () => {});
  let i = 0;
  return () => void write.call(receiver, chunks[i++ % VARIETY]!);
}

type Raw = (this: WebSocketClient, data: Uint8Array) => void;

/** Sends a patch and two events, in Colyseus' order. */
function sendPatch(raw: Raw, client: WebSocketClient): () => void {
  const patch = Buffer.alloc(150, Protocol.ROOM_STATE_PATCH | 0x80);
  const events = [Buffer.alloc(20, Protocol.ROOM_DATA), Buffer.alloc(60, Protocol.ROOM_DATA)];
  const pending: Uint8Array[] = [];
  Object.assign(client, { _pendingFrames: pending });
  return () => {
    pending.push(...events);
    raw.call(client, patch);
    for (const event of pending) raw.call(client, event);
    pending.length = 0;
  };
}

/** A client with a real socket, whose other end reads and forgets. */
async function openClient(): Promise<WebSocketClient> {
  const server = new ws.WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  await once(server, "listening");
  const connected = once(server, "connection");
  const { port } = server.address() as AddressInfo;
  const key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13";
  const peer = connect(port, "127.0.0.1");
  peer.write(`GET / HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${key}\r\n\r\n`);
  peer.resume();
  const [socket] = (await connected) as [ws.WebSocket];
  return new WebSocketClient("ada", socket);
}

/** All of them. What upstream does is put aside before the wrappers are installed. */
export async function openSubjects(): Promise<Subject[]> {
  const frames = inputFrames();
  const { write } = Receiver.prototype;
  const { raw } = WebSocketClient.prototype as unknown as { raw: Raw };
  installQuickFrames();
  installOneWrite();
  const chunks = frames.map((payload) => encodeFrame({ opcode: BINARY, payload }));
  const client = await openClient();
  return [
    {
      name: "an input, from its frame to the step (leanInputs.ts)",
      stock: takeInput(false, frames),
      ours: takeInput(true, frames),
    },
    {
      name: "a short message, from the socket to its listener (quickFrames.ts)",
      stock: takeMessage(write, chunks),
      ours: takeMessage(Receiver.prototype.write, chunks),
    },
    {
      name: "a patch for 16 players who see each other, encoded (sharedViews.ts)",
      stock: encodePatch(false),
      ours: encodePatch(true),
    },
    {
      name: "a patch and two events, into the kernel (oneWrite.ts)",
      stock: sendPatch(raw, client),
      ours: sendPatch((WebSocketClient.prototype as unknown as { raw: Raw }).raw, client),
      settle: async () => {
        while (client.ref.bufferedAmount > 0) await new Promise((resolve) => setImmediate(resolve));
      },
    },
  ];
}
