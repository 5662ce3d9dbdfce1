/**
 * Colyseus 0.18.17 trusts the frames of its clients: the three bytes 14 00 fe send its input decoder into an endless
 * loop, a ten-byte frame makes it read 200 million stamps, and a DELETE operation on an input field turns positions
 * into NaN. This guard looks at every frame before the framework does and lets only well-formed ones through.
 * tests/integration/framework.test.ts fails once it is needless.
 */
import { type Client, Protocol, Room } from "@colyseus/core";
import { CLOSE } from "../../shared/protocol.ts";

/** What a room class declares as its static `frames`, for the guard. Rooms without it accept no inputs. */
export interface FrameRules {
  /** Bytes of each field of the input schema, by field index. */
  readonly widths: readonly number[];
  /** Whether inputs may carry the time stamp of lag compensation. */
  readonly stamped: boolean;
  /** The longest frame of each type of message, in bytes; the room itself refuses types that it does not know. */
  readonly messages: Readonly<Record<string, { readonly bytes: number }>>;
}

/** Bytes on the wire of the fixed-width types of @colyseus/schema. */
const WIDTHS: Readonly<Record<string, number>> = {
  boolean: 1,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float32: 4,
  float64: 8,
};

/** An input frame names a field by these six bits, with the two top bits saying that it is set (10). */
const FIELD_MASK = 0x3f;
const OPERATION_MASK = 0xc0;
const OPERATION_SET = 0x80;
const CODE_MASK = 0x1f;
const MODIFIER_MASK = 0xe0;
const MODIFIER_TIMED = 0x80;

/** What a client may send. Bytes messages, requests and unreliable inputs are missing on purpose: the game uses none. */
const CODES: ReadonlySet<number> = new Set([
  Protocol.JOIN_ROOM,
  Protocol.LEAVE_ROOM,
  Protocol.ROOM_DATA,
  Protocol.PING,
  Protocol.ROOM_INPUT_RELIABLE,
]);

/** Fields that an input schema may have: the byte that names the next one begins another input (`MOST_INPUTS`). */
const MOST_FIELDS = Protocol.ROOM_INPUT_RELIABLE;

/** A message names its type by a short string: this byte plus its length (msgpack's fixstr), then Latin letters. */
const SHORT_STRING = 0xa0;
const SHORT_STRING_MASK = 0xe0;
const SHORT_LENGTH_MASK = 0x1f;

interface SchemaField {
  readonly name: string;
  readonly type: string | { readonly quantized?: { readonly bits: number } };
}

/**
 * The width of each field of an input schema.
 * @throws TypeError for a field whose width is not fixed: its frames could not be checked
 */
export function widthsOf(schema: object): number[] {
  const metadata = (schema as Record<symbol, Record<number, SchemaField | undefined> | undefined>)[
    Symbol.metadata
  ];
  const widths: number[] = [];
  for (let i = 0; metadata?.[i] !== undefined; i++) {
    const { name, type } = metadata[i]!;
    const width = typeof type === "string" ? WIDTHS[type] : (type.quantized?.bits ?? 0) / 8;
    if (!width) throw new TypeError(`input field ${name} has no fixed width`);
    widths.push(width);
  }
  if (widths.length === 0 || widths.length > MOST_FIELDS)
    throw new TypeError(`an input schema has 1 to ${MOST_FIELDS} fields`);
  return widths;
}

/** Bytes of a number in the schema's varint form by its first byte, or -1 for a form that no stamp has. */
function stampLength(first: number | undefined): number {
  if (first === undefined) return -1;
  if (first < 0x80 || first > 0xdf) return 1;
  if (first === 0xcc || first === 0xd0) return 2;
  if (first === 0xcd || first === 0xd1) return 3;
  if (first === 0xce || first === 0xd2) return 5;
  return -1;
}

/** What is wrong with a message: no honest one names its type in a longer form, or is longer than its type may be. */
function messageFault(frame: Uint8Array, messages: FrameRules["messages"]): string | null {
  const head = frame[1] ?? 0;
  if ((head & SHORT_STRING_MASK) !== SHORT_STRING) return "message type";
  const type = String.fromCharCode(...frame.subarray(2, 2 + (head & SHORT_LENGTH_MASK)));
  return Object.hasOwn(messages, type) && frame.length > messages[type]!.bytes ? "message too long" : null;
}

/**
 * Inputs that a frame may carry. A client sends on every other tick what it has pressed on two (client/net/pairs.ts): the
 * second follows the first, and begins with its opcode, which no field has as its name.
 */
const MOST_INPUTS = 2;

/** Where an input ends that begins at `start`, or what is wrong with it. */
function inputEnd(frame: Uint8Array, start: number, rules: FrameRules): number | string {
  const modifiers = frame[start]! & MODIFIER_MASK;
  let offset = start + 1;
  if (modifiers !== 0) {
    if (modifiers !== MODIFIER_TIMED || !rules.stamped) return "modifier";
    const length = stampLength(frame[offset]);
    if (length < 0) return "stamp";
    offset += length;
  }
  let seen = 0;
  while (offset < frame.length) {
    const byte = frame[offset]!;
    if ((byte & CODE_MASK) === Protocol.ROOM_INPUT_RELIABLE) break;
    if ((byte & OPERATION_MASK) !== OPERATION_SET) return "operation";
    const field = byte & FIELD_MASK;
    const width = rules.widths[field];
    if (width === undefined || (seen >> field) & 1) return "field";
    seen |= 1 << field;
    offset += 1 + width;
  }
  return offset <= frame.length ? offset : "length";
}

/** What is wrong with the inputs of a frame, and otherwise in `ends` where each of them ends. */
function inputsFault(frame: Uint8Array, rules: FrameRules, ends: number[]): string | null {
  ends.length = 0;
  for (let at = 0; at < frame.length; ) {
    if (ends.length === MOST_INPUTS) return "inputs";
    const end = inputEnd(frame, at, rules);
    if (typeof end === "string") return end;
    ends.push(end);
    at = end;
  }
  return null;
}

/** Where the inputs end of the frame that was looked at last; empty for a frame of another kind. */
const ends: number[] = [];

/**
 * What is wrong with a frame, or null when the framework may have it.
 * @param rules null for a room that takes no inputs
 */
export function frameFault(frame: Uint8Array, rules: FrameRules | null): string | null {
  ends.length = 0;
  const first = frame[0];
  if (first === undefined) return "empty frame";
  const code = first & CODE_MASK;
  const modifiers = first & MODIFIER_MASK;
  if (!CODES.has(code)) return `code ${code}`;
  if (code !== Protocol.ROOM_INPUT_RELIABLE) {
    if (modifiers !== 0) return "modifier";
    return code === Protocol.ROOM_DATA ? messageFault(frame, rules?.messages ?? {}) : null;
  }
  if (rules === null) return "input where none is taken";
  return inputsFault(frame, rules, ends);
}

type OnMessage = (this: Room, client: Client, frame: Buffer) => unknown;

/** Marks the wrapped method, so that a reload of the server's code does not wrap it twice. */
const GUARDED = Symbol.for("crosswire.frameGuard");

/** `WebSocket.OPEN`, as which a client's `readyState` reads while nobody has said CLOSE. */
const OPEN = 1;

function isOpen(client: Client): boolean {
  return (client as unknown as { readyState: number }).readyState === OPEN;
}

/**
 * Puts the guard in front of every room of this process. Frames that fail go to `onFault` and nowhere else.
 * Wraps the private `Room._onMessage`, which is where every frame of a joined client arrives.
 *
 * Whoever is told to go because of a frame loses the seat with it. `client.leave`, which Colyseus too calls for messages that
 * it cannot decode, only asks: ws waits 30 s for the answer and goes on reading, and a client that gives none plays on, is
 * then taken for a lost connection, and may come back.
 */
export function installFrameGuard(onFault: (room: Room, client: Client, fault: string) => void): void {
  const prototype = Room.prototype as unknown as { _onMessage: OnMessage & { [GUARDED]?: OnMessage } };
  const inner = prototype._onMessage[GUARDED] ?? prototype._onMessage;
  const guarded: OnMessage & { [GUARDED]?: OnMessage } = function (client, frame) {
    const { frames } = this.constructor as { frames?: FrameRules };
    const fault = frameFault(frame ?? new Uint8Array(0), frames ?? null);
    const wasOpen = isOpen(client);
    if (fault !== null) onFault(this, client, fault);
    else if (ends.length < MOST_INPUTS) inner.call(this, client, frame);
    else {
      const [end] = ends;
      inner.call(this, client, frame.subarray(0, end));
      inner.call(this, client, frame.subarray(end));
    }
    if (wasOpen && !isOpen(client)) this.kickClient(client.sessionId, CLOSE.framework.code);
  };
  guarded[GUARDED] = inner;
  prototype._onMessage = guarded;
}
