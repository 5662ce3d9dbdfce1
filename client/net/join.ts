import { Client, type Room, type SeatReservation } from "@colyseus/sdk";
import type { Arena } from "../../shared/arena/index.ts";
import { ARENA_ROOM, MODE_NOT_PLAYED, OUTDATED } from "../../shared/protocol.ts";
import { ArenaState } from "../../shared/state/index.ts";
import { installForgetfulMaps } from "./forgetfulMaps.ts";
import { joinOptions, type SeatWish } from "./reserve.ts";
import { createSession } from "./session.ts";
import type { Session } from "./world.ts";

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

export interface ArenaJoin extends SeatWish {
  /** Where the server is, such as `https://example.org`. */
  readonly endpoint: string;
  /** Brings the map of a name; the browser fetches it, a test reads the file. */
  readonly loadArena: (name: string) => Promise<Arena>;
  /** A seat that `reserveSeat` was asked for with the same wish; null when there is none. */
  readonly reserved?: Promise<SeatReservation | null>;
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

/** The room of a seat that is kept; null when there is none any more, as when the player's code took too long to come. */
async function takeReserved(
  client: Client,
  reserved: Promise<SeatReservation | null>,
): Promise<Room<unknown, ArenaState> | null> {
  try {
    const seat = await reserved;
    return seat === null ? null : await client.consumeSeatReservation<ArenaState>(seat, ArenaState);
  } catch {
    return null;
  }
}

/**
 * Takes a seat and waits for the first state.
 * @throws JoinError when there is no seat to be had
 */
export async function joinArena(join: ArenaJoin): Promise<Session> {
  const client = new Client(join.endpoint);
  const options = joinOptions(join);
  try {
    const kept = join.reserved === undefined ? null : await takeReserved(client, join.reserved);
    const ask = (): Promise<Room<unknown, ArenaState>> =>
      join.roomId === undefined
        ? client.joinOrCreate<ArenaState>(ARENA_ROOM, options, ArenaState)
        : client.joinById<ArenaState>(join.roomId, options, ArenaState);
    return await begin(kept ?? (await ask()), join);
  } catch (error) {
    throw explain(error);
  }
}
