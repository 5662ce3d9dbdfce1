/**
 * ws 8.23 takes every chunk of a connection through a stream and a state machine, and cuts it into five views on the way.
 * Nearly all that a player sends is one short binary message in one piece, sixty times a second: such a chunk is unmasked
 * where it lies and handed on at once. Everything else, down to the last bit, takes ws's own way.
 * tests/quickFrames.test.ts fails once it is needless.
 */
import * as ws from "ws";

/** What is used of ws's receiver; not part of its typings. */
export interface Receiver {
  /** 0 between two frames. */
  readonly _state: number;
  /** Of the last frame; 8 once the peer has said CLOSE. */
  readonly _opcode: number;
  /** Opcode of a message of which only a part has come; 0 for none. */
  readonly _fragmented: number;
  readonly _bufferedBytes: number;
  readonly _loop: boolean;
  readonly _errored: boolean;
  readonly _isServer: boolean;
  readonly _allowSynchronousEvents: boolean;
  readonly _binaryType: string;
  readonly _maxPayload: number;
  readonly writable: boolean;
  readonly writableLength: number;
  emit(event: "message", data: Buffer, isBinary: boolean): boolean;
}

type Write = (this: Receiver, chunk: Buffer, ...rest: unknown[]) => boolean;

/** RFC 6455 section 5.2: FIN and the opcode of a binary message; the bit that says that there is a mask. */
export const WHOLE_BINARY = 0x82;
export const MASKED = 0x80;
const CLOSE = 0x8;

/** Bytes before the payload: two, and the mask. */
export const HEADER = 6;

/** A length from this on is written in another form. */
export const LONG = 126;

/** Whether a chunk is one short message and nothing but it. */
function isOneMessage(chunk: Buffer): boolean {
  if (chunk[0] !== WHOLE_BINARY) return false;
  const length = chunk[1]! - MASKED;
  return length > 0 && length < LONG && chunk.length === HEADER + length;
}

/** Whether a receiver waits for the beginning of a message, and would hand it on at once. */
export function isReady(receiver: Receiver): boolean {
  return (
    receiver._state === 0 &&
    receiver._bufferedBytes === 0 &&
    receiver._fragmented === 0 &&
    receiver._opcode !== CLOSE &&
    !receiver._loop &&
    !receiver._errored &&
    receiver._isServer &&
    receiver._allowSynchronousEvents &&
    receiver._binaryType === "nodebuffer" &&
    (receiver._maxPayload <= 0 || receiver._maxPayload >= LONG) &&
    receiver.writable &&
    receiver.writableLength === 0
  );
}

/** Marks the class, so that a reload of the server's code does not wrap it twice. */
const INSTALLED = Symbol.for("crosswire.quickFrames");

/** Makes every receiver of this process quick. */
export function installQuickFrames(): void {
  const { prototype } = (ws as unknown as { Receiver: { prototype: { write: Write; [INSTALLED]?: true } } })
    .Receiver;
  if (prototype[INSTALLED]) return;
  prototype[INSTALLED] = true;
  const { write } = prototype;
  prototype.write = function (chunk, ...rest) {
    if (!isOneMessage(chunk) || !isReady(this)) return write.call(this, chunk, ...rest);
    for (let i = HEADER; i < chunk.length; i++) chunk[i] = chunk[i]! ^ chunk[2 + ((i - HEADER) & 3)]!;
    this.emit("message", chunk.subarray(HEADER), true);
    return true;
  };
}
