/** An attack from one address while somebody at another wants to play. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { joinPlayer, joinRaw, startServer } from "../headless/index.ts";
import type { Attack, Damage } from "./attack.ts";

/** The attack comes from here, the players from 127.0.0.1. Linux answers on all of 127.0.0.0/8. */
const ATTACKER = "127.0.0.2";

export interface FloodPlan {
  readonly dawdlers: number;
  readonly joinsPerSecond: number;
  /** Seconds before the first player joins, so that every limit is at its worst. */
  readonly before: number;
  /** Players who join, one after the other. */
  readonly players: number;
}

export interface FloodReport {
  readonly damage: Damage;
  /** Seconds that the attack lasted. */
  readonly seconds: number;
  /** From pressing Play until the own drone is there, in ms, for each player. */
  readonly joinMs: readonly number[];
  /** Patches a second of a player who was there before: without an attack, and under it. */
  readonly patches: { readonly before: number; readonly under: number };
}

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Runs a server of its own, attacks it, and joins. */
export async function runFlood(plan: FloodPlan): Promise<FloodReport> {
  const server = await startServer();
  const witness = await joinRaw(server.endpoint, "Witness");
  const pace = async (seconds: number, meanwhile: () => Promise<void>): Promise<number> => {
    const [patches, began] = [witness.patches(), performance.now()];
    await Promise.all([wait(seconds), meanwhile()]);
    return ((witness.patches() - patches) * 1000) / (performance.now() - began);
  };
  try {
    const before = await pace(1, async () => {});
    const { dawdlers, joinsPerSecond } = plan;
    const workerData: Attack = { port: server.port, from: ATTACKER, dawdlers, joinsPerSecond };
    const attacker = new Worker(new URL("./attacker.ts", import.meta.url), { workerData });
    const began = performance.now();
    const joinMs: number[] = [];
    const under = await pace(plan.before, async () => {
      await wait(plan.before);
      for (let i = 0; i < plan.players; i++) {
        const pressed = performance.now();
        const player = await joinPlayer(server.endpoint, `Player ${i}`);
        joinMs.push(performance.now() - pressed);
        await player.leave();
      }
    });
    const seconds = (performance.now() - began) / 1000;
    attacker.postMessage("end");
    const [damage] = (await once(attacker, "message")) as [Damage];
    await attacker.terminate();
    return { damage, seconds, joinMs, patches: { before, under } };
  } finally {
    await witness.leave();
    await server.stop("SIGKILL");
  }
}
