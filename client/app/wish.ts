/** What a player wants to play: a mode that is remembered, or the room of a link. */
import { safeParse } from "valibot";
import { ANY_MODE, JoinSchema, OFFER_PATH, OfferSchema } from "../../shared/protocol.ts";
import { recall, remember } from "../settings/index.ts";

/** `#r/CODE`, as `linkTo` writes it. */
const ROOM_HASH = /^#r\/([\w-]{1,64})$/;

/** The room that an address leads to, or null. */
export function roomIn(hash: string): string | null {
  return ROOM_HASH.exec(hash)?.[1] ?? null;
}

/** The address that leads to a room. */
export function linkTo(roomId: string, page: Pick<Location, "origin" | "pathname">): string {
  return `${page.origin}${page.pathname}#r/${roomId}`;
}

/** The mode that was wanted last. */
export function recallMode(): string {
  const recalled = safeParse(JoinSchema.entries.mode, recall("mode") ?? ANY_MODE);
  return recalled.success ? recalled.output : ANY_MODE;
}

export function rememberMode(mode: string): void {
  remember("mode", mode);
}

/** Keys of the modes that the server plays; none when it does not say. */
export async function fetchModes(): Promise<readonly string[]> {
  try {
    const answer = await fetch(OFFER_PATH);
    const offer = safeParse(OfferSchema, await answer.json());
    return offer.success ? offer.output.modes : [];
  } catch {
    return [];
  }
}
