/**
 * The well-behaved players of a torture run, in a thread of their own, so that what the torturer computes does not slow
 * down what they see. They play all the time and watch: pace, positions, scores, closed connections.
 */
import { once } from "node:events";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Session } from "../../client/net/index.ts";
import { POSITION } from "../../shared/content/index.ts";
import { INPUT_CODE, OPERATION_SET } from "../../shared/inputFrames.ts";
import { angleTo, createRandom, type Random, TAU } from "../../shared/math/index.ts";
import { Button, type Command, STEER_MAX } from "../../shared/sim/index.ts";
import { type ArenaState, isPlaced, placedX, placedY } from "../../shared/state/index.ts";
import { hear } from "../../shared/tidings.ts";
import { joinPlayer, joinRaw, type Player, type RawClient } from "../headless/index.ts";

/** What the crowd saw in one second; the worst of all its members. */
export interface CrowdSecond {
  readonly ticks: number;
  readonly patches: number;
}

/** What the crowd saw in all. */
export interface CrowdReport {
  readonly seconds: readonly CrowdSecond[];
  /** Longest time between two patches at any member, in ms. */
  readonly longestGapMs: number;
  /** Predicted against authoritative value of any field of the body, at those who predict; a death, which nobody predicts, shows in it for a while. */
  readonly driftPeak: number;
  /** How often authority put them right. */
  readonly corrections: number;
  readonly kills: number;
  readonly inputsSent: number;
  /** What should never have been: closed members, numbers out of range, scores without a kill. */
  readonly harm: readonly string[];
}

/** A crowd that is playing. */
export interface Crowd {
  readonly roomId: string;
  /** Forgets what was seen so far, so that a census or a warm-up does not count. */
  begin(): Promise<void>;
  report(): Promise<CrowdReport>;
  leave(): Promise<void>;
}

interface Setup {
  readonly endpoint: string;
  readonly size: number;
  readonly seed: number;
}

/** Of the crowd, this many run the game's whole session, with prediction; the others decode and send only. */
const PREDICTING = 2;

/** Milliseconds that leaving may take. */
const LEAVE_MS = 3000;

const FRAME_MS = 1000 / 60;
const HITCH_MS = 250;

/** Starts the thread and waits until all have joined one room. */
export async function gatherCrowd(setup: Setup): Promise<Crowd> {
  const worker = new Worker(new URL(import.meta.url), { workerData: setup });
  // Rejected when the thread dies before it answers.
  const next = async <T>(): Promise<T> => ((await once(worker, "message")) as [T])[0];
  const ask = <T>(question: string): Promise<T> => {
    const answer = next<T>();
    worker.postMessage(question);
    return answer;
  };
  const roomId = await next<string>();
  return {
    roomId,
    begin: () => ask("begin"),
    report: () => ask("report"),
    async leave() {
      await ask("leave");
      await worker.terminate();
    },
  };
}

function idOf(state: ArenaState, session: Session): string {
  const slot = session.world.self?.slot;
  return [...state.players].find(([, player]) => player.slot === slot)?.[0] ?? "";
}

/** Steers a player towards the nearest other one, more or less, and lets it fire. */
function aimAtNearest(state: ArenaState, id: string, wish: Command, random: Random): void {
  const own = state.players.get(id);
  if (own === undefined) return;
  const self = { x: placedX(own), y: placedY(own) };
  let nearest = Number.POSITIVE_INFINITY;
  state.players.forEach((other, otherId) => {
    if (otherId === id || other.alive === 0 || !isPlaced(other)) return;
    const [dx, dy] = [placedX(other) - self.x, placedY(other) - self.y];
    const distance = Math.hypot(dx, dy);
    if (distance >= nearest) return;
    nearest = distance;
    wish.aim = angleTo(dx, dy);
  });
  const way = wish.aim + random.range(-1.5, 1.5);
  wish.mx = Math.round(Math.cos(way) * STEER_MAX);
  wish.my = Math.round(Math.sin(way) * STEER_MAX);
  wish.buttons = Button.fire;
}

/** A command as an input frame with all fields that matter. */
function inputFrame({ mx, my, aim, buttons }: Command): number[] {
  const turn = Math.round((aim / TAU) * 0x10000) & 0xffff;
  return [
    ...[INPUT_CODE, OPERATION_SET, mx & 0xff, OPERATION_SET | 1, my & 0xff],
    ...[OPERATION_SET | 2, turn & 0xff, turn >> 8, OPERATION_SET | 3, buttons],
  ];
}

/** Kills and deaths by slot, counted from the messages that tell of them. */
interface Ledger {
  readonly kills: Map<number, number>;
  readonly deaths: Map<number, number>;
  /** Deaths by one's own hand: each costs a point. */
  readonly mistakes: Map<number, number>;
}

async function play({ endpoint, size, seed }: Setup): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  const random = createRandom(seed);
  const harm = new Set<string>();
  const sessions: Player[] = [];
  const raws: RawClient[] = [];
  const ledger: Ledger = { kills: new Map(), deaths: new Map(), mistakes: new Map() };
  let leaving = false;
  let inputsSent = 0;

  const first = await joinRaw(endpoint, "Witness");
  const { roomId } = first.room;
  const { state } = first.room;
  hear(first.room, "kill", ({ killer, victim }) => {
    const kind = killer === victim ? ledger.mistakes : ledger.kills;
    kind.set(killer, (kind.get(killer) ?? 0) + 1);
    ledger.deaths.set(victim, (ledger.deaths.get(victim) ?? 0) + 1);
  });
  raws.push(first);
  for (let i = 0; i < PREDICTING; i++) sessions.push(await joinPlayer(endpoint, `Player ${i}`, roomId));
  while (raws.length + sessions.length < size)
    raws.push(await joinRaw(endpoint, `Guest ${raws.length}`, roomId));
  for (const raw of raws) {
    raw.closed.then((code) => {
      if (!leaving) harm.add(`${raw.room.sessionId} was closed with ${code}`);
    });
  }

  const seconds: CrowdSecond[] = [];
  let longestGapMs = 0;
  let lastPatchAt = performance.now();
  first.room.onStateChange(() => {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - lastPatchAt);
    lastPatchAt = now;
  });

  // Everybody hunts the nearest other, in zigzags, and fires.
  const wishes: Command[] = [
    ...raws.map(() => ({ mx: 0, my: 0, aim: 0, buttons: 0, pick: 0 })),
    ...sessions.map(({ wish }) => wish),
  ];
  const ids = (): string[] => [
    ...raws.map(({ room }) => room.sessionId),
    ...sessions.map(({ session }) => idOf(state, session)),
  ];
  const hunt = (): void => {
    ids().forEach((id, i) => {
      // Each goes by what its own client is told.
      if (random.next() < 0.1) aimAtNearest(raws[i]?.room.state ?? state, id, wishes[i]!, random);
    });
  };
  let due = performance.now();
  const pump = (): void => {
    const now = performance.now();
    // What a hitch swallowed is not made up for, as in a browser; a burst would look like a flood.
    due = Math.max(due, now - HITCH_MS);
    for (; due <= now; due += FRAME_MS) {
      hunt();
      raws.forEach((raw, i) => {
        if (!raw.room.connection.isOpen) return;
        raw.sendFrame(inputFrame(wishes[i]!));
        inputsSent += 1;
      });
    }
  };
  const pumping = setInterval(pump, 5);

  const scores = new Map<string, number>();
  const judge = (): void => {
    state.players.forEach((player, id) => {
      // Who is out of the sight of the one who looks has no place here.
      const place = isPlaced(player) ? [placedX(player), placedY(player)] : [];
      for (const value of place) {
        if (!(value >= POSITION.min && value <= POSITION.max)) harm.add(`${id} stands at ${place}`);
      }
      const mistakes = ledger.mistakes.get(player.slot) ?? 0;
      if (player.score < (scores.get(id) ?? 0) - mistakes)
        harm.add(`${id} fell from ${scores.get(id)} to ${player.score}`);
      scores.set(id, player.score);
    });
    for (const { session } of sessions) {
      if (session.status.at !== "playing") harm.add(`a session is ${session.status.at}`);
    }
  };
  let ticksBefore = 0;
  let patchesBefore: number[] = [];
  const mark = (): void => {
    ticksBefore = state.tick;
    patchesBefore = raws.map((raw) => raw.patches());
  };
  mark();
  const watching = setInterval(() => {
    const patches = Math.min(...raws.map((raw, i) => raw.patches() - patchesBefore[i]!));
    seconds.push({ ticks: state.tick - ticksBefore, patches });
    mark();
    judge();
  }, 1000);

  /** Scores of the crowd come from kills that were told, one point each, and from nothing else. */
  const audit = (): void => {
    for (const raw of raws) {
      const player = state.players.get(raw.room.sessionId);
      if (player === undefined) {
        harm.add(`${raw.room.sessionId} is gone from the state`);
        continue;
      }
      const told = ledger.kills.get(player.slot) ?? 0;
      const mistakes = ledger.mistakes.get(player.slot) ?? 0;
      if (player.score !== told - mistakes || player.kills !== told)
        harm.add(
          `slot ${player.slot} has score ${player.score}, kills ${player.kills}; ${told} kills and ${mistakes} own mistakes were told`,
        );
    }
  };

  port.on("message", async (question: string) => {
    if (question === "begin") {
      seconds.length = 0;
      longestGapMs = 0;
      lastPatchAt = performance.now();
      mark();
      port.postMessage(null);
    } else if (question === "report") {
      audit();
      const report: CrowdReport = {
        seconds: [...seconds],
        longestGapMs,
        driftPeak: Math.max(...sessions.map(({ session }) => session.world.link.driftPeak)),
        corrections: sessions.reduce((sum, { session }) => sum + session.world.link.corrections, 0),
        kills: [...ledger.kills.values()].reduce((sum, kills) => sum + kills, 0),
        inputsSent,
        harm: [...harm],
      };
      port.postMessage(report);
    } else {
      leaving = true;
      clearInterval(pumping);
      clearInterval(watching);
      const left = Promise.all([...raws, ...sessions].map((member) => member.leave()));
      // Whoever was closed already never hears that it has left.
      await Promise.race([left, new Promise((resolve) => setTimeout(resolve, LEAVE_MS))]);
      port.postMessage(null);
    }
  });
  port.postMessage(roomId);
}

if (parentPort !== null) await play(workerData as Setup);
