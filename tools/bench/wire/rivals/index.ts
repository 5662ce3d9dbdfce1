/** Ways of bringing the same fight to its players, each with its own server and client. */
import { COLYSEUS_FLOATS, CROSSWIRE } from "./colyseus.ts";
import { JSON_SNAPSHOTS, MESSAGE_PACK_SNAPSHOTS } from "./plainSockets.ts";
import type { Rival } from "./rival.ts";
import { SOCKET_IO } from "./socketIo.ts";

export type { Joined, Rival } from "./rival.ts";

export const RIVALS: readonly Rival[] = [
  ...[CROSSWIRE, COLYSEUS_FLOATS, MESSAGE_PACK_SNAPSHOTS, JSON_SNAPSHOTS, SOCKET_IO],
];
