/**
 * Proofs of a seat. Colyseus opens a socket into a seat for whoever knows its session id, and players' session ids
 * are no secret: they are keys of the state. The edge wants more: a token that matchmaking signed for that very seat and
 * that dies with its reservation, or the reconnection token of a seat that is held.
 *
 * The stock SDK carries our token because it copies `processId` from matchmaking's answer into the socket's path, and
 * the server ignores everything there but the room's id.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { matchMaker, Room } from "@colyseus/core";

/** Bytes of the HMAC-SHA-256 that travel; RFC 2104 section 5 allows half of it, 128 bits. */
const MAC_BYTES = 16;

/** Bytes of the time in ms at which the token dies. */
const EXPIRY_BYTES = 6;

/** Characters of a token: 22 bytes in base64url (RFC 4648 section 5). */
const TOKEN_LENGTH = 30;

/** Which seat of which room. */
export interface Seat {
  readonly roomId: string;
  readonly sessionId: string;
}

export interface SeatTokens {
  /** A token for a seat, good until its reservation ends. */
  sign(seat: Seat, now?: number): string;
  /** Whether a text ends in a token for this seat that still lives. */
  proves(text: string, seat: Seat, now?: number): boolean;
}

/**
 * @param secret known to every process that shares the matchmaking
 * @param seconds how long a seat waits for its player
 */
export function createSeatTokens(secret: string, seconds: number): SeatTokens {
  const macOf = (expiry: Buffer, { roomId, sessionId }: Seat): Buffer =>
    createHmac("sha256", secret)
      .update(expiry)
      .update(`${roomId}/${sessionId}`)
      .digest()
      .subarray(0, MAC_BYTES);
  return {
    sign(seat, now = Date.now()) {
      const expiry = Buffer.alloc(EXPIRY_BYTES);
      expiry.writeUIntBE(now + seconds * 1000, 0, EXPIRY_BYTES);
      return Buffer.concat([expiry, macOf(expiry, seat)]).toString("base64url");
    },
    proves(text, seat, now = Date.now()) {
      const bytes = Buffer.from(text.slice(-TOKEN_LENGTH), "base64url");
      if (bytes.length !== EXPIRY_BYTES + MAC_BYTES) return false;
      const expiry = bytes.subarray(0, EXPIRY_BYTES);
      if (!timingSafeEqual(bytes.subarray(EXPIRY_BYTES), macOf(expiry, seat))) return false;
      return expiry.readUIntBE(0, EXPIRY_BYTES) >= now;
    },
  };
}

type Invoke = typeof matchMaker.controller.invokeMethod;

/** Marks the wrapped method, so that a reload of the server's code does not wrap it twice. */
const SIGNING = Symbol.for("crosswire.seatTokens");

/** Makes matchmaking sign the seats that it gives away: `processId` becomes `<processId>-<token>`. */
export function signSeats(tokens: SeatTokens): void {
  const { controller } = matchMaker;
  const marked: Invoke & { [SIGNING]?: Invoke } = controller.invokeMethod;
  const inner = marked[SIGNING] ?? marked;
  const signing: Invoke & { [SIGNING]?: Invoke } = async function (this: typeof controller, ...asked) {
    const seat: Seat & { processId: string } = await inner.apply(this, asked);
    return { ...seat, processId: `${seat.processId}-${tokens.sign(seat)}` };
  };
  signing[SIGNING] = inner;
  controller.invokeMethod = signing;
}

/** What Colyseus keeps of seats that wait for their player's return, by reconnection token. */
interface HeldSeats {
  readonly _reconnections: Readonly<Record<string, readonly [sessionId: string, ...unknown[]]>>;
}

/** Whose seat a reconnection token is for; reads only, unlike Colyseus' own check, which closes connections. */
function sessionOf(room: Room, token: string): string | undefined {
  const { _reconnections: held } = room as unknown as HeldSeats;
  if (Object.hasOwn(held, token)) return held[token]?.[0];
  return room.clients.find((client) => client.reconnectionToken === token)?.sessionId;
}

/** Whether a reconnection token is good for a seat of this process, held or not yet known to be lost. */
export function holdsSeat(roomId: string, token: unknown): boolean {
  const room = matchMaker.getLocalRoomById(roomId);
  // Colyseus looks rooms up in a plain object, which also "has" a `constructor` and a `__proto__`.
  if (!(room instanceof Room) || typeof token !== "string") return false;
  const sessionId = sessionOf(room, token);
  return sessionId !== undefined && room.hasReservedSeat(sessionId, token);
}
