/**
 * What the process does about errors that nobody caught. One that a room's shield has reported, or that belongs to a
 * single peer, is logged and survived. After any other the state of the process is unknown: it says so, gives what is
 * known to the disk and ends with 1.
 */
import { ServerError } from "@colyseus/core";
import { wasShielded } from "./exceptionShield.ts";
import { log } from "./log.ts";

/** Milliseconds that the last flush may take. */
const FLUSH_MS = 2000;

/** What the operating system says when a peer has gone. */
const PEER_GONE = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "ECONNABORTED"]);

/** Whether an error is known to hurt one room or one peer only. */
export function isOurs(error: unknown): boolean {
  if (wasShielded(error) || error instanceof ServerError) return true;
  return PEER_GONE.has((error as NodeJS.ErrnoException | null)?.code ?? "");
}

/**
 * Answers for this process from now on.
 * @param flush hands everything that is known to the disk
 */
export function guardProcess(flush: () => Promise<void>): void {
  let dying = false;
  const die = (what: string, error: unknown): void => {
    log.fatal({ err: error }, what);
    if (dying) return;
    dying = true;
    const end = (): never => process.exit(1);
    setTimeout(end, FLUSH_MS);
    flush().then(end, end);
  };
  process.on("unhandledRejection", (error) => {
    if (isOurs(error)) log.error({ err: error }, "rejection that nobody handled");
    else die("rejection that nobody handled, the server stops", error);
  });
  process.on("uncaughtException", (error) => {
    if (isOurs(error)) log.error({ err: error }, "exception that nobody handled");
    else die("exception that nobody handled, the server stops", error);
  });
}
