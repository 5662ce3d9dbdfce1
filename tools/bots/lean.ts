/**
 * A player who decodes nothing and predicts nothing: it takes a seat, sends inputs, and counts what comes. Its drone flies
 * and fires at random, so that what it costs the server is like what a player costs.
 */
import { Protocol } from "@colyseus/sdk";
import { type Pairs, pairCommands } from "../../client/net/pairs.ts";
import { TICK_MS } from "../../shared/content/index.ts";
import { createRandom, TAU } from "../../shared/math/index.ts";
import { ARENA_ROOM, closeReason, LIMITS, PROTOCOL_VERSION } from "../../shared/protocol.ts";
import { Button, STEER_MAX } from "../../shared/sim/index.ts";
import { type Bot, type BotSetup, NoSeat } from "./bot.ts";
import { createGauge, type Gauge } from "./gauge.ts";
import type { Ledger } from "./ledger.ts";
import { PlayerSocket, withOwner } from "./socket.ts";

/** In an input frame, before the number of a field whose value follows. */
const SET = 0x80;
/** What a frame of shared/state/input.ts is at most: the code, and a mark and a value for each field. */
const LONGEST_INPUT = 12;

const PING = Uint8Array.of(Protocol.PING);
const ACKNOWLEDGED = Uint8Array.of(Protocol.JOIN_ROOM);
const LEAVING = Uint8Array.of(Protocol.LEAVE_ROOM);

/** Mean ticks between two changes of course, and parts of the time for which it fires. */
const COURSE_TICKS = 40;
const FIRING_PART = 0.4;
/** Radians that it turns in a tick at most. */
const TURN = 0.05;

/** Ticks that are made up for at most after a hitch: a page does not send more either (client/net/pending.ts). */
const MOST_TICKS = 20;

/** The HTTP status of a join that the server's limits by address turned away. */
const TOO_MANY = 429;

/** ms between two tries to come back to a seat, and that a leave waits for the server's word. */
const RETURN_MS = 300;
const LEAVE_MS = 2000;

interface SeatAnswer {
  readonly processId: string;
  readonly roomId: string;
  readonly sessionId: string;
  readonly publicAddress?: string;
  readonly error?: string;
}

async function askForSeat({ endpoint, name }: BotSetup): Promise<SeatAnswer> {
  const answer = await fetch(`${endpoint}/matchmake/joinOrCreate/${ARENA_ROOM}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, protocol: PROTOCOL_VERSION }),
  }).catch((error: Error) => {
    throw new NoSeat(`unreachable (${error.message})`, false);
  });
  const seat = (await answer.json()) as SeatAnswer;
  if (!answer.ok)
    throw new NoSeat(
      `${answer.status === TOO_MANY ? "crowd" : "refused"} (${seat.error ?? answer.status})`,
      answer.status === TOO_MANY,
    );
  return seat;
}

function socketAddress(
  endpoint: string,
  { processId, roomId, sessionId, publicAddress }: SeatAnswer,
): string {
  const { protocol, host } = new URL(endpoint);
  const scheme = protocol === "https:" ? "wss:" : "ws:";
  return `${scheme}//${publicAddress ?? host}/${processId}/${roomId}?sessionId=${sessionId}`;
}

/** The key to the seat, which the frame that confirms a join begins with: a length and so many letters. */
function readKey(frame: Uint8Array): string {
  return Buffer.from(frame.buffer, frame.byteOffset + 2, frame[1]).toString("latin1");
}

/** Joins any match. @throws NoSeat */
export async function joinLean(setup: BotSetup, ledger: Ledger): Promise<Bot> {
  const random = createRandom(setup.seed);
  const seat = await askForSeat(setup);
  const address = socketAddress(setup.endpoint, seat);
  const frame = new Uint8Array(LONGEST_INPUT);
  const view = new DataView(frame.buffer);
  let socket: PlayerSocket;
  let gauge: Gauge;
  let pairs: Pairs;
  let key = "";
  let status: "joining" | "playing" | "away" | "gone" = "joining";
  let intent: "play" | "break" | "leave" = "play";
  let lostAt = 0;
  let dueAt = 0;
  let [mx, my, turn, aim, buttons] = [0, 0, 0, 0, 0];
  /** Whether the next input has to say everything: the server knows nothing of those of another connection. */
  let anew = true;

  const connect = (query: string): void => {
    withOwner({ opened: () => (gauge = createGauge(ledger)) }, () => {
      socket = new PlayerSocket(`${address}${query}`, {});
    });
    const mine = socket;
    pairs = pairCommands(mine);
    mine.on("message", (data: ArrayBuffer) => {
      const bytes = new Uint8Array(data);
      if ((bytes[0]! & 0x1f) !== Protocol.JOIN_ROOM) return;
      key = readKey(bytes);
      mine.send(ACKNOWLEDGED);
      if (status === "away") ledger.counts.returns += 1;
      status = "playing";
      intent = "play";
      anew = true;
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

  /** Sends an input that says what has changed, as the SDK does. */
  const send = (): void => {
    let length = 0;
    frame[length++] = Protocol.ROOM_INPUT_RELIABLE;
    if (random.int(COURSE_TICKS) === 0 || anew) {
      const way = random.range(0, TAU);
      mx = Math.round(Math.cos(way) * STEER_MAX);
      my = Math.round(Math.sin(way) * STEER_MAX);
      turn = random.range(-TURN, TURN);
      buttons = random.next() < FIRING_PART ? Button.fire : 0;
      for (const [field, value] of [mx, my].entries()) {
        frame[length++] = SET | field;
        view.setInt8(length++, value);
      }
      frame[length++] = SET | 3;
      frame[length++] = buttons;
    }
    aim = (aim + turn + TAU) % TAU;
    frame[length++] = SET | 2;
    view.setUint16(length, Math.round((aim / TAU) * 0xffff), true);
    length += 2;
    anew = false;
    socket.send(frame.slice(0, length));
  };

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
