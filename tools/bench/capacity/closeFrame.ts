import { MOST_INPUT_BYTES } from "../../blind/index.ts";

/** Inputs that travel in one frame, as the client sends them (client/net/pairs.ts). */
export const INPUTS_A_FRAME = 2;

/** Bytes that a frame has at most: WebSocket header and mask, and the inputs. */
export const MOST_BYTES = 6 + INPUTS_A_FRAME * MOST_INPUT_BYTES;

/** A masked binary frame with a payload below 126 bytes: FIN and opcode, then MASK and length (RFC 6455 section 5.2). */
const BINARY_FRAME = 0x82;
const MASKED = 0x80;
export const HEADER = 6;

/**
 * Makes a WebSocket frame of the inputs that have been written.
 * @param end where they end
 * @param mask the four bytes of the mask
 */
export function closeFrame(out: Uint8Array, end: number, mask: Uint8Array): void {
  out[0] = BINARY_FRAME;
  out[1] = MASKED | (end - HEADER);
  for (let i = 0; i < 4; i++) out[2 + i] = mask[i]!;
  for (let i = HEADER; i < end; i++) out[i] = out[i]! ^ mask[(i - HEADER) & 3]!;
}
