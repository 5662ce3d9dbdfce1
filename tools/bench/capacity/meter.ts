/**
 * Preloaded into the server under load (`node --import tools/bench/capacity/meter.ts server/main.ts`), so that the product
 * itself has no second way to run. Takes the time around the room's step, its patches and the frames of its clients, and
 * works it out when it is asked over IPC.
 */
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { PerformanceObserver, performance } from "node:perf_hooks";
import { type Client, matchMaker, Protocol, Room } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";
import { ArenaRoom } from "../../../server/rooms/index.ts";
import { TICK_MS } from "../../../shared/content/index.ts";
import { MODIFIER_TIMED } from "../../../shared/inputFrames.ts";
import type { ArenaState } from "../../../shared/state/index.ts";
import { acknowledgedOf, codeOf } from "../../blind/index.ts";
import { calibrate } from "../machine.ts";
import { latenessOf } from "./lateness.ts";
import type { Answered, Asked, MeterOrder, ServerFigures } from "./orders.ts";
import { createSamples } from "./samples.ts";

/** Measurements that are kept of each kind: 20 s of a thousand players. */
const KEPT = 1 << 21;

/** Inputs of one client that may be waiting for their acknowledgement, a power of two. */
const WAITING = 128;

const steps = createSamples(KEPT);
const patches = createSamples(KEPT);
const intervals = createSamples(KEPT);
const newest = createSamples(KEPT);
const all = createSamples(KEPT);
const pauses = createSamples(1 << 16);

/** When the steps of each room began, and its last patch. */
const beats = new Map<Room, { starts: number[]; patchedAt: number }>();

function beatOf(room: Room): { starts: number[]; patchedAt: number } {
  let beat = beats.get(room);
  if (beat === undefined) {
    beat = { starts: [], patchedAt: 0 };
    beats.set(room, beat);
  }
  return beat;
}

type Stepping = Room & { step(): void };
const room = ArenaRoom.prototype as unknown as Stepping;
const { step, broadcastPatch } = room;
room.step = function (this: Stepping) {
  const began = performance.now();
  step.call(this);
  steps.add(performance.now() - began);
  beatOf(this).starts.push(began);
};
room.broadcastPatch = function (this: Room) {
  const began = performance.now();
  const changed = broadcastPatch.call(this);
  patches.add(performance.now() - began);
  const beat = beatOf(this);
  if (beat.patchedAt > 0) intervals.add(began - beat.patchedAt);
  beat.patchedAt = began;
  return changed;
};

/** When each input of a client came, by its number, and how many of them are acknowledged. */
interface Waiting {
  readonly at: Float64Array;
  acknowledged: number;
}
const WAITS = Symbol("crosswire.capacity.waits");
type Metered = Client & { [WAITS]?: Waiting; _receivedInputCount?: number };

type OnMessage = (this: Room, client: Metered, frame: Buffer) => unknown;
const rooms = Room.prototype as unknown as { _onMessage: OnMessage };
const onMessage = rooms._onMessage;
rooms._onMessage = function (client, frame) {
  const outcome = onMessage.call(this, client, frame);
  if (codeOf(frame) === Protocol.ROOM_INPUT_RELIABLE) {
    client[WAITS] ??= { at: new Float64Array(WAITING), acknowledged: 0 };
    client[WAITS].at[(client._receivedInputCount ?? 0) % WAITING] = performance.now();
  }
  return outcome;
};

type Raw = (this: Metered, data: Uint8Array, ...rest: unknown[]) => void;
const TIMED_PATCH = Protocol.ROOM_STATE_PATCH | MODIFIER_TIMED;
let acknowledged = false;

/** Takes the time of acknowledgements; once, and after the server has put its own wrappers around what sends. */
function meterAcknowledgements(): void {
  if (acknowledged) return;
  acknowledged = true;
  const clients = WebSocketClient.prototype as unknown as { raw: Raw };
  const { raw } = clients;
  clients.raw = function (data, ...rest) {
    raw.call(this, data, ...rest);
    const waiting = this[WAITS];
    if (data[0] !== TIMED_PATCH || waiting === undefined) return;
    const count = acknowledgedOf(data);
    if (count <= waiting.acknowledged) return;
    const now = performance.now();
    // What was acknowledged before anybody listened counts for nothing.
    const first = Math.max(waiting.acknowledged + 1, count - WAITING + 1);
    if (waiting.acknowledged > 0) {
      newest.add(now - waiting.at[count % WAITING]!);
      for (let i = first; i <= count; i++) all.add(now - waiting.at[i % WAITING]!);
    }
    waiting.acknowledged = count;
  };
}

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) pauses.add(duration);
}).observe({ entryTypes: ["gc"] });

const session = new Session();
let profiling = false;
let beganAt = 0;
let beganCpu = process.cpuUsage();
let beganLoop = performance.eventLoopUtilization();
let beganKills = 0;

function states(): ArenaState[] {
  const live = [...beats.keys()].filter(({ roomId }) => matchMaker.getLocalRoomById(roomId) !== undefined);
  return live.map(({ state }) => state as ArenaState);
}

function sum(of: (state: ArenaState) => number): number {
  return states().reduce((total, state) => total + of(state), 0);
}

function kills(): number {
  return sum(({ players }) => [...players.values()].reduce((total, player) => total + player.kills, 0));
}

/** How often the calibration runs, and ms in between; the best of them counts. */
const TURNS = 5;
const TURN_MS = 150;

/**
 * What the core is worth. After the measurement, for it holds everybody up. Several times: V8 forgets what it compiled when that
 * was not run for long, and compiles while this thread has nothing to do.
 */
async function bestLoopMs(): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TURNS; turn++) {
    best = Math.min(best, calibrate());
    await new Promise((resolve) => setTimeout(resolve, TURN_MS));
  }
  return best;
}

async function begin(profile: boolean): Promise<void> {
  meterAcknowledgements();
  for (const [known, beat] of beats) {
    if (matchMaker.getLocalRoomById(known.roomId) === undefined) beats.delete(known);
    Object.assign(beat, { starts: [], patchedAt: 0 });
  }
  for (const samples of [steps, patches, intervals, newest, all, pauses]) samples.clear();
  beganKills = kills();
  profiling = profile;
  if (profile) {
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: 200 });
    await session.post("Profiler.start");
  }
  beganAt = performance.now();
  beganCpu = process.cpuUsage();
  beganLoop = performance.eventLoopUtilization();
}

async function figures(profileTo: string): Promise<ServerFigures> {
  const seconds = (performance.now() - beganAt) / 1000;
  const { user, system } = process.cpuUsage(beganCpu);
  const { utilization } = performance.eventLoopUtilization(beganLoop);
  if (profiling) {
    const { profile } = await session.post("Profiler.stop");
    session.disconnect();
    writeFileSync(profileTo, JSON.stringify(profile));
  }
  const { rss, heapUsed } = process.memoryUsage();
  const players = sum((state) => state.players.size);
  const gc = pauses.quantiles();
  const measured = {
    seconds,
    rooms: states().length,
    players,
    ...latenessOf(
      [...beats.values()].map(({ starts }) => starts),
      TICK_MS,
    ),
    stepMs: steps.quantiles(),
    patchIntervalMs: intervals.quantiles(),
    patchMs: patches.quantiles(),
    ackNewestMs: newest.quantiles(),
    ackAllMs: all.quantiles(),
    cpu: (user + system) / 1e6 / seconds,
    loopUtilization: utilization,
    rssMb: rss / 2 ** 20,
    heapMb: heapUsed / 2 ** 20,
    gc: { count: pauses.count(), totalMs: pauses.total(), maxMs: gc.max },
    killsPerPlayerMinute: ((kills() - beganKills) / players / seconds) * 60,
  };
  return { ...measured, loopMs: await bestLoopMs() };
}

process.on("message", ({ id, order }: Asked<MeterOrder>) => {
  const answer = order.what === "begin" ? begin(order.profile) : figures(order.profileTo);
  void answer.then((value) => process.send?.({ id, answer: value ?? null } satisfies Answered));
});
// A server under load has nobody to serve once the bench is gone.
process.on("disconnect", () => process.exit());
