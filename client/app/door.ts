/** The ways into a room. */
import { fetchArena } from "../net/arenas.ts";
import { joinArena, resumeArena, type Session } from "../net/index.ts";
import { type Asked, endpoint } from "./asked.ts";

export { JoinError, type Session } from "../net/index.ts";

/** Joins. Throws a JoinError that says why there is no seat. */
export function takeSeat({ wish, reserved }: Asked): Promise<Session> {
  return joinArena({ ...wish, endpoint: endpoint(), loadArena: fetchArena, reserved });
}

/** Comes back to a seat that is still held. Throws a JoinError when it is not. */
export function returnToSeat(seat: string): Promise<Session> {
  return resumeArena({ endpoint: endpoint(), loadArena: fetchArena }, seat);
}
