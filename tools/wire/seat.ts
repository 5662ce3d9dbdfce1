import { ARENA_ROOM, PROTOCOL_VERSION } from "../../shared/protocol.ts";

/** A seat that waits a few seconds for its player's socket. */
export interface Seat {
  readonly roomId: string;
  readonly sessionId: string;
  /** Path and query of the socket. */
  readonly target: string;
  /** Host and path where the room's process is reached; null where that is the endpoint that was asked. */
  readonly publicAddress: string | null;
}

/** The server has answered that there is no seat. */
export class SeatRefused extends Error {
  override name = "SeatRefused";
  /** Of HTTP. */
  readonly status: number;
  /** The body, as it came. */
  readonly answer: string;

  constructor(status: number, answer: string) {
    super(`no seat: ${status} ${answer}`);
    this.status = status;
    this.answer = answer;
  }
}

/**
 * Asks matchmaking for a seat, as every client does before it opens a socket.
 * @param endpoint such as `http://127.0.0.1:2567`
 * @throws SeatRefused when there is none, and what `fetch` throws when nobody answers
 */
export async function reserveSeat(endpoint: string, name: string): Promise<Seat> {
  const answer = await fetch(`${endpoint}/matchmake/joinOrCreate/${ARENA_ROOM}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, protocol: PROTOCOL_VERSION }),
  });
  const body = await answer.text();
  if (!answer.ok) throw new SeatRefused(answer.status, body);
  const { processId, roomId, sessionId, publicAddress } = JSON.parse(body) as Record<
    "processId" | "roomId" | "sessionId",
    string
  > & { publicAddress?: string };
  const target = `/${processId}/${roomId}?sessionId=${sessionId}`;
  return { roomId, sessionId, target, publicAddress: publicAddress ?? null };
}
