/**
 * Stands in front of everything that a server answers. Colyseus puts its own listener before all others when it starts to
 * listen, answers every OPTIONS with a permission, and rejects into nowhere when a Host is malformed; so order among
 * listeners cannot keep a gate first, and this one stands before the dispatch of the events themselves.
 */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { handshakeFault, log } from "../ops/index.ts";
import { addressKey, originate, type Trust } from "./address.ts";
import { createSecurityHeaders } from "./headers.ts";
import type { InlineSources } from "./inline.ts";
import { createTally, type Limits } from "./limits.ts";
import { admitJoin, isMatchmaking } from "./matchmaking.ts";
import { isAuthority, isWelcome, type OriginRules } from "./origin.ts";
import { type Refusal, refuse, refuseUpgrade } from "./refusal.ts";
import { holdsSeat, type SeatTokens } from "./seats.ts";

export interface GateRules extends OriginRules {
  readonly trustProxy: Trust;
  readonly connectionsPerAddress: number;
}

/** Connections of all kinds that a peer may have for each socket in a game: browsers keep up to six for pages. */
const CONNECTIONS_PER_SOCKET = 4;

/** Path of a room's socket as Colyseus reads it: any prefix, the process, the room. */
const ROOM_PATH = /\/([\w-]+)\/([\w-]+)$/;

const ID = /^[\w-]{1,64}$/;

/** What a request for a WebSocket says about the seat that it wants. */
interface SeatRequest {
  readonly processId: string;
  readonly roomId: string;
  readonly sessionId: string;
  /** Null for the first socket of a seat. */
  readonly reconnectionToken: string | null;
}

function readSeatRequest(url: string): SeatRequest | null {
  const [path = "", query = ""] = url.split("?", 2);
  const match = ROOM_PATH.exec(path);
  const parameters = new URLSearchParams(query);
  const sessionId = parameters.get("sessionId") ?? "";
  if (match === null || !ID.test(sessionId)) return null;
  return {
    processId: match[1]!,
    roomId: match[2]!,
    sessionId,
    reconnectionToken: parameters.get("reconnectionToken"),
  };
}

/**
 * Puts the gate in front of a server's listeners, those of later included.
 * @param tokens proofs of the seats that matchmaking gave away
 * @param inline what stands in the page that is served
 */
export function installGate(
  server: Server,
  rules: GateRules,
  limits: Limits,
  tokens: SeatTokens,
  inline: InlineSources,
): void {
  const dispatch = server.emit.bind(server) as (event: string | symbol, ...args: unknown[]) => boolean;
  const setSecurityHeaders = createSecurityHeaders(inline);
  const peers = createTally();

  /** Whether a new connection is one too many of its peer. Behind a proxy everybody has the same peer. */
  const isTooMany = (socket: Socket): boolean => {
    const address = socket.remoteAddress ?? "";
    if (rules.trustProxy(address, 0)) return false;
    const key = addressKey(address);
    if (peers.of(key) >= rules.connectionsPerAddress * CONNECTIONS_PER_SOCKET) return true;
    peers.add(key);
    socket.once("close", () => peers.remove(key));
    return false;
  };

  const turnAway = (request: IncomingMessage, refusal: Refusal): void => {
    const { status, error } = refusal;
    log.debug({ address: request.headers["x-real-ip"], url: request.url, status, error }, "refused");
  };

  const admit = async (request: IncomingMessage, response: ServerResponse): Promise<Refusal | boolean> => {
    if (!isAuthority(request.headers.host)) return { status: 400, error: "a request has one valid Host" };
    const { key } = originate(request, rules.trustProxy);
    if (isMatchmaking(request.url ?? "")) {
      const answer = await admitJoin(request, response, key, rules, limits);
      return typeof answer === "string" ? answer === "pass" : answer;
    }
    if (request.method !== "GET" && request.method !== "HEAD")
      return { status: 405, error: "pages are only read", headers: { Allow: "GET, HEAD" } };
    return (await limits.request(key)) ?? true;
  };

  const onRequest = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const verdict = await admit(request, response);
      if (verdict === true) {
        // Not before: refusals are what a flood is made of, and have to be cheap.
        setSecurityHeaders(request, response);
        dispatch("request", request, response);
      } else if (verdict !== false) {
        turnAway(request, verdict);
        refuse(request, response, verdict);
      }
    } catch (err) {
      log.error({ err }, "request failed");
      response.destroy();
    }
  };

  const seatFault = async (request: IncomingMessage, key: string): Promise<Refusal | null> => {
    const seat = readSeatRequest(request.url ?? "");
    if (seat === null) return { status: 404, error: "there is no game here" };
    const { origin, host = "" } = request.headers;
    if (!isWelcome(origin, host, rules)) return { status: 403, error: "this page may not use this server" };
    if (seat.reconnectionToken === null) {
      if (!tokens.proves(seat.processId, seat)) return { status: 403, error: "this seat is not yours" };
      return limits.crowded(key);
    }
    if (holdsSeat(seat.roomId, seat.reconnectionToken)) return null;
    // Colyseus tells the player that the seat is gone, in words that a browser can read; an attempt like any other.
    return (await limits.join(key)) ?? limits.crowded(key);
  };

  const onUpgrade = async (request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> => {
    // What is no proper handshake is answered by the transport, as the RFC asks.
    if (handshakeFault(request) === null) {
      const ignore = (): void => {};
      socket.on("error", ignore);
      const { key } = originate(request, rules.trustProxy);
      const fault = await seatFault(request, key);
      socket.off("error", ignore);
      if (socket.destroyed) return;
      if (fault !== null) {
        turnAway(request, fault);
        refuseUpgrade(socket, fault);
        return;
      }
      limits.sockets.add(key);
      socket.once("close", () => limits.sockets.remove(key));
    }
    dispatch("upgrade", request, socket, head);
  };

  server.emit = (event: string | symbol, ...args: unknown[]): boolean => {
    switch (event) {
      case "connection": {
        const [socket] = args as [Socket];
        if (!isTooMany(socket)) return dispatch(event, socket);
        socket.destroy();
        return true;
      }
      case "request":
        void onRequest(...(args as Parameters<typeof onRequest>));
        return true;
      case "upgrade":
        onUpgrade(...(args as Parameters<typeof onUpgrade>)).catch((err: unknown) => {
          log.error({ err }, "upgrade failed");
          (args[1] as Socket).destroy();
        });
        return true;
      default:
        return dispatch(event, ...args);
    }
  };
}
