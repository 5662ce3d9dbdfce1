import type { Command } from "../../shared/sim/index.ts";
import { createIdleWatch, type IdleActions } from "./idle.ts";

/** A spectator may sit there for so many times as long as a player may do nothing. */
const PATIENCE = 5;

/** What happens to those who do nothing: a player becomes a spectator first, and a spectator loses the seat. */
export interface IdlerActions {
  warn: IdleActions["warn"];
  /** Takes the drone; a bot comes for it. */
  bench(id: string): void;
  /** Takes the seat. */
  remove(id: string): void;
}

/** Watches people in either part. */
export interface Idlers {
  /** A client is here, for a join or a return. */
  open(id: string, watching: boolean): void;
  pause(id: string): void;
  close(id: string): void;
  heard(id: string, command: Readonly<Command>, settled: boolean): void;
  /** Somebody sent a message, as only people do. */
  noticed(id: string): void;
  step(): void;
}

/** @param limitSeconds time without real input after which a player is benched; 0 for never */
export function createIdlers(limitSeconds: number, { warn, bench, remove }: IdlerActions): Idlers {
  const spectators = createIdleWatch(limitSeconds * PATIENCE, { warn, remove });
  const players = createIdleWatch(limitSeconds, {
    warn,
    remove(id) {
      bench(id);
      warn(id, null);
      spectators.open(id);
    },
  });
  const both = [players, spectators];
  return {
    open(id, watching) {
      const [here, there] = watching ? [spectators, players] : [players, spectators];
      there.close(id);
      here.open(id);
    },
    pause(id) {
      for (const watch of both) watch.pause(id);
    },
    close(id) {
      for (const watch of both) watch.close(id);
    },
    heard: players.heard,
    noticed(id) {
      for (const watch of both) watch.noticed(id);
    },
    step() {
      for (const watch of both) watch.step();
    },
  };
}
