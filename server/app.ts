/** Composition: a configuration goes in, a server comes out. */
import { existsSync, readFileSync } from "node:fs";
import { STATUS_CODES } from "node:http";
import { fileURLToPath } from "node:url";
import { defineRoom, defineServer, matchMaker } from "@colyseus/core";
import express, { type Application, type ErrorRequestHandler } from "express";
import { type Arena, ArenaError } from "../shared/arena/index.ts";
import { ARENA_ROOM, CLOSE, LIMITS, OFFER_PATH, type Offer } from "../shared/protocol.ts";
import { ArenaState } from "../shared/state/index.ts";
import { loadArena, loadListedArenas } from "./arenas.ts";
import type { Config } from "./config.ts";
import { addressKey, createEdge, narrowMatchmaking, preferTwins } from "./edge/index.ts";
import { prepareWays } from "./match/index.ts";
import {
  frameworkLog,
  GatedTransport,
  installBackpressure,
  installFrameGuard,
  installOneWrite,
  installQuickFields,
  installQuickFrames,
  installSteadyClients,
  log,
  refuseHalfHandshake,
  requireShortestLength,
} from "./ops/index.ts";
import { ArenaRoom, createIdentities, modesOf, type RoomSettings, type RoundResult } from "./rooms/index.ts";
import { perceptionOf } from "./sight/index.ts";

/** Where the built client lies. */
const CLIENT_DIRECTORY = fileURLToPath(new URL("../dist/client", import.meta.url));

/** Bad frames of each connection; beyond the limit it is closed. */
const strikes = new WeakMap<object, number>();

function guardFrames(): void {
  installFrameGuard((room, client, fault) => {
    const count = (strikes.get(client) ?? 0) + 1;
    strikes.set(client, count);
    if (count === 1) log.warn({ room: room.roomId, client: client.sessionId, fault }, "malformed frame");
    if (count === LIMITS.badFrames) client.leave(CLOSE.badFrame.code, CLOSE.badFrame.reason);
  });
}

function serveHealth(app: Application): void {
  app.disable("x-powered-by");
  app.get("/healthz", (_request, response) => {
    const stopping = matchMaker.state === matchMaker.MatchMakerState.SHUTTING_DOWN;
    response
      .status(stopping ? 503 : 200)
      .type("text/plain")
      .send(stopping ? "stopping\n" : "ok\n");
  });
}

/** What the menu offers: a page is built without knowing on which server it will lie. */
function serveOffer(app: Application, offer: Offer): void {
  app.get(OFFER_PATH, (_request, response) => {
    response.setHeader("Cache-Control", "no-cache");
    response.json(offer);
  });
}

/** The built client, where it was built. */
function servePages(app: Application): void {
  if (!existsSync(CLIENT_DIRECTORY)) return;
  app.use(preferTwins(CLIENT_DIRECTORY));
  app.use(
    "/assets",
    express.static(`${CLIENT_DIRECTORY}/assets`, { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  // The page names its scripts by their content: it alone has to be asked for anew each time.
  app.use(
    express.static(CLIENT_DIRECTORY, {
      setHeaders: (response) => response.setHeader("Cache-Control", "no-cache"),
    }),
  );
  // Express by itself writes a stack trace to the console for each file that somebody makes up.
  const answerShortly: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
    const { status = 500 } = error;
    if (status >= 500) next(error);
    else response.status(status).type("text/plain").send(`${STATUS_CODES[status]}\n`);
  };
  app.use(answerShortly);
}

/** A text of the built client, or nothing where none was built. */
function builtText(name: "index.html" | "build.txt"): string {
  const file = `${CLIENT_DIRECTORY}/${name}`;
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/**
 * The configured maps that are made for one of the configured modes at least.
 * @throws ArenaError when there is none
 */
function playableArenas({ arenas, modes }: Config): Arena[] {
  const loaded = arenas?.map(loadArena) ?? loadListedArenas();
  const playable = loaded.filter((arena) => modes.some((mode) => arena.modes.includes(mode)));
  if (playable.length > 0) return playable;
  const names = loaded.map(({ name }) => name).join(", ");
  throw new ArenaError(`none of the maps of ARENA (${names}) is made for MODES ${modes.join(", ")}`);
}

/** How much goes on in this process. */
export function census(): { readonly rooms: number; readonly players: number } {
  const { roomCount, ccu } = matchMaker.stats.local;
  return { rooms: roomCount, players: ccu };
}

/** What rooms would else work out in the middle of a fight: up to 16 ms in one tick, for the first to see or go somewhere. */
function prepare(arenas: readonly Arena[]): void {
  for (const arena of arenas) {
    perceptionOf(arena).prepare();
    prepareWays(arena);
  }
}

/** What everything of this server runs in: a process of its own, or Vite's, which brings port, socket and pages. */
export type Host = "own" | "vite";

/**
 * Puts the server together; the caller makes it listen.
 * @param record takes the result of each round and does not wait
 * @throws ArenaError when a configured map cannot be used, or none of them for the configured modes
 */
export function createApp(
  config: Config,
  host: Host = "own",
  record: (result: RoundResult) => void = () => {},
) {
  const settings: RoomSettings = {
    arenas: playableArenas(config),
    modes: config.modes,
    rules: config.rules,
    seats: config.seats,
    holdSeconds: config.holdSeconds,
    rewindMs: config.rewindMs,
    idleSeconds: config.idleSeconds,
    identities: createIdentities(config.unique, addressKey),
    seed: config.seed,
    drainSeconds: config.drainSeconds,
    record,
  };
  installSteadyClients();
  guardFrames();
  installOneWrite();
  installBackpressure();
  installQuickFrames();
  installQuickFields(ArenaState);
  requireShortestLength();
  narrowMatchmaking();
  const offer = { modes: modesOf(settings) };
  ArenaRoom.modes = offer.modes;
  // Players who want the same meet; those who leave it open have rooms of their own.
  const rooms = { [ARENA_ROOM]: defineRoom(ArenaRoom, { settings }).filterBy(["mode"]) };
  const serveFacts = (app: Application): void => {
    serveHealth(app);
    serveOffer(app, offer);
  };
  if (host === "vite") return defineServer({ rooms, express: serveFacts, greet: false });
  ArenaRoom.build = builtText("build.txt");
  prepare(settings.arenas);
  return defineServer({
    rooms,
    // Signals and uncaught errors are answered in server/main.ts: Colyseus would wait without a limit.
    gracefullyShutdown: false,
    transport: new GatedTransport({
      server: createEdge(config.edge, LIMITS.seatSeconds, builtText("index.html")),
      maxPayload: LIMITS.frameBytes,
      pingInterval: config.pingSeconds * 1000,
      pingMaxRetries: config.pingMisses,
    }),
    express: (app) => {
      app.use(refuseHalfHandshake);
      serveFacts(app);
      servePages(app);
    },
    logger: frameworkLog,
    greet: false,
  });
}
