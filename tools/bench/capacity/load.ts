/**
 * The load, as a process of its own: lean players on one port, each with its own place within the tick. Says how late it
 * was itself, since a late load makes a server look good.
 */
import { createHistogram } from "node:perf_hooks";
import { TICK_MS } from "../../../shared/content/index.ts";
import { reserveSeat } from "../../wire/index.ts";
import { type Counts, type LeanPlayer, seatPlayer } from "./leanPlayer.ts";
import type { Answered, Asked, LoadFigures, LoadOrder } from "./orders.ts";

/** Seats that are asked for at a time. */
const JOINING = 8;

/** The golden section: it spreads any number of players evenly over the tick. */
const GOLDEN = 0.618034;

/** ms after which a player who was held up counts from now on, as a page does that was asleep. */
const ASLEEP_MS = 100;

interface Seated {
  readonly player: LeanPlayer;
  dueAt: number;
}

const endpoint = process.argv[2]!;
const port = Number(new URL(endpoint).port);
const seated: Seated[] = [];
const counts: Counts = { inputs: 0, patches: 0, messages: 0, bytesDown: 0, bytesUp: 0, lost: 0 };
const late = createHistogram();
let joined = 0;
let beganAt = performance.now();
let beganCpu = process.cpuUsage();

async function joinOne(): Promise<void> {
  const number = ++joined;
  const player = await seatPlayer(port, await reserveSeat(endpoint, `Lean ${number}`), number, counts);
  const phase = (number * GOLDEN) % 1;
  seated.push({ player, dueAt: (Math.ceil(performance.now() / TICK_MS) + phase) * TICK_MS });
}

async function join(players: number): Promise<void> {
  let left = players;
  const row = async (): Promise<void> => {
    while (left-- > 0) await joinOne();
  };
  await Promise.all(Array.from({ length: JOINING }, row));
}

/** Empties rooms, the newest first, so that those that stay are as full as before. */
function leave(players: number): void {
  const rooms = [...new Set(seated.map(({ player }) => player.roomId))];
  const rank = new Map(rooms.map((room, i) => [room, i]));
  seated.sort((a, b) => rank.get(a.player.roomId)! - rank.get(b.player.roomId)!);
  for (const { player } of seated.splice(seated.length - players)) player.leave();
}

function beat(): void {
  const now = performance.now();
  for (const each of seated) {
    if (each.dueAt > now) continue;
    late.record(Math.max(1, Math.round((now - each.dueAt) * 1000)));
    if (now - each.dueAt > ASLEEP_MS) each.dueAt = now;
    each.dueAt += TICK_MS / (1 + each.player.trim);
    each.player.send();
  }
  setTimeout(beat, 1);
}

function begin(): void {
  Object.assign(counts, { inputs: 0, patches: 0, messages: 0, bytesDown: 0, bytesUp: 0, lost: 0 });
  late.reset();
  beganAt = performance.now();
  beganCpu = process.cpuUsage();
}

function figures(): LoadFigures {
  const seconds = (performance.now() - beganAt) / 1000;
  const { user, system } = process.cpuUsage(beganCpu);
  const each = (count: number): number => Math.round((count / seconds / seated.length) * 100) / 100;
  return {
    players: seated.length,
    seconds,
    cpuMsPerPlayerSecond: each((user + system) / 1000),
    lateMs: { p50: late.percentile(50) / 1000, p99: late.percentile(99) / 1000, max: late.max / 1000 },
    inputsPerSecond: each(counts.inputs),
    patchesPerSecond: each(counts.patches),
    messagesPerSecond: each(counts.messages),
    bytesDownPerSecond: each(counts.bytesDown),
    bytesUpPerSecond: each(counts.bytesUp),
    lost: counts.lost,
  };
}

async function obey(order: LoadOrder): Promise<LoadFigures | null> {
  if (order.what === "figures") return figures();
  if (order.what === "begin") begin();
  else if (order.change > 0) await join(order.change);
  else leave(-order.change);
  return null;
}

process.on("message", ({ id, order }: Asked<LoadOrder>) => {
  obey(order).then(
    (answer) => process.send?.({ id, answer } satisfies Answered),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit());
beat();
