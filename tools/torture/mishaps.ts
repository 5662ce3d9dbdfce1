import { Client, type Room } from "@colyseus/sdk";
import type { Random } from "../../shared/math/index.ts";
import { ArenaState } from "../../shared/state/index.ts";
import type { Link } from "../netlab/netlab.ts";

/** What can happen to a connection. */
export const MISHAPS = ["cut", "stall", "half-open", "black hole", "slow", "duplicate"] as const;
export type Mishap = (typeof MISHAPS)[number];

/** What became of a player after a mishap. */
export interface Fate {
  readonly mishap: Mishap;
  /** Seconds that it lasted. */
  readonly lastedS: number;
  /** False when the server refused the second connection of a duplicate. */
  readonly tookEffect: boolean;
  /** Back in the seat; gone because its time was over, as it should be. */
  readonly end: "back" | "gone";
  /** Seconds from the end of the mishap to the seat. */
  readonly returnS: number;
  readonly complaints: readonly string[];
}

/** Longest stall and slowness; they are no loss, so they may last longer than the heartbeat's patience. */
const STALL_S = 8;
/** Extra delay each way of a slow link, and its jitter, in ms. */
const SLOW = { delayMs: 150, jitterMs: 200 } as const;
/** Seconds that somebody else sits on a seat whose key was used twice. */
const DUPLICATE_S = 2;

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** How long a mishap is to last: most within the seat's time, one in ten of the losses beyond it. */
export function chooseLength(mishap: Mishap, random: Random, holdS: number): number {
  if (mishap === "stall" || mishap === "slow") return random.range(0.2, STALL_S);
  if (mishap === "half-open") return 0;
  if (mishap === "duplicate") return random.range(0.1, DUPLICATE_S);
  return random.next() < 0.1 ? holdS + random.range(6, 10) : random.range(0.1, holdS * 0.4);
}

/**
 * Lets a mishap happen and end.
 * @param seat key of the player's seat, for one who uses it twice
 * @returns whether it took effect
 */
export async function befall(
  link: Link,
  mishap: Mishap,
  lengthS: number,
  port: number,
  seat: string,
): Promise<boolean> {
  switch (mishap) {
    case "cut":
      link.cut();
      await wait(lengthS);
      link.restore();
      return true;
    case "stall":
      link.stall(lengthS * 1000);
      await wait(lengthS);
      return true;
    case "half-open":
      // What is open dies without a word; new connections work.
      link.blackhole();
      link.restore();
      return true;
    case "black hole":
      link.blackhole();
      await wait(lengthS);
      link.restore();
      return true;
    case "slow":
      link.shape(SLOW);
      await wait(lengthS);
      link.shape({ delayMs: 0, jitterMs: 0 });
      return true;
    case "duplicate":
      return duplicate(port, seat, lengthS);
  }
}

/** A second connection with the key of a seat that is in use. Returns whether the server gave it the seat. */
async function duplicate(port: number, seat: string, lengthS: number): Promise<boolean> {
  let room: Room<unknown, ArenaState> | null = null;
  try {
    room = await new Client(`http://127.0.0.1:${port}`).reconnect<ArenaState>(seat, ArenaState);
    room.reconnection.enabled = false;
    room.onMessage("*", () => {});
  } catch {
    // Refused: the player has the seat alone.
  }
  await wait(lengthS);
  room?.connection.close();
  return room !== null;
}
