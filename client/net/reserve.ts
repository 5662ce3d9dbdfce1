/** Asks for a seat before the code is here that takes it, so that the server's answer costs no time of its own. Small: it comes with the menu. */
import type { SeatReservation } from "@colyseus/sdk";
import { ANY_MODE, ARENA_ROOM, type JoinOptions, PROTOCOL_VERSION } from "../../shared/protocol.ts";
import { BUILD } from "./build.ts";

/** Which seat is wanted. */
export interface SeatWish {
  /** A nickname that passes `NameSchema`. */
  readonly name: string;
  /** Key of the one mode that is wanted; without it the rooms go through all of them by vote. */
  readonly mode?: string | undefined;
  /** A certain room instead of any that has a place. */
  readonly roomId?: string | undefined;
}

/** What the server is told of whoever wants a seat. */
export function joinOptions({ name, mode = ANY_MODE }: SeatWish): JoinOptions {
  return { name, mode, protocol: PROTOCOL_VERSION, build: BUILD };
}

/**
 * Has a seat kept for `LIMITS.seatSeconds`, as Colyseus' matchmaking does it.
 * @param endpoint where the server is, such as `https://example.org`
 * @returns null when there is none: whoever asks again the usual way is told why
 */
export async function reserveSeat(endpoint: string, wish: SeatWish): Promise<SeatReservation | null> {
  const way = wish.roomId === undefined ? `joinOrCreate/${ARENA_ROOM}` : `joinById/${wish.roomId}`;
  try {
    const answer = await fetch(`${endpoint}/matchmake/${way}`, {
      method: "POST",
      headers: { Accept: "application/json", "Content-Type": "application/json" },
      body: JSON.stringify(joinOptions(wish)),
    });
    return answer.ok ? ((await answer.json()) as SeatReservation) : null;
  } catch {
    return null;
  }
}
