import { Agent } from "node:http";
import { hash32 } from "../../shared/math/index.ts";
import * as cases from "./cases/index.ts";
import { askForSeat, connectEnemy, type Enemy, openSocket } from "./enemy.ts";

/** Whom to attack. */
export interface Target {
  readonly port: number;
  /** The room of the witnesses. */
  readonly roomId: string;
}

/** What batches did: cases that the server has demonstrably handled, and how it answered. */
export interface Tally {
  readonly handled: Map<cases.CaseKind, number>;
  /** HTTP statuses, close codes, cuts and silences of connections. */
  readonly answers: Map<string, number>;
}

/** Some cases on some connections of one address. What is sent follows from the seed and the number alone. */
export interface Batch {
  readonly index: number;
  /** What was sent so far, for a report of trouble. */
  readonly sent: readonly cases.Case[];
  /** @throws HangError, or the error of a connection that nobody accepts any more */
  run(tally: Tally): Promise<void>;
}

/** Mild cases of one connection: below the server's limit of frames a second, with room for the wild ones. */
const MILD_MOST = 170;
/** Wild cases that a connection tries before it is dropped; most end it earlier. */
const WILD_MOST = 10;
/** Connections of a batch that needs one for each case. */
const SHORT_LIVED = 10;
/** Milliseconds after which silence means that the server rightly waits for more bytes. */
const SILENCE_MS = 150;

/** What every client sends first after the server's welcome (Colyseus' JOIN_ROOM). */
const WELCOMED = Uint8Array.of(10);
/** The polite end (Colyseus' LEAVE_ROOM). */
const LEAVING = Uint8Array.of(12);

/** Batches by what they attack, each with its share. */
const SHARES = [
  ["seat", 56],
  ["http", 15],
  ["matchmaking", 15],
  ["handshake", 6],
  ["forged", 4],
  ["garbage", 4],
] as const;
type Attack = (typeof SHARES)[number][0];

function chooseAttack(dice: cases.Dice): Attack {
  let left = dice.int(SHARES.reduce((sum, [, share]) => sum + share, 0));
  for (const [attack, share] of SHARES) {
    if (left < share) return attack;
    left -= share;
  }
  return "seat";
}

const agents = new Map<string, Agent>();

function agentFrom(localAddress: string): Agent {
  const agent = agents.get(localAddress) ?? new Agent({ keepAlive: true, maxSockets: 4, localAddress });
  agents.set(localAddress, agent);
  return agent;
}

/** Lets go of kept connections, so that the server sees all of its enemies gone. */
export function closeAgents(): void {
  for (const agent of agents.values()) agent.destroy();
  agents.clear();
}

/** Names that one connection may take without being closed for its many wishes. */
const RENAMES_MOST = 3;

/** What a seat may do without being closed, in any order and number that the limits allow. */
function mildCases(dice: cases.Dice, count: number): cases.Case[] {
  let renames = 0;
  return Array.from({ length: count }, (): cases.Case => {
    const roll = dice.next();
    if (roll < 0.03 && renames < RENAMES_MOST) {
      renames += 1;
      return { kind: "messages", bytes: cases.mildMessage(dice) };
    }
    if (roll < 0.75) return { kind: "inputs", bytes: cases.fittingInput(dice) };
    if (roll < 0.88) return { kind: "opcodes", bytes: cases.mildOpcode(dice) };
    return { kind: "websocket frames", bytes: cases.controlFrame(dice) };
  });
}

function wildCase(dice: cases.Dice): cases.Case {
  const roll = dice.next();
  if (roll < 0.3) return { kind: "inputs", bytes: cases.brokenInput(dice) };
  if (roll < 0.5) return { kind: "opcodes", bytes: cases.anyOpcode(dice) };
  if (roll < 0.65) return { kind: "messages", bytes: cases.wildMessage(dice) };
  if (roll < 0.75) return { kind: "requests", bytes: cases.wildRequest(dice) };
  return { kind: "websocket frames", bytes: cases.wildFrame(dice) };
}

function add<K>(counts: Map<K, number>, key: K, more = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

function answerOf(enemy: Enemy): string {
  if (enemy.closeCode !== null) return `close ${enemy.closeCode}`;
  if (enemy.status !== null && enemy.status !== 101) return `http ${enemy.status}`;
  return enemy.over ? "cut" : "silence";
}

/** @param seed of the whole run; each batch has a stream of its own */
export function createBatch(target: Target, seed: number, index: number): Batch {
  const dice = cases.createDice(hash32(seed, index));
  const from = `127.0.0.${2 + dice.int(60)}`;
  const sent: cases.Case[] = [];

  /** One case on a connection of its own. Silence, when the server rightly waits for more bytes, is not counted. */
  const alone = async (tally: Tally, each: cases.Case): Promise<void> => {
    sent.push(each);
    const enemy = await connectEnemy(target.port, from);
    enemy.write(each.bytes);
    await enemy.answered(SILENCE_MS);
    const answer = answerOf(enemy);
    add(tally.answers, answer);
    if (answer !== "silence") add(tally.handled, each.kind);
    enemy.drop();
  };

  /** Cases are payloads of messages, except frames, which are themselves. */
  const onWire = ({ kind, bytes }: cases.Case): Buffer =>
    kind === "websocket frames" ? bytes : cases.wrap(dice, bytes);

  const burst = async (tally: Tally, enemy: Enemy, mild: readonly cases.Case[]): Promise<void> => {
    sent.push(...mild);
    enemy.write(Buffer.concat(mild.map(onWire)));
    if ((await enemy.confirmed()) === "alive") for (const { kind } of mild) add(tally.handled, kind);
    else add(tally.answers, "burst cut short");
  };

  /** One by one, until the connection ends; what comes after an end was never handled and is not counted. */
  const provoke = async (tally: Tally, enemy: Enemy, wild: () => cases.Case): Promise<void> => {
    for (let tried = 0; tried < WILD_MOST && !enemy.over; tried++) {
      const each = wild();
      sent.push(each);
      enemy.write(onWire(each));
      // A frame that announces more than it brings swallows the ping after it.
      const heard = await enemy.confirmed(each.kind === "websocket frames" ? SILENCE_MS : undefined);
      if (heard === "silent") break;
      add(tally.handled, each.kind);
    }
    add(tally.answers, answerOf(enemy));
  };

  const attackSeat = async (tally: Tally): Promise<void> => {
    const agent = agentFrom(from);
    const seat =
      (await askForSeat(target.port, agent, "Eve", target.roomId)) ??
      (await askForSeat(target.port, agent, "Eve", null));
    const enemy = seat && (await openSocket(target.port, from, seat.target));
    if (enemy === null) {
      add(tally.answers, "no seat");
      return;
    }
    // Some never say that they are welcome.
    if (dice.chance(0.9)) enemy.write(cases.wrap(dice, WELCOMED));
    await burst(tally, enemy, mildCases(dice, MILD_MOST / 2 + dice.int(MILD_MOST / 2)));
    await provoke(tally, enemy, () => wildCase(dice));
    const end = dice.int(3);
    if (end === 0) enemy.write(cases.wrap(dice, LEAVING));
    if (end === 1) enemy.write(cases.wildFrame(dice).subarray(0, 1 + dice.int(4)));
    if (end === 0) await enemy.confirmed(SILENCE_MS);
    enemy.drop();
  };

  const attack: Record<Attack, (tally: Tally) => Promise<void>> = {
    seat: attackSeat,
    http: (tally) => each(tally, "http requests", cases.anyRequest),
    matchmaking: (tally) => each(tally, "matchmaking", cases.matchmaking),
    handshake: (tally) => each(tally, "handshakes", cases.anyHandshake),
    forged: (tally) => each(tally, "forged seats", cases.forgedSeat),
    garbage: (tally) => each(tally, "tcp garbage", cases.garbage),
  };
  const each = async (
    tally: Tally,
    kind: cases.CaseKind,
    make: (dice: cases.Dice) => Buffer,
  ): Promise<void> => {
    for (let i = 0; i < SHORT_LIVED; i++) await alone(tally, { kind, bytes: make(dice) });
  };
  const chosen = chooseAttack(dice);
  return { index, sent, run: (tally) => attack[chosen](tally) };
}
