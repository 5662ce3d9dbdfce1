/**
 * What the frames of the server begin with, for those who read no further: a code, and before the body of a patch the
 * server's time and the number of the last input that was worked off (@colyseus/shared-types, Protocol).
 */
import { CODE_MASK, MODIFIER_TIMED } from "../../shared/inputFrames.ts";

/** Where the two stand, of four bytes each. */
const TIME_AT = 1;
const ACKNOWLEDGED_AT = 5;

/** Bytes of a head with time and acknowledgement. */
export const TIMED_HEAD = 9;

/** What kind of frame it is, a `Protocol` of Colyseus. */
export function codeOf(frame: Uint8Array): number {
  return frame[0]! & CODE_MASK;
}

/** Whether time and acknowledgement follow the code. */
export function isTimed(frame: Uint8Array): boolean {
  return (frame[0]! & MODIFIER_TIMED) !== 0 && frame.byteLength >= TIMED_HEAD;
}

function uint32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16)) + bytes[at + 3]! * 2 ** 24;
}

/** The server's time in ms, of a timed frame. */
export function serverMsOf(frame: Uint8Array): number {
  return uint32(frame, TIME_AT);
}

/** How many inputs of the connection the server is through with, of a timed frame. */
export function acknowledgedOf(frame: Uint8Array): number {
  return uint32(frame, ACKNOWLEDGED_AT);
}
