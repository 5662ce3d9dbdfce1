/** The ways into a room. */
import { fetchArena } from "../net/arenas.ts";
import { joinArena, resumeArena, type Session } from "../net/index.ts";

export { JoinError, type Session } from "../net/index.ts";

/** The seat that is wanted. */
export interface Wanted {
  readonly name: string;
  /** Key of a mode, or `ANY_MODE`. */
  readonly mode: string;
  /** A certain room; null for any. */
  readonly roomId: string | null;
}

/** Where the server of this page is. */
export const endpoint = `${location.protocol}//${location.host}`;

/** Joins. Throws a JoinError that says why there is no seat. */
export function takeSeat({ name, mode, roomId }: Wanted): Promise<Session> {
  const join = { endpoint, name, mode, loadArena: fetchArena };
  return joinArena(roomId === null ? join : { ...join, roomId });
}

/** Comes back to a seat that is still held. Throws a JoinError when it is not. */
export function returnToSeat(seat: string): Promise<Session> {
  return resumeArena({ endpoint, loadArena: fetchArena }, seat);
}
