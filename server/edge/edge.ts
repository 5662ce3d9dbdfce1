import type { Server } from "node:http";
import { matchMaker } from "@colyseus/core";
import { type GateRules, installGate } from "./gate.ts";
import { createHttpServer, type TlsPair } from "./httpServer.ts";
import { inlineSources } from "./inline.ts";
import { createLimits, type LimitSettings } from "./limits.ts";
import { createSeatTokens, signSeats } from "./seats.ts";

/** How this server meets the network. */
export interface EdgeSettings extends GateRules, LimitSettings {
  /** Null for plain HTTP, as behind a proxy. */
  readonly tls: TlsPair | null;
  /** Connections of all kinds from everywhere. */
  readonly connections: number;
  /** Signs seats; processes that share matchmaking share it. */
  readonly seatSecret: string;
}

/** Narrows Colyseus' matchmaking to what this game uses; whatever serves its routes. */
export function narrowMatchmaking(): void {
  const { controller } = matchMaker;
  // Rooms are made by joining; nobody may make one with options of their own.
  controller.exposedMethods = ["joinOrCreate", "joinById", "reconnect"];
  // Colyseus lets pages of any origin read every answer, in headers of two places. The gate permits listed origins alone.
  controller.DEFAULT_CORS_HEADERS = {} as typeof controller.DEFAULT_CORS_HEADERS;
  controller.getCorsHeaders = () => ({});
}

/**
 * Makes the server that a transport is bound to, with the gate in front of it.
 * @param seatSeconds how long a seat waits for its player
 * @param page that is served, as HTML: the scripts and styles in it are allowed, and no others
 */
export function createEdge(settings: EdgeSettings, seatSeconds: number, page: string): Server {
  const tokens = createSeatTokens(settings.seatSecret, seatSeconds);
  signSeats(tokens);
  const server = createHttpServer(settings.tls, settings.connections);
  installGate(server, settings, createLimits(settings), tokens, inlineSources(page));
  return server;
}
