import { type Client, getMessageBytes, Protocol } from "@colyseus/core";
import { packTidings } from "../../shared/tidings.ts";
import type { MatchEvent } from "../match/index.ts";
import { type Sight, type Tidings, tidingsFor } from "../sight/index.ts";

/** What is needed of a room's clients. */
type Listener = Pick<Client, "sessionId" | "enqueueRaw">;

const AFTER_PATCH = { afterNextPatch: true } as const;

/** Tidings as they travel: encoded once, whoever is told the same. */
const encoded = new WeakMap<Tidings, Uint8Array>();

function bytesOf(tidings: Tidings): Uint8Array {
  let bytes = encoded.get(tidings);
  if (bytes === undefined) {
    const { type, data } = tidings;
    bytes = getMessageBytes.raw(Protocol.ROOM_DATA, type, packTidings(type, data));
    encoded.set(tidings, bytes);
  }
  return bytes;
}

/** Sends an event to those of its audience who perceive it, right after the patch that carries the state it speaks of. */
export function tell(event: MatchEvent, sight: Sight, clients: Iterable<Listener>): void {
  const { to } = event;
  for (const client of clients) {
    const id = client.sessionId;
    if ("only" in to ? id !== to.only : "except" in to && id === to.except) continue;
    const tidings = tidingsFor(sight, id, event);
    if (tidings !== null) client.enqueueRaw(bytesOf(tidings), AFTER_PATCH);
  }
}
