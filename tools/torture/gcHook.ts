/**
 * Preloaded into a server under torture (`node --expose-gc --import tools/torture/gcHook.ts server/main.ts`), so that the
 * product itself needs no door for tests. Answers its parent over the IPC channel: what the heap holds after a garbage
 * collection, and how long the event loop was held up.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { queryObjects } from "node:v8";
import { matchMaker, Room } from "@colyseus/core";
import { Encoder, type Schema, StateView, schema, t } from "@colyseus/schema";
import { WebSocket } from "ws";
import { BoltState, PlayerState } from "../../shared/state/index.ts";
import type { Census, Depth, Question, Vitals } from "./census.ts";

/** Classes of which instances are counted. */
const CLASSES = { rooms: Room, views: StateView, sockets: WebSocket, players: PlayerState, bolts: BoltState };

/** What has no class is counted by a function that each one owns: a pacer its `spend`, a bot's brain its `think`. */
const CLOSURES = { pacers: "spend", brains: "think" } as const;

/** Milliseconds after which a pause that the census itself made has gone through the delay meter. */
const SETTLE_MS = 100;

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

/** Live functions with a certain name. Asks for the text of every function, which takes a second. */
function countClosures(): [string, number][] {
  const texts = queryObjects(Function, { format: "summary" });
  return Object.entries(CLOSURES).map(([kind, name]) => [
    kind,
    texts.filter((text) => text === `[Function: ${name}]`).length,
  ]);
}

function countInstances(): [string, number][] {
  return Object.entries(CLASSES).map(([kind, type]) => [kind, Number(queryObjects(type))]);
}

type SchemaClass = new () => Schema;

/** What counts as nobody: prototypes and functions that exist before the first room. Taken at the first count. */
let nobody: ReadonlyMap<string, number> | null = null;

/** Schemas around schemas, deeper than any state of a room; made once, since the framework never forgets a schema. */
const LEVELS: SchemaClass[] = [schema({ leaf: t.uint8() }, "Level0")];
for (let level = 1; level < 8; level++) {
  LEVELS.push(schema({ inner: t.ref(LEVELS[level - 1]!) }, `Level${level}`));
}

/**
 * @colyseus/schema 5.0.34 keeps the arguments of its last walk through a state for each level (`_setParentCtxPool`), and
 * through them the whole state of the last room, which is no leak, but would count as one. A walk through a small and
 * deep state takes their place.
 */
function displaceLastState(): void {
  const [outermost, ...inner] = LEVELS.map((Level) => new Level()).reverse();
  new Encoder(outermost!);
  // Only what is put into a state that has an encoder is walked.
  const whole = inner.reduceRight((held, around) => Object.assign(around, { inner: held }));
  Object.assign(outermost!, { inner: whole });
}

function vitals(): Vitals {
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  const cpu = process.cpuUsage();
  return {
    rss,
    heapUsed,
    external,
    arrayBuffers,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    loopMaxMs: delay.max / 1e6,
    loopP99Ms: delay.percentile(99) / 1e6,
  };
}

async function census(depth: Depth): Promise<Census> {
  displaceLastState();
  // Objects with finalizers, such as sockets, take more than one collection to go.
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const measured = vitals();
  if (depth !== "memory") nobody ??= new Map([...countInstances(), ...countClosures()]);
  const counted = [
    ...(depth === "memory" ? [] : countInstances()),
    ...(depth === "closures" ? countClosures() : []),
  ];
  const objects = counted.map(([kind, count]) => [kind, count - (nobody?.get(kind) ?? 0)]);
  const listed = await matchMaker.query({});
  setTimeout(() => delay.reset(), SETTLE_MS);
  return {
    ...measured,
    objects: Object.fromEntries(objects),
    listedRooms: listed.length,
    clients: matchMaker.stats.local.ccu,
  };
}

process.on("message", async (question: Question) => {
  const { id, depth } = question;
  const answer = depth === "vitals" ? vitals() : await census(depth);
  process.send?.({ id, answer });
});
// The hook alone keeps no server alive, and a server under torture does not outlive its torturer.
process.channel?.unref();
process.on("disconnect", () => process.exit(1));
