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

/** ms until the server is asked again when it has not said what it plays: at first, and at most. */
const ASK_AGAIN_MS = 1000;
const ASK_AGAIN_MOST_MS = 30_000;

async function askModes(): Promise<readonly string[] | null> {
  try {
    const answer = await fetch(OFFER_PATH);
    const offer = safeParse(OfferSchema, await answer.json());
    return offer.success ? offer.output.modes : null;
  } catch {
    return null;
  }
}

/** Keys of the modes that the server plays; it is asked, ever less often, until it says. */
export async function fetchModes(): Promise<readonly string[]> {
  for (let wait = ASK_AGAIN_MS; ; wait = Math.min(wait * 2, ASK_AGAIN_MOST_MS)) {
    const modes = await askModes();
    if (modes !== null) return modes;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
