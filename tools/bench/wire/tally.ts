/** Sorts what went over a WebSocket by what it was for. */
import { Protocol } from "@colyseus/core";
import { BINARY, type Frame, PING, PONG, type Tapped, TEXT } from "../../wire/index.ts";

/** What bytes are for. `stamps` are the time and the acknowledgement that Colyseus puts before each patch. */
export const KINDS = ["state", "stamps", "events", "inputs", "pings", "other", "framing"] as const;
export type Kind = (typeof KINDS)[number];
export type Tally = Record<Kind, number>;

/** Bytes of the time and the acknowledgement in a frame that has them. */
const STAMP = 8;
/** The bit of a frame's code that says that it has them. */
const TIMED = 0x80;

export function emptyTally(): Tally {
  return Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Tally;
}

/** Everything together. */
export function bytesOf(tally: Tally): number {
  return KINDS.reduce((sum, kind) => sum + tally[kind], 0);
}

/** What a message of Colyseus is for; its first byte says what it is. */
function kindOfColyseus(code: number): Kind {
  switch (code & 0x7f) {
    case Protocol.ROOM_STATE:
    case Protocol.ROOM_STATE_PATCH:
      return "state";
    case Protocol.ROOM_DATA:
    case Protocol.ROOM_DATA_BYTES:
      return "events";
    case Protocol.ROOM_INPUT_RELIABLE:
    case Protocol.ROOM_INPUT_UNRELIABLE:
      return "inputs";
    case Protocol.PING:
      return "pings";
    default:
      return "other";
  }
}

/** What a frame is for, where the payload tells it: Colyseus' do, those of others are told by their direction. */
export type Sort = (frame: Frame) => Kind;

export const BY_COLYSEUS: Sort = ({ payload }) => kindOfColyseus(payload[0] ?? 0);

/** Adds a frame. */
export function count(tally: Tally, frame: Frame, sort: Sort): void {
  const { opcode, payload, headerBytes } = frame;
  if (opcode === PING || opcode === PONG) {
    tally.pings += headerBytes + payload.length;
    return;
  }
  tally.framing += headerBytes;
  if (opcode !== BINARY && opcode !== TEXT) {
    tally.other += payload.length;
    return;
  }
  const kind = sort(frame);
  const stamp = kind === "state" && sort === BY_COLYSEUS && (payload[0]! & TIMED) !== 0 ? STAMP : 0;
  tally.stamps += stamp;
  tally[kind] += payload.length - stamp;
}

/** Bytes a second and player, each way. */
export interface Traffic {
  readonly down: Tally;
  readonly up: Tally;
}

/** How to tell the frames of one side from those of the other. */
export interface Sorts {
  readonly down: Sort;
  readonly up: Sort;
}

/**
 * Counts what goes over some sockets while time passes.
 * @param passing ends when it was long enough
 */
export async function trafficDuring(
  sockets: readonly Tapped[],
  sorts: Sorts,
  passing: () => Promise<unknown>,
): Promise<Traffic> {
  const marks = sockets.map(({ client, server }) => ({
    up: client.frames.length,
    down: server.frames.length,
  }));
  const began = performance.now();
  await passing();
  const seconds = (performance.now() - began) / 1000;
  const down = emptyTally();
  const up = emptyTally();
  sockets.forEach(({ client, server }, i) => {
    for (const frame of server.frames.slice(marks[i]!.down)) count(down, frame, sorts.down);
    for (const frame of client.frames.slice(marks[i]!.up)) count(up, frame, sorts.up);
  });
  for (const tally of [down, up]) for (const kind of KINDS) tally[kind] /= seconds * sockets.length;
  return { down, up };
}
