/**
 * A client that opens its seat's socket and never says that it is there: Colyseus keeps every message for it and holds its
 * seat for as long as it answers pings. An honest client acknowledges within a round trip.
 */
import { type Client, ClientState, type Room } from "@colyseus/core";
import { CLOSE } from "../../shared/protocol.ts";

/** Time for the acknowledgement in ms: a slow link's round trip and a slow machine's first state. */
const ACKNOWLEDGE_MS = 5000;

/** Closes a client that does not acknowledge its join in time; to be called when it joins and when it returns. */
export function expectAcknowledgement(room: Room, client: Client): void {
  room.clock.setTimeout(() => {
    if (client.state !== ClientState.JOINING || !room.clients.includes(client)) return;
    room.kickClient(client.sessionId, CLOSE.unacknowledged.code, CLOSE.unacknowledged.reason);
  }, ACKNOWLEDGE_MS);
}
