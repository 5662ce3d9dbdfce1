/** Frames of RFC 6455 section 5.2, written and read with every bit in the caller's hand. */
import { randomBytes } from "node:crypto";

export const CONT = 0x0;
export const TEXT = 0x1;
export const BINARY = 0x2;
export const CLOSE = 0x8;
export const PING = 0x9;
export const PONG = 0xa;

/** Bits of the length on the wire; the shortest that fits is the only right one (section 5.2). */
export type LengthForm = 7 | 16 | 64;

/** What a frame says; what is left out is as an honest client has it. */
export interface FrameOptions {
  readonly opcode: number;
  readonly payload?: Uint8Array | string;
  /** Default true: the only or the last frame of its message. */
  readonly fin?: boolean;
  /** The three reserved bits, RSV1 being 4. Default 0. */
  readonly rsv?: number;
  /** Four bytes, or null for a frame without a mask. Default: random. */
  readonly mask?: Uint8Array | null;
  /** Default: the shortest. */
  readonly lengthForm?: LengthForm;
  /** What the frame claims as its length, whatever its payload is. */
  readonly claimedLength?: bigint;
}

/** A frame as it was read. */
export interface Frame {
  readonly fin: boolean;
  readonly rsv: number;
  readonly opcode: number;
  readonly masked: boolean;
  readonly lengthForm: LengthForm;
  /** Bytes of framing before the payload. */
  readonly headerBytes: number;
  readonly payload: Buffer;
}

function shortestForm(length: bigint): LengthForm {
  if (length < 126n) return 7;
  return length < 65_536n ? 16 : 64;
}

function lengthField(form: LengthForm, length: bigint): Buffer {
  if (form === 7) return Buffer.from([Number(length)]);
  const field = Buffer.alloc(form === 16 ? 3 : 9);
  field[0] = form === 16 ? 126 : 127;
  if (form === 16) field.writeUInt16BE(Number(length), 1);
  else field.writeBigUInt64BE(length, 1);
  return field;
}

/** The bytes of one frame. */
export function encodeFrame(options: FrameOptions): Buffer {
  const { opcode, fin = true, rsv = 0, mask = randomBytes(4) } = options;
  const payload = Buffer.from(options.payload ?? "");
  const length = options.claimedLength ?? BigInt(payload.length);
  const field = lengthField(options.lengthForm ?? shortestForm(length), length);
  if (mask === null) return Buffer.concat([Buffer.from([firstByte(fin, rsv, opcode)]), field, payload]);
  field[0] = field[0]! | 0x80;
  // Section 5.3: octet i is combined with octet i modulo 4 of the key.
  for (let i = 0; i < payload.length; i++) payload[i] = payload[i]! ^ mask[i % 4]!;
  return Buffer.concat([Buffer.from([firstByte(fin, rsv, opcode)]), field, mask, payload]);
}

function firstByte(fin: boolean, rsv: number, opcode: number): number {
  return (fin ? 0x80 : 0) | (rsv << 4) | opcode;
}

/** The body of a CLOSE frame: the code in two bytes, then the reason (section 5.5.1). */
export function closeBody(code: number, reason: Uint8Array | string = ""): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(code);
  return Buffer.concat([head, Buffer.from(reason)]);
}

/** Cuts a stream of bytes into frames, judging nothing. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0);

  /** The frames that are complete after these bytes. */
  push(bytes: Uint8Array): Frame[] {
    this.rest = Buffer.concat([this.rest, bytes]);
    const frames: Frame[] = [];
    for (let frame = this.take(); frame !== null; frame = this.take()) frames.push(frame);
    return frames;
  }

  private take(): Frame | null {
    const { rest } = this;
    if (rest.length < 2) return null;
    const [first, second] = [rest[0]!, rest[1]!];
    const short = second & 0x7f;
    const lengthForm: LengthForm = short === 127 ? 64 : short === 126 ? 16 : 7;
    const masked = (second & 0x80) !== 0;
    const maskAt = 2 + (lengthForm === 64 ? 8 : lengthForm === 16 ? 2 : 0);
    const headerBytes = maskAt + (masked ? 4 : 0);
    if (rest.length < headerBytes) return null;
    const length =
      lengthForm === 7 ? short : lengthForm === 16 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
    if (rest.length < headerBytes + length) return null;
    const payload = Buffer.from(rest.subarray(headerBytes, headerBytes + length));
    if (masked) for (let i = 0; i < length; i++) payload[i] = payload[i]! ^ rest[maskAt + (i % 4)]!;
    this.rest = rest.subarray(headerBytes + length);
    return {
      fin: (first & 0x80) !== 0,
      rsv: (first >> 4) & 7,
      opcode: first & 0xf,
      masked,
      lengthForm,
      headerBytes,
      payload,
    };
  }
}
