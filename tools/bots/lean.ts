/**
 * A player who decodes nothing and predicts nothing: it takes a seat, sends inputs, and counts what comes. Its drone flies
 * and fires blindly, so that what it costs the server is like what a player costs; its connection is measured like that of a
 * full player, and comes back like it.
 */
import { Protocol } from "@colyseus/sdk";
import { type Pairs, pairCommands } from "../../client/net/pairs.ts";
import { TICK_MS } from "../../shared/content/index.ts";
import { createRandom } from "../../shared/math/index.ts";
import { closeReason, LIMITS } from "../../shared/protocol.ts";
import { acknowledgedOf, codeOf, createHand, isTimed, MOST_INPUT_BYTES, serverMsOf } from "../blind/index.ts";
import { reserveSeat, SeatRefused } from "../wire/index.ts";
import { type Bot, type BotSetup, NoSeat } from "./bot.ts";
import { createGauge, type Gauge } from "./gauge.ts";
import type { Ledger } from "./ledger.ts";
import { PlayerSocket, withOwner } from "./socket.ts";

const PING = Uint8Array.of(Protocol.PING);
const ACKNOWLEDGED = Uint8Array.of(Protocol.JOIN_ROOM);
const LEAVING = Uint8Array.of(Protocol.LEAVE_ROOM);

/** Ticks that are made up for at most after a hitch: a page does not send more either (client/net/pending.ts). */
const MOST_TICKS = 20;

/** The HTTP status of a join that the server's limits by address turned away. */
const TOO_MANY = 429;

/** ms between two tries to come back to a seat, and that a leave waits for the server's word. */
const RETURN_MS = 300;
const LEAVE_MS = 2000;

/** @returns the address of its socket */
async function takeSeat({ endpoint, name }: BotSetup): Promise<string> {
  const { target, publicAddress } = await reserveSeat(endpoint, name).catch((error: Error) => {
    if (!(error instanceof SeatRefused)) throw new NoSeat(`unreachable (${error.message})`, false);
    const limited = error.status === TOO_MANY;
    throw new NoSeat(`${limited ? "crowd" : "refused"} (${error.status} ${error.answer})`, limited);
  });
  const { protocol, host } = new URL(endpoint);
  const scheme = protocol === "https:" ? "wss:" : "ws:";
  return `${scheme}//${publicAddress ?? host}${target}`;
}

/** The key to the seat, which the frame that confirms a join begins with: a length and so many letters. */
function readKey(frame: Uint8Array): string {
  return Buffer.from(frame.buffer, frame.byteOffset + 2, frame[1]).toString("latin1");
}

/** Joins any match. @throws NoSeat */
export async function joinLean(setup: BotSetup, ledger: Ledger): Promise<Bot> {
  const hand = createHand(createRandom(setup.seed));
  const address = await takeSeat(setup);
  const input = new Uint8Array(MOST_INPUT_BYTES);
  let socket: PlayerSocket;
  let gauge: Gauge;
  let pairs: Pairs;
  let key = "";
  let status: "joining" | "playing" | "away" | "gone" = "joining";
  let intent: "play" | "break" | "leave" = "play";
  let lostAt = 0;
  let dueAt = 0;
  let serverMs = 0;

  const connect = (query: string): void => {
    withOwner({ opened: () => (gauge = createGauge(ledger)) }, () => {
      socket = new PlayerSocket(`${address}${query}`, {});
    });
    const mine = socket;
    pairs = pairCommands(mine);
    hand.reset();
    mine.on("message", (data: ArrayBuffer) => {
      const bytes = new Uint8Array(data);
      const code = codeOf(bytes);
      if (code === Protocol.ROOM_STATE_PATCH && isTimed(bytes) && mine === socket) {
        serverMs = serverMsOf(bytes);
        pairs.patched(acknowledgedOf(bytes));
      }
      if (code !== Protocol.JOIN_ROOM) return;
      key = readKey(bytes);
      mine.send(ACKNOWLEDGED);
      if (status === "away") ledger.counts.returns += 1;
      status = "playing";
      intent = "play";
      dueAt = performance.now();
    });
    mine.once("close", (code) => {
      if (mine === socket) ended(code);
    });
  };
  const ended = (code: number): void => {
    const { retry, reason } = closeReason(code);
    const mayReturn = retry === "seat" && performance.now() - lostAt < LIMITS.holdSeconds * 1000;
    if (intent === "leave") status = "gone";
    else if (status === "playing" && retry === "seat") {
      if (intent === "play") {
        ledger.counts.disconnects += 1;
        ledger.note(`a connection broke off: ${code} ${reason}`);
      }
      lostAt = performance.now();
      comeBack();
    } else if (status === "away" && mayReturn) comeBack();
    else if (status !== "gone") {
      if (status !== "joining") ledger.fault(`a seat was lost: ${code} ${reason}`);
      status = "gone";
    }
  };
  const comeBack = (): void => {
    status = "away";
    setTimeout(() => {
      if (intent !== "leave") connect(`&reconnectionToken=${key}&skipHandshake=true`);
    }, RETURN_MS);
  };

  const send = (): void => socket.send(input.subarray(0, hand.write(input, 0, serverMs)));

  connect("");
  await new Promise<void>((resolve, reject) => {
    socket.once("message", () => resolve());
    socket.once("close", (code) =>
      reject(
        socket.wasTooMany
          ? new NoSeat("too many players from this address", true)
          : new NoSeat(`closed with ${code} before the first state ${socket.fault}`.trim(), false),
      ),
    );
  });

  return {
    get playing() {
      return status === "playing";
    },
    get gone() {
      return status === "gone";
    },
    get pending() {
      return gauge.pending;
    },
    frame(now) {
      if (status !== "playing" || socket.readyState !== socket.OPEN) return;
      dueAt = Math.max(dueAt, now - MOST_TICKS * TICK_MS);
      for (; dueAt <= now; dueAt += TICK_MS) send();
      pairs.frame();
    },
    second() {
      if (status !== "playing" || socket.readyState !== socket.OPEN) return;
      socket.send(PING);
      gauge.second();
    },
    breakOff() {
      if (status !== "playing") return;
      intent = "break";
      socket.terminate();
    },
    async leave() {
      intent = "leave";
      if (status !== "playing" || socket.readyState !== socket.OPEN) {
        socket.terminate();
        return;
      }
      socket.send(LEAVING);
      await new Promise<void>((resolve) => {
        const late = setTimeout(() => socket.terminate(), LEAVE_MS);
        socket.once("close", () => {
          clearTimeout(late);
          resolve();
        });
      });
    },
  };
}
