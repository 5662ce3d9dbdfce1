/**
 * For each chunk that a socket reads, Node 24 sets 64 KB aside, makes a buffer of them, a view of the buffer, and sends that
 * through a stream. An input is a dozen bytes that nobody keeps: with this, all sockets of players read into one buffer,
 * and inputs go from there straight to their room. Everything else is copied out and takes the stream, as before.
 *
 * Node itself has this for sockets that a process opens (`onread` of `net.connect`), but not for those that it accepts.
 * inbox.test.ts fails once it is needless, or once Node keeps it elsewhere: then sockets read as they always did.
 */
import { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { WebSocket } from "ws";
import { CODE_MASK, INPUT_CODE } from "../../shared/inputFrames.ts";
import { HEADER, isReady, LONG, MASKED, type Receiver, WHOLE_BINARY } from "./quickFrames.ts";

/** Bytes that are read at a time, as many as Node reads. */
const SIZE = 64 * 1024;

const inbox = Buffer.alloc(SIZE);

/** Where payloads are handed over: a view for each length, since a frame is unmasked to one place. */
const letters = Array.from({ length: LONG }, (_, length) => Buffer.alloc(length));

type Read = (length: number) => boolean;

/** Where Node keeps the buffer of a socket, and who is told what was read into it. */
interface Keys {
  readonly buffer: symbol;
  readonly read: symbol;
}

/** What is used of a socket; not part of its typings. */
type Inner = Socket & {
  readonly _handle: { useUserBuffer?: (buffer: Buffer) => void } | null;
  [key: symbol]: unknown;
};

/** Null where Node has changed. */
function findKeys(): Keys | null {
  const read: Read = () => true;
  const probe = new Socket({ onread: { buffer: inbox, callback: read } }) as Inner;
  const symbols = Object.getOwnPropertySymbols(probe);
  const buffer = symbols.find((symbol) => probe[symbol] === inbox);
  const callback = symbols.find((symbol) => probe[symbol] === read);
  probe.destroy();
  return buffer === undefined || callback === undefined ? null : { buffer, read: callback };
}

const keys = findKeys();

/** Where an input frame ends that begins here, or -1 when there is something else. */
function endOfInput(at: number, length: number): number {
  if (inbox[at] !== WHOLE_BINARY) return -1;
  const payload = inbox[at + 1]! - MASKED;
  const end = at + HEADER + payload;
  if (payload <= 0 || payload >= LONG || end > length) return -1;
  const code = (inbox[at + HEADER]! ^ inbox[at + 2]!) & CODE_MASK;
  return code === INPUT_CODE ? end : -1;
}

/** Takes the mask off. @returns the payload, until the next is taken */
function take(at: number, end: number): Buffer {
  const length = end - at - HEADER;
  const letter = letters[length]!;
  const from = at + HEADER;
  for (let i = 0; i < length; i++) letter[i] = inbox[from + i]! ^ inbox[at + 2 + (i & 3)]!;
  return letter;
}

/** Lets the socket of a new WebSocket read into the shared buffer, where it can. */
export function shareInbox(ws: WebSocket): void {
  const { _socket: socket, _receiver: receiver } = ws as unknown as { _socket: Inner; _receiver: Receiver };
  if (keys === null || !(socket instanceof Socket) || socket instanceof TLSSocket) return;
  const handle = socket._handle;
  if (typeof handle?.useUserBuffer !== "function") return;
  const read: Read = (length) => {
    let at = 0;
    // What the stream still holds comes first.
    while (at < length && socket.readableFlowing && socket.readableLength === 0 && isReady(receiver)) {
      const end = endOfInput(at, length);
      if (end < 0) break;
      receiver.emit("message", take(at, end), true);
      at = end;
    }
    return at === length || socket.push(Buffer.from(inbox.subarray(at, length)));
  };
  socket[keys.buffer] = inbox;
  socket[keys.read] = read;
  handle.useUserBuffer(inbox);
}
