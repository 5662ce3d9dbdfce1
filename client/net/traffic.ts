/** Bytes of the key that clients mask a frame with; servers do not (RFC 6455 §5.3). */
export const MASK_BYTES = 4;

/** A frame's header in bytes besides its payload and its mask (RFC 6455 §5.2). */
export function headerBytes(payload: number): number {
  if (payload < 126) return 2;
  return payload < 0x10000 ? 4 : 10;
}

/** Slices that a second is counted in. */
const SLICES = 4;
const SLICE_MS = 1000 / SLICES;

/** Adds up over the last second. */
export interface LastSecond {
  /** @param now in ms, never before the last one */
  add(amount: number, now: number): void;
  sum(now: number): number;
}

/** Allocates nothing after its start. */
export function createLastSecond(): LastSecond {
  const sums = new Float64Array(SLICES + 1);
  let slice = 0;
  const moveTo = (now: number): void => {
    const current = Math.floor(now / SLICE_MS);
    for (let i = 0; i < Math.min(current - slice, sums.length); i++) sums[(current - i) % sums.length] = 0;
    slice = Math.max(slice, current);
  };
  return {
    add(amount, now) {
      moveTo(now);
      const at = slice % sums.length;
      sums[at] = sums[at]! + amount;
    },
    sum(now) {
      moveTo(now);
      let sum = 0;
      // The slice that is not over yet is not counted.
      for (let i = 1; i <= SLICES; i++) sum += sums[(slice + sums.length - i) % sums.length]!;
      return sum;
    },
  };
}

/** Bytes on the room's socket, frames with their headers, in the last second. */
export interface Traffic {
  readonly inPerS: number;
  readonly outPerS: number;
}

/** A room's connection, as far as it is read along with. */
export interface Wire {
  readonly events: { onmessage?: ((event: MessageEvent<ArrayBuffer>) => void) | null | undefined };
  send(data: Uint8Array): void;
}

/** Reads along on a room's connection; over returns as well, for the SDK keeps the connection's two ends. */
export function watchTraffic(connection: Wire, now: () => number): Traffic {
  const incoming = createLastSecond();
  const outgoing = createLastSecond();
  const { onmessage } = connection.events;
  connection.events.onmessage = (event) => {
    const { byteLength } = event.data;
    incoming.add(byteLength + headerBytes(byteLength), now());
    onmessage?.(event);
  };
  const send = connection.send.bind(connection);
  connection.send = (data) => {
    outgoing.add(data.byteLength + headerBytes(data.byteLength) + MASK_BYTES, now());
    send(data);
  };
  return {
    get inPerS() {
      return incoming.sum(now());
    },
    get outPerS() {
      return outgoing.sum(now());
    },
  };
}
