import { INTERPOLATION, TICK_HZ } from "../../shared/content/index.ts";
import type { ServerMessages } from "../../shared/protocol.ts";
import type { Command } from "../../shared/sim/index.ts";
import { isPlaced, type PlayerState, placedX, placedY } from "../../shared/state/index.ts";
import { hear } from "../../shared/tidings.ts";
import { joinRaw, type RawClient } from "./raw.ts";

/** Where somebody was, as the patches told it, at a server time in ms. */
interface Sample {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/** Samples that are kept of each player: some six seconds. */
const KEPT = 200;

/** Milliseconds between two looks at what is due. */
const PUMP_MS = 4;

/**
 * A client that was taken apart and put together to cheat: it plays by the wire alone, sends as much as it likes and says
 * of the picture that it aimed at what it likes.
 */
export interface ModifiedClient {
  readonly raw: RawClient;
  /** What the next inputs say; change it at will. Asked anew for each when `think` is set. */
  readonly wish: Command;
  /** Inputs a second. */
  perSecond: number;
  /** How much older than the truth the picture is said to be, in ms. */
  lieMs: number;
  /** Called before each input; `seq` is the number that it will have. */
  think: ((wish: Command, seq: number) => void) | null;
  readonly hits: ServerMessages["hit"][];
  /** The own drone as the server says; null before the first state and while watching. */
  self(): PlayerState | null;
  /** Where a player was so many ms before the picture that an honest screen shows now. */
  sawAt(slot: number, agoMs: number): { x: number; y: number } | null;
  /** Shots pulled in this round, by the server's own books. */
  shots(): Promise<number>;
  until(condition: () => boolean, what: string, seconds?: number): Promise<void>;
  wait(seconds: number): Promise<void>;
  leave(): Promise<void>;
}

/** Joins with it. It sends what an honest client sends until it is told otherwise. */
export async function joinModified(endpoint: string, name: string, roomId?: string): Promise<ModifiedClient> {
  const raw = await joinRaw(endpoint, name, roomId);
  const { room } = raw;
  const { clock } = room;
  const honestNow = clock.serverNow.bind(clock);
  clock.serverNow = () => honestNow() - client.lieMs;
  const input = room.input<Command>({ allowRewind: () => true, renderDelay: INTERPOLATION.leastMs });
  const trails = new Map<number, Sample[]>();
  const hits: ServerMessages["hit"][] = [];
  let statsWaiting: ((stats: ServerMessages["stats"]) => void) | null = null;
  let sent = 0;
  let pumped = performance.now();

  hear(room, "hit", (hit) => hits.push(hit));
  hear(room, "stats", (stats) => statsWaiting?.(stats));
  room.onStateChange((state) => {
    for (const player of state.players.values()) {
      if (!isPlaced(player)) continue;
      const { slot } = player;
      const trail = trails.get(slot) ?? [];
      trails.set(slot, trail);
      trail.push({ at: clock.lastServerTime(), x: placedX(player), y: placedY(player) });
      if (trail.length > KEPT) trail.shift();
    }
  });
  const pump = setInterval(() => {
    for (; pumped < performance.now(); pumped += 1000 / client.perSecond) {
      client.think?.(client.wish, sent + 1);
      Object.assign(input.data, client.wish);
      sent = input.send();
    }
  }, PUMP_MS);

  const client: ModifiedClient = {
    raw,
    wish: { mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 },
    perSecond: TICK_HZ,
    lieMs: 0,
    think: null,
    hits,
    self: () => room.state.players.get(room.sessionId) ?? null,
    sawAt(slot, agoMs) {
      const trail = trails.get(slot) ?? [];
      const then = honestNow() - INTERPOLATION.leastMs - clock.smoothedRtt() / 2 - agoMs;
      const after = trail.findIndex(({ at }) => at >= then);
      const [from, to] = [trail[after - 1], trail[after]];
      if (from === undefined || to === undefined) return null;
      const part = (then - from.at) / (to.at - from.at);
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    },
    async shots() {
      const slot = client.self()?.slot;
      const stats = await new Promise<ServerMessages["stats"]>((resolve) => {
        statsWaiting = resolve;
        room.send("stats", {});
      });
      const own = stats.players.find((player) => player.slot === slot);
      return own?.shots.reduce((sum, shots) => sum + shots, 0) ?? 0;
    },
    until: (condition, what, seconds = 10) =>
      new Promise((resolve, reject) => {
        const began = performance.now();
        const look = setInterval(() => {
          const late = performance.now() - began > seconds * 1000;
          if (!late && !condition()) return;
          clearInterval(look);
          if (late) reject(new Error(`${name} waited ${seconds} s for ${what}`));
          else resolve();
        }, PUMP_MS);
      }),
    wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    async leave() {
      clearInterval(pump);
      if (room.connection.isOpen) await raw.leave();
    },
  };
  await client.until(() => client.self() !== null, "its drone");
  return client;
}
