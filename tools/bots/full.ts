/** A player with all that a page has: the game's own session, and the game's own bot brain before its picture. */
import "./socket.ts";
import { JoinError, joinArena, type Session } from "../../client/net/index.ts";
import { type Brain, createBrain, traitsFor } from "../../server/match/bots/index.ts";
import type { Arena } from "../../shared/arena/index.ts";
import { createRandom } from "../../shared/math/index.ts";
import type { Command } from "../../shared/sim/index.ts";
import { readArena } from "../headless/index.ts";
import { type Bot, type BotSetup, NoSeat } from "./bot.ts";
import { type Eyes, openEyes } from "./eyes.ts";
import { createGauge, type Gauge } from "./gauge.ts";
import type { Ledger } from "./ledger.ts";
import { type PlayerSocket, type SocketOwner, withOwner } from "./socket.ts";

/**
 * A bot looks at every second picture: its eyes are good for twenty looks a second (server/match/bots/perception.ts), and
 * making one is a good part of what a player costs.
 */
const FRAMES_A_LOOK = 2;

/** Read once for all players of a thread: what the brains work out about a map is kept with it. */
const arenas = new Map<string, Promise<Arena>>();

function loadArena(name: string): Promise<Arena> {
  const arena = arenas.get(name) ?? readArena(name);
  arenas.set(name, arena);
  return arena;
}

async function takeSeat(setup: BotSetup, socketOf: () => PlayerSocket | null): Promise<Session> {
  const { endpoint, name } = setup;
  try {
    return await joinArena({ endpoint, name, loadArena });
  } catch (error) {
    if (!(error instanceof JoinError)) throw error;
    const socket = socketOf();
    const { code = "", message = "" } = (error.cause ?? {}) as { code?: number | string; message?: string };
    const details = [code, message, socket?.fault].filter(Boolean).join(", ");
    throw socket?.wasTooMany
      ? new NoSeat("too many players from this address", true)
      : new NoSeat(`${error.why} (${details || "the connection ended"})`, error.why === "crowd");
  }
}

/** Joins any match. @throws NoSeat */
export async function joinFull(setup: BotSetup, ledger: Ledger): Promise<Bot> {
  const random = createRandom(setup.seed);
  let gauge: Gauge | null = null;
  let socket: PlayerSocket | null = null;
  const owner: SocketOwner = {
    opened(made) {
      socket = made;
      gauge = createGauge(ledger);
      return gauge;
    },
  };
  const session = await withOwner(owner, () => takeSeat(setup, () => socket));
  const { world } = session;
  let eyes: Eyes = openEyes(world);
  let brain: Brain = createBrain(world.arena, traitsFor(setup.skill), setup.seed);
  /** Set while the player itself is the reason for what happens to its connection. */
  let intent: "play" | "break" | "leave" = "play";
  let seat: { readonly slot: number; readonly name: string } | null = null;
  let corrections = 0;
  let frames = 0;

  session.onEvent((event) => {
    eyes.notice(event);
    if (event.type === "hurt") brain.feelHit(event.angle, event.by, eyes.surroundings.state.tick);
    else if (event.type === "kill" && event.killer === world.self?.slot && event.victim !== event.killer)
      ledger.counts.kills += 1;
    else if (event.type === "phase" && event.phase === "vote")
      session.vote(random.int(Math.max(1, world.round.choices.length)));
    else if (event.type === "arena") {
      eyes = openEyes(world);
      brain = createBrain(world.arena, traitsFor(setup.skill), setup.seed);
    }
  });
  session.onStatus((status) => {
    if (status.at === "reconnecting") {
      seat ??= world.self === null ? null : { slot: world.self.slot, name: session.name };
      if (intent === "play") {
        ledger.counts.disconnects += 1;
        ledger.note("a connection broke off");
        intent = "break";
      }
    } else if (status.at === "closed" && intent !== "leave") {
      ledger.fault(`a seat was lost: ${status.reason.code} ${status.reason.reason}`);
    }
  });
  /** On the first frame after a return: whether it is the same seat. */
  const checkSeat = (): void => {
    if (seat === null || world.self === null || session.status.at !== "playing") return;
    if (world.self.slot === seat.slot && session.name === seat.name) ledger.counts.returns += 1;
    else ledger.fault(`came back to slot ${world.self.slot} instead of ${seat.slot}`);
    seat = null;
    intent = "play";
  };
  const decide = (command: Command): void => {
    eyes.tick();
    const { surroundings, self } = eyes;
    if (self === null) return;
    brain.hear(surroundings, self);
    eyes.forget();
    brain.think(surroundings, self, command);
  };

  return {
    get playing() {
      return session.status.at === "playing";
    },
    get gone() {
      return session.status.at === "closed";
    },
    get pending() {
      return gauge?.pending ?? 0;
    },
    frame(now) {
      frames += 1;
      const looks = frames % FRAMES_A_LOOK === 0;
      session.frame(now, decide, looks);
      if (looks) eyes.look();
      if (seat !== null) checkSeat();
    },
    second() {
      if (session.status.at === "playing") gauge?.second();
      ledger.counts.corrections += world.link.corrections - corrections;
      corrections = world.link.corrections;
    },
    breakOff() {
      if (session.status.at !== "playing" || intent !== "play" || world.self === null) return;
      intent = "break";
      socket?.terminate();
    },
    async leave() {
      intent = "leave";
      await session.leave();
      gauge?.ended();
    },
  };
}
