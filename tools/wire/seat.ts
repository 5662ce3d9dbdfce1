import { ARENA_ROOM, PROTOCOL_VERSION } from "../../shared/protocol.ts";

/** A seat that waits a few seconds for its player's socket. */
export interface Seat {
  readonly roomId: string;
  readonly sessionId: string;
  /** Path and query of the socket. */
  readonly target: string;
}

/**
 * Asks matchmaking for a seat, as every client does before it opens a socket.
 * @param endpoint such as `http://127.0.0.1:2567`
 * @throws Error with the server's answer when there is none
 */
export async function reserveSeat(endpoint: string, name: string): Promise<Seat> {
  const answer = await fetch(`${endpoint}/matchmake/joinOrCreate/${ARENA_ROOM}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, protocol: PROTOCOL_VERSION }),
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`no seat: ${answer.status} ${body}`);
  const { processId, roomId, sessionId } = JSON.parse(body) as Record<
    "processId" | "roomId" | "sessionId",
    string
  >;
  return { roomId, sessionId, target: `/${processId}/${roomId}?sessionId=${sessionId}` };
}
