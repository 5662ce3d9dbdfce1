import { readFileSync } from "node:fs";
import { joinArena, type Session, type WorldEvent } from "../../client/net/index.ts";
import { type Arena, readTiled } from "../../shared/arena/index.ts";
import type { Command } from "../../shared/sim/index.ts";

/** A player without a screen: the game's own session, driven by a timer in place of a browser's frames. */
export interface Player {
  readonly session: Session;
  readonly events: WorldEvent[];
  /** Commands that were made so far, one a tick unless the line hangs. */
  readonly commands: number;
  /** What the next ticks wish for; change it at will. */
  readonly wish: Command;
  /** Frames until a condition holds; rejects after `seconds`. */
  until(condition: () => boolean, what: string, seconds?: number): Promise<void>;
  /**
   * Has a look right after each frame.
   * @returns the way to stop it
   */
  onFrame(look: () => void): () => void;
  /** Just lets time pass. */
  wait(seconds: number): Promise<void>;
  leave(): Promise<void>;
}

/** Milliseconds between two frames; a little less than a tick, like a screen of 72 Hz. */
const FRAME_MS = 14;

/** Reads a map from the repository; a browser fetches it. */
export async function readArena(name: string): Promise<Arena> {
  const file = new URL(`../../assets/maps/${name}.tmj`, import.meta.url);
  return readTiled(name, JSON.parse(readFileSync(file, "utf8")));
}

/** Joins a match and keeps its frames coming. */
export async function joinPlayer(endpoint: string, name: string, roomId?: string): Promise<Player> {
  const join = { endpoint, name, loadArena: readArena };
  const session = await joinArena(roomId === undefined ? join : { ...join, roomId });
  const events: WorldEvent[] = [];
  const wish: Command = { mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 };
  const looks = new Set<() => void>();
  session.onEvent((event) => events.push(event));
  let commands = 0;
  const frames = setInterval(() => {
    session.frame(performance.now(), (command) => {
      commands += 1;
      Object.assign(command, wish);
    });
    for (const look of looks) look();
  }, FRAME_MS);

  const player: Player = {
    session,
    events,
    get commands() {
      return commands;
    },
    wish,
    until: (condition, what, seconds = 10) =>
      new Promise((resolve, reject) => {
        const began = performance.now();
        const look = setInterval(() => {
          if (condition()) {
            clearInterval(look);
            resolve();
          } else if (performance.now() - began > seconds * 1000) {
            clearInterval(look);
            reject(new Error(`${name} waited ${seconds} s for ${what}`));
          }
        }, 5);
      }),
    onFrame(look) {
      looks.add(look);
      return () => looks.delete(look);
    },
    wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    async leave() {
      clearInterval(frames);
      await session.leave();
    },
  };
  await player.until(() => session.world.self !== null, "its drone");
  return player;
}
