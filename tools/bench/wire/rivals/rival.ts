import type { Command } from "../../../../shared/sim/index.ts";
import type { Fight } from "../movement.ts";
import type { Sorts } from "../tally.ts";

/** A server that tells a fight to some clients. */
export interface Serving {
  readonly port: number;
}

/** A client that is told of it, and tells what its player presses. */
export interface Joined {
  send(command: Command, seq: number): void;
  leave(): void;
}

/** One way of bringing a fight to its players. */
export interface Rival {
  readonly name: string;
  /** What it does, for the table. */
  readonly says: string;
  /** Runs in the server's process; tells 30 times a second once somebody is there. */
  serve(fight: Fight): Promise<Serving>;
  join(endpoint: string, index: number): Promise<Joined>;
  readonly sorts: Sorts;
}

/** Of rivals that speak for themselves only: what comes down is state, what goes up are inputs. */
export const BY_DIRECTION: Sorts = { down: () => "state", up: () => "inputs" };

/**
 * Calls back at a steady pace: each time by its own deadline, so that lateness does not add up.
 * @returns ends it
 */
export function everyMs(ms: number, work: () => void): () => void {
  const began = performance.now();
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    turn += 1;
    timer = setTimeout(next, Math.max(0, began + turn * ms - performance.now()));
    work();
  };
  next();
  return () => clearTimeout(timer);
}
