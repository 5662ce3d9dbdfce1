/**
 * The frames that inputs travel in: an opcode, the stamp of lag compensation where there is one, and the fields that have
 * changed, each with its name. A client sends on every other tick what it has pressed on two (client/net/pairs.ts): the
 * second input follows the first, and begins with its opcode, which no field has as its name.
 */

/** The opcode of an input, `Protocol.ROOM_INPUT_RELIABLE` of Colyseus, in the low bits of its first byte. */
export const INPUT_CODE = 19;
export const CODE_MASK = 0x1f;

/**
 * The bits of the first byte that are no opcode, and the one of them that says that something follows besides the body: in an
 * input a stamp, in a patch the server's time and an acknowledgement.
 */
export const MODIFIER_MASK = 0xe0;
export const MODIFIER_TIMED = 0x80;

/** Inputs that a frame may carry. */
export const MOST_INPUTS = 2;

/** Fields that an input schema may have: the byte that names the next one begins another input. */
const MOST_FIELDS = INPUT_CODE;

/** An input frame names a field by these six bits, with the two top bits saying that it is set (10). */
const FIELD_MASK = 0x3f;
const OPERATION_MASK = 0xc0;
export const OPERATION_SET = 0x80;

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

/** What the inputs of a room are made of. */
export interface InputRules {
  /** Bytes of each field of the input schema, by field index. */
  readonly widths: readonly number[];
  /** Whether inputs may carry the time stamp of lag compensation. */
  readonly stamped: boolean;
}

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

/** Where an input ends that begins at `start`, or what is wrong with it. */
function inputEnd(frame: Uint8Array, start: number, rules: InputRules): number | string {
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
    if ((byte & CODE_MASK) === INPUT_CODE) break;
    if ((byte & OPERATION_MASK) !== OPERATION_SET) return "operation";
    const field = byte & FIELD_MASK;
    const width = rules.widths[field];
    if (width === undefined || (seen >> field) & 1) return "field";
    seen |= 1 << field;
    offset += 1 + width;
  }
  return offset <= frame.length ? offset : "length";
}

/**
 * What is wrong with the inputs of a frame, or null.
 * @param ends is told where each of them ends
 */
export function inputsFault(frame: Uint8Array, rules: InputRules, ends: number[]): string | null {
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
