import { seconds } from "../../shared/content/index.ts";
import type { Command } from "../../shared/sim/index.ts";

/** Seconds of warning before somebody idle loses what they hold; half of the whole time when that is short. */
const WARNING_S = 20;

/** What the watch does to a player. */
export interface IdleActions {
  /** Says how many seconds are left, once a second; null takes the warning back. */
  warn(id: string, secondsLeft: number | null): void;
  remove(id: string): void;
}

/**
 * Finds people who hold a drone or a seat and do nothing. Counts ticks of the room, so a slow server does not make anybody idle;
 * what counts as doing something is in the commands, so a stream of empty inputs does not.
 */
export interface IdleWatch {
  /** A player is connected: for a join, and for a return, which goes on where the loss interrupted. */
  open(id: string): void;
  /** The connection is lost; the time until it is back does not count. */
  pause(id: string): void;
  close(id: string): void;
  /**
   * A command of a player was taken.
   * @param settled whether a new aim is the player's doing: after a respawn the place of the drone changes it too
   */
  heard(id: string, command: Readonly<Command>, settled: boolean): void;
  /** A player did something else that only people do, such as voting. */
  noticed(id: string): void;
  /** Once a tick. */
  step(): void;
}

interface Watched {
  quietTicks: number;
  paused: boolean;
  warned: boolean;
  /** Of the last command; null before the first. */
  aim: number | null;
  pick: number | null;
}

/** @param limitSeconds time without real input after which a player is removed; 0 for never */
export function createIdleWatch(limitSeconds: number, actions: IdleActions): IdleWatch {
  const limit = seconds(limitSeconds);
  const warning = Math.min(seconds(WARNING_S), Math.floor(limit / 2));
  const watched = new Map<string, Watched>();

  const isActive = (player: Watched, command: Readonly<Command>, settled: boolean): boolean =>
    command.mx !== 0 ||
    command.my !== 0 ||
    command.buttons !== 0 ||
    (settled && player.aim !== null && command.aim !== player.aim) ||
    (player.pick !== null && command.pick !== player.pick);

  const wake = (player: Watched, id: string): void => {
    player.quietTicks = 0;
    if (!player.warned) return;
    player.warned = false;
    actions.warn(id, null);
  };

  const stepOne = (player: Watched, id: string): void => {
    if (player.paused) return;
    player.quietTicks += 1;
    const left = limit - player.quietTicks;
    if (left <= 0) {
      watched.delete(id);
      actions.remove(id);
    } else if (left <= warning && (!player.warned || left % seconds(1) === 0)) {
      player.warned = true;
      actions.warn(id, Math.ceil(left / seconds(1)));
    }
  };
  return {
    open(id) {
      const player = watched.get(id);
      if (player !== undefined) player.paused = false;
      else if (limit > 0)
        watched.set(id, { quietTicks: 0, paused: false, warned: false, aim: null, pick: null });
    },
    pause(id) {
      const player = watched.get(id);
      if (player !== undefined) player.paused = true;
    },
    close(id) {
      watched.delete(id);
    },
    heard(id, command, settled) {
      const player = watched.get(id);
      if (player === undefined) return;
      const active = isActive(player, command, settled);
      player.aim = command.aim;
      player.pick = command.pick;
      if (active) wake(player, id);
    },
    noticed(id) {
      const player = watched.get(id);
      if (player !== undefined) wake(player, id);
    },
    step() {
      watched.forEach(stepOne);
    },
  };
}
