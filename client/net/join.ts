import { Client, type Room } from "@colyseus/sdk";
import type { Arena } from "../../shared/arena/index.ts";
import {
  ANY_MODE,
  ARENA_ROOM,
  type JoinOptions,
  MODE_NOT_PLAYED,
  OUTDATED,
  PROTOCOL_VERSION,
} from "../../shared/protocol.ts";
import { ArenaState } from "../../shared/state/index.ts";
import { installForgetfulMaps } from "./forgetfulMaps.ts";
import { createSession } from "./session.ts";
import type { Session } from "./world.ts";

/** Put in by the bundler (vite.config.ts); players without a page have none. */
declare const __BUILD__: string | undefined;

/** What this client was built from; the server turns away one that is not its own. */
export const BUILD = typeof __BUILD__ === "string" ? __BUILD__ : "";

/** Why there is no seat; the words for it are in client/words. */
export type JoinFailure = "unreachable" | "outdated" | "refused" | "mode" | "crowd" | "full" | "gone";

/** A seat could not be had; `retry` is whether trying again may help. */
export class JoinError extends Error {
  override name = "JoinError";
  readonly why: JoinFailure;
  readonly retry: boolean;

  constructor(why: JoinFailure, retry: boolean, options?: ErrorOptions) {
    super(`no seat: ${why}`, options);
    this.why = why;
    this.retry = retry;
  }
}

export interface ArenaJoin {
  /** Where the server is, such as `https://example.org`. */
  readonly endpoint: string;
  /** A nickname that passes `NameSchema`. */
  readonly name: string;
  /** Key of the one mode that is wanted; without it the rooms go through all of them by vote. */
  readonly mode?: string;
  /** Brings the map of a name; the browser fetches it, a test reads the file. */
  readonly loadArena: (name: string) => Promise<Arena>;
  /** A certain room instead of any that has a place. */
  readonly roomId?: string;
}

/** Answers to a join that was refused: the edge's HTTP statuses, and codes of Colyseus' matchmaking. */
const REFUSED = { page: 403, tooMany: 429, roomGone: 522, auth: 525 } as const;

/** Reasons of the server that have words of their own. */
const REASONS: Readonly<Record<string, JoinFailure>> = { [OUTDATED]: "outdated", [MODE_NOT_PLAYED]: "mode" };

/** What Colyseus says of a room that has no place left; of one that is over, it says that it was not found. */
const IS_FULL = /is locked$|is already full/;

function explain(error: unknown): JoinError {
  const { code, message = "" } = error as { code?: number; message?: string };
  if (code === REFUSED.auth || code === REFUSED.page)
    return new JoinError(REASONS[message] ?? "refused", false, { cause: error });
  if (code === REFUSED.tooMany) return new JoinError("crowd", true, { cause: error });
  if (IS_FULL.test(message)) return new JoinError("full", true, { cause: error });
  if (code === REFUSED.roomGone) return new JoinError("gone", true, { cause: error });
  return new JoinError("unreachable", true, { cause: error });
}

/** How often, and how far apart in ms, a held seat is asked for: the server may still be noticing the loss. */
const RESUME_TRIES = 4;
const RESUME_PAUSE_MS = 400;

/** The longest, in ms, that the first state may take once the seat is ours. */
const FIRST_STATE_MS = 8000;

/** Waits for the first state; a connection that ends or stays silent before it is a failed join. */
async function firstState(room: Room<unknown, ArenaState>): Promise<void> {
  // News of a fight that was under way before this player can see it; the session listens once the map is here.
  room.onMessage("*", () => {});
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      room.onStateChange.once(() => resolve());
      room.onLeave.once((code) => reject(new Error(`closed with ${code} before the first state`)));
      timer = setTimeout(() => reject(new Error("no first state")), FIRST_STATE_MS);
    });
  } catch (error) {
    room.reconnection.enabled = false;
    room.connection.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function begin(room: Room<unknown, ArenaState>, join: Pick<ArenaJoin, "loadArena">): Promise<Session> {
  installForgetfulMaps();
  await firstState(room);
  return createSession(room, await join.loadArena(room.state.arena), join.loadArena);
}

/**
 * Comes back to a seat that is still held, as after a reload of the page.
 * @param seat `Session.seat` of the session before
 * @throws JoinError when the seat is gone
 */
export async function resumeArena(join: Omit<ArenaJoin, "name" | "roomId">, seat: string): Promise<Session> {
  const client = new Client(join.endpoint);
  for (let tried = 1; ; tried++) {
    try {
      return await begin(await client.reconnect<ArenaState>(seat, ArenaState), join);
    } catch (error) {
      if (tried === RESUME_TRIES) throw explain(error);
      await new Promise((resolve) => setTimeout(resolve, RESUME_PAUSE_MS));
    }
  }
}

/**
 * Takes a seat and waits for the first state.
 * @throws JoinError when there is no seat to be had
 */
export async function joinArena(join: ArenaJoin): Promise<Session> {
  const client = new Client(join.endpoint);
  const { name, mode = ANY_MODE } = join;
  const options: JoinOptions = { name, mode, protocol: PROTOCOL_VERSION, build: BUILD };
  try {
    const room =
      join.roomId === undefined
        ? await client.joinOrCreate<ArenaState>(ARENA_ROOM, options, ArenaState)
        : await client.joinById<ArenaState>(join.roomId, options, ArenaState);
    return await begin(room, join);
  } catch (error) {
    throw explain(error);
  }
}
