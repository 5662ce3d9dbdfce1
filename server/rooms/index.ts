/** Thin adapters from Colyseus to the match. No rules here. */
export { ArenaRoom, type RoomSettings } from "./ArenaRoom.ts";
export type { RoundResult } from "./ending.ts";
export { createIdentities } from "./identity.ts";
export { modesOf } from "./playlist.ts";
