import { type Client, getMessageBytes, Protocol } from "@colyseus/core";
import { packTidings } from "../../shared/tidings.ts";
import type { MatchEvent } from "../match/index.ts";
import { type Sight, type Tidings, tidingsFor } from "../sight/index.ts";

/** What is needed of a room's clients. */
type Listener = Pick<Client, "sessionId" | "enqueueRaw">;

const AFTER_PATCH = { afterNextPatch: true } as const;

function pack({ type, data }: Tidings): Uint8Array {
  return getMessageBytes.raw(Protocol.ROOM_DATA, type, packTidings(type, data));
}

/** Sounds as they travel: few, and the same ones come again and again (server/sight/news.ts). */
const sounds = new Map<Tidings, Uint8Array>();

function packSound(sound: Tidings): Uint8Array {
  let bytes = sounds.get(sound);
  if (bytes === undefined) {
    bytes = pack(sound);
    sounds.set(sound, bytes);
  }
  return bytes;
}

/** Sends an event to those of its audience who perceive it, right after the patch that carries the state it speaks of. */
export function tell(event: MatchEvent, sight: Sight, clients: Iterable<Listener>): void {
  const { to } = event;
  /** The event as it is, encoded once for all who are told just that. */
  let whole: Uint8Array | null = null;
  for (const client of clients) {
    const id = client.sessionId;
    if ("only" in to ? id !== to.only : "except" in to && id === to.except) continue;
    const tidings = tidingsFor(sight, id, event);
    if (tidings === null) continue;
    let bytes: Uint8Array;
    if (tidings === event) {
      whole ??= pack(tidings);
      bytes = whole;
    } else bytes = tidings.type === "heard" ? packSound(tidings) : pack(tidings);
    client.enqueueRaw(bytes, AFTER_PATCH);
  }
}
