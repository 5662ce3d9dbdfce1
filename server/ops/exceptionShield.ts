/**
 * Without this, an exception in a message handler, a step, a patch or a timer of one room ends the whole process
 * (Colyseus 0.18.17 lets it reach `uncaughtException`), and one in `onLeave` keeps the seat taken for ever. A shielded
 * room logs it and goes on; one that keeps failing is closed, and its players are told to find another.
 */
import { Room, type RoomException, type RoomMethodName, type RoomOptions } from "@colyseus/core";
import { CLOSE } from "../../shared/protocol.ts";
import { log } from "./log.ts";

/** Exceptions in a row, without one healthy step between them, after which a room is beyond help: half a second. */
const LAST_STRAW = 30;

/** Milliseconds between two reports of failures of one kind: copies would bury the rest of the log. */
const QUIET_MS = 10_000;

/** Errors that a room has reported already, should they come up again as a rejection that nobody handled. */
const shielded = new WeakSet<object>();

/** Whether a room has reported this error and gone on. */
export function wasShielded(error: unknown): boolean {
  return typeof error === "object" && error !== null && shielded.has(error);
}

type Source = RoomMethodName | "broadcastPatch";

/** Failures of one kind. */
interface Failures {
  inARow: number;
  reportedAt: number;
  /** Since the last report. */
  untold: number;
}

/** A room whose exceptions hurt itself at most. */
export abstract class ShieldedRoom<T extends RoomOptions> extends Room<T> {
  private readonly failures = new Map<Source, Failures>();
  private givenUp = false;

  constructor() {
    super();
    // Colyseus reports what these throw and throws it again, and then neither frees the seat nor closes the socket.
    this.onLeave = swallow(this.onLeave);
    this.onDrop = swallow(this.onDrop);
  }

  /** To be called at the end of each step that went well. */
  protected stepWentWell(): void {
    // The usual step finds nothing here, and allocates nothing.
    if (this.failures.size > 0) this.healed();
  }

  override onUncaughtException(error: RoomException, method: RoomMethodName): void {
    this.fail(method, error.cause ?? error);
  }

  /** Colyseus calls this from a timer of its own, outside of every try. */
  override broadcastPatch(): boolean {
    try {
      const changed = super.broadcastPatch();
      const failures = this.failures.get("broadcastPatch");
      if (failures !== undefined) failures.inARow = 0;
      return changed;
    } catch (error) {
      this.fail("broadcastPatch", error);
      return false;
    }
  }

  /** A healthy step says that the room lives; patches answer for themselves. */
  private healed(): void {
    for (const [source, failures] of this.failures) if (source !== "broadcastPatch") failures.inARow = 0;
  }

  private fail(source: Source, error: unknown): void {
    if (typeof error === "object" && error !== null) shielded.add(error);
    let failures = this.failures.get(source);
    if (failures === undefined) {
      failures = { inARow: 0, reportedAt: Number.NEGATIVE_INFINITY, untold: 0 };
      this.failures.set(source, failures);
    }
    failures.inARow += 1;
    failures.untold += 1;
    const now = performance.now();
    if (now - failures.reportedAt > QUIET_MS) {
      log.error({ room: this.roomId, method: source, times: failures.untold, err: error }, "room failed");
      failures.reportedAt = now;
      failures.untold = 0;
    }
    if (failures.inARow >= LAST_STRAW) this.giveUp();
  }

  private giveUp(): void {
    if (this.givenUp) return;
    this.givenUp = true;
    log.error({ room: this.roomId }, "room closed after failing again and again");
    void this.disconnect(CLOSE.roomFailed.code);
  }
}

/** A hook whose exception ends with the report that Colyseus has made of it. */
function swallow<A extends unknown[]>(
  hook: ((...args: A) => unknown) | undefined,
): ((...args: A) => Promise<void>) | undefined {
  if (hook === undefined) return undefined;
  return async (...args) => {
    try {
      await hook(...args);
    } catch {
      // Reported by onUncaughtException already.
    }
  };
}
