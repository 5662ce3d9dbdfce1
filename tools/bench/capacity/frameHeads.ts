/** Bytes of a payload that are looked at: opcode, server time and acknowledgement of a patch, or what a ping carries. */
const LOOKED_AT = 10;

/** Where the frames of a stream begin and what they begin with; whatever follows is passed over without a copy. */
export interface FrameHeads {
  push(bytes: Uint8Array, length: number): void;
}

/** @param see told of each frame: its opcode and the first bytes of its payload, which are good only during the call */
export function createFrameHeads(see: (opcode: number, payload: Uint8Array) => void): FrameHeads {
  const head = new Uint8Array(14 + LOOKED_AT);
  let have = 0;
  let skip = 0;

  /** Bytes of header, once there are enough to tell. */
  const headerLength = (): number => {
    if (have < 2) return 2;
    const short = head[1]! & 0x7f;
    return short === 126 ? 4 : short === 127 ? 10 : 2;
  };
  const payloadLength = (): number => {
    const short = head[1]! & 0x7f;
    if (short < 126) return short;
    if (short === 126) return (head[2]! << 8) | head[3]!;
    return head[6]! * 2 ** 24 + ((head[7]! << 16) | (head[8]! << 8) | head[9]!);
  };
  return {
    push(bytes, length) {
      let at = 0;
      while (at < length) {
        if (skip > 0) {
          const passed = Math.min(skip, length - at);
          skip -= passed;
          at += passed;
          continue;
        }
        head[have++] = bytes[at++]!;
        const header = headerLength();
        if (have < header) continue;
        const payload = payloadLength();
        const looked = Math.min(payload, LOOKED_AT);
        if (have < header + looked) continue;
        skip = payload - looked;
        have = 0;
        see(head[0]! & 0xf, head.subarray(header, header + looked));
      }
    },
  };
}
