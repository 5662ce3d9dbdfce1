/** What a connection, a player and a room take, and how it grows with their number. */
import { fileURLToPath } from "node:url";
import { type Subject, startSubject } from "../../torture/subject.ts";
import { nextMessage, startApart } from "../apart.ts";
import { pinnedTo } from "../machine.ts";
import { type Effort, inTurn, type Section, type Table } from "../section.ts";
import { short } from "../spread.ts";
import type { Grow, Grown } from "./clients.ts";

/** A number of clients or rooms, and what the process took then. */
interface Point {
  readonly count: number;
  readonly rssMB: number;
  readonly heapMB: number;
  /** For each of them, over what the process took before the first. */
  readonly rssKB: number;
  readonly heapKB: number;
  /** Milliseconds of the server's processor time a second. */
  readonly cpuMsPerS: number;
}

const KINDS = ["idle", "fighting", "rooms"] as const;
type Kind = (typeof KINDS)[number];

export interface MemoryFigures {
  readonly emptyMB: number;
  readonly points: Readonly<Record<Kind, readonly Point[]>>;
}

/** kB that an idle client and a fighting one may take. */
const BOUNDS = { idle: 25, fighting: 100 };

const CLIENTS = new URL("clients.ts", import.meta.url);
const SERVER = fileURLToPath(new URL("server.ts", import.meta.url));

/** The crowd that comes and goes before anything is measured: code is compiled then, and a fight has used the young heap. */
const FIRST_CROWD = 16;
const FIRST_FIGHT_S = 15;

/** Seconds for which each number of clients is kept before it is looked at. */
const STAY_S = 2;

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

function startServer(): Promise<Subject> {
  return startSubject(
    {
      ...{ SEATS: "16", FILL: "0", ARENA: "yards", ROUND_SECONDS: "3600" },
      ...{ JOIN_RATE: "0", REQUEST_RATE: "0", CONNECTIONS: "1000000", CONNECTIONS_PER_ADDRESS: "1000000" },
    },
    { script: SERVER, launcher: pinnedTo(0) },
  );
}

interface Taken {
  readonly rss: number;
  readonly heapUsed: number;
  readonly cpuSeconds: number;
}

function pointOf(count: number, empty: Taken, now: Taken, cpuMsPerS: number): Point {
  return {
    count,
    rssMB: now.rss / 1e6,
    heapMB: now.heapUsed / 1e6,
    rssKB: (now.rss - empty.rss) / 1000 / count,
    heapKB: (now.heapUsed - empty.heapUsed) / 1000 / count,
    cpuMsPerS,
  };
}

/** Lets clients come up to each of some numbers, stay, and looks at the server each time. */
async function curve(
  room: string,
  fights: boolean,
  numbers: readonly number[],
  staysS: number,
  firstS: number,
): Promise<Point[]> {
  const server = await startServer();
  const crowd = startApart({ script: CLIENTS, core: 1 });
  const points: Point[] = [];
  try {
    // Code is compiled and buffers have their size before anything is measured.
    const warm = startApart({ script: CLIENTS, core: 1 });
    warm.send({ port: server.port, room, clients: FIRST_CROWD, fights } satisfies Grow);
    await nextMessage<Grown>(warm);
    await wait(firstS);
    warm.kill();
    await wait(Math.min(1, staysS));
    const empty = await server.census("memory");
    for (const clients of numbers) {
      crowd.send({ port: server.port, room, clients, fights } satisfies Grow);
      const { open } = await nextMessage<Grown>(crowd);
      if (open !== clients) throw new Error(`${clients - open} of ${clients} clients were closed`);
      const before = await server.vitals();
      await wait(staysS);
      const after = await server.vitals();
      const cpuMsPerS = ((after.cpuSeconds - before.cpuSeconds) * 1000) / staysS;
      points.push(pointOf(clients, empty, await server.census("memory"), cpuMsPerS));
    }
    return points;
  } finally {
    crowd.kill();
    await server.stop("SIGKILL");
  }
}

/** Arenas in which nobody is; they tick all the same, until their time to wait for somebody is over. */
async function rooms(count: number): Promise<Point[]> {
  const server = await startServer();
  const ask = async (more: number) => {
    for (let i = 0; i < more; i++) {
      server.process.kill("SIGUSR2");
      // Signals of one kind that wait together are one.
      await wait(0.02);
    }
    return server.census("memory");
  };
  try {
    const empty = await ask(1);
    const full = await ask(count);
    return [pointOf(full.listedRooms - empty.listedRooms, empty, full, 0)];
  } finally {
    await server.stop("SIGKILL");
  }
}

async function measure(effort: Effort): Promise<MemoryFigures> {
  const { quick, say } = effort;
  const staysS = quick ? 0.3 : STAY_S;
  const measureKind: Readonly<Record<Kind, () => Promise<Point[]>>> = {
    idle: () => curve("idle", false, quick ? [10, 20] : [500, 1000, 2000, 5000, 10_000], staysS, staysS),
    fighting: () =>
      curve(
        "arena",
        true,
        quick ? [4, 8] : [32, 64, 128, 192, 256, 384, 512, 624],
        staysS,
        quick ? staysS : FIRST_FIGHT_S,
      ),
    rooms: () => rooms(quick ? 5 : 50),
  };
  const measured = await inTurn(effort, KINDS, async (kind) => {
    const points = await measureKind[kind]();
    say(kind);
    return [kind, points] as const;
  });
  const points = Object.fromEntries(measured) as Record<Kind, Point[]>;
  const first = points.idle[0]!;
  return { emptyMB: first.rssMB - (first.rssKB * first.count) / 1000, points };
}

function curveTable(title: string, head: string, points: readonly Point[], note: string): Table {
  return {
    title,
    columns: [
      { head },
      { head: "process MB" },
      { head: "heap MB" },
      { head: "kB each" },
      { head: "heap kB each" },
      { head: "server ms/s" },
    ],
    rows: points.map(({ count, rssMB, heapMB, rssKB, heapKB, cpuMsPerS }) => [
      ...[count.toLocaleString("en"), short(rssMB), short(heapMB), short(rssKB), short(heapKB)],
      short(cpuMsPerS),
    ]),
    notes: [note],
  };
}

export const memory: Section<MemoryFigures> = {
  name: "memory",
  title: "Memory",
  about:
    "The product's server in a process of its own, with lean clients over real WebSockets, from one process on another core. The process is " +
    "what the system counts as resident, the heap what is left after garbage collections; each figure is over what the same process " +
    "took after a first crowd had come and gone, by which the code is compiled. Idle clients hold a seat of a room that takes inputs and has a view for each, and in which nothing happens; fighting ones " +
    "steer, aim and fire sixty times a second in arenas of sixteen.",
  measure,
  account: ({ emptyMB, points }) => ({
    tables: [
      curveTable(
        "Idle clients",
        "clients",
        points.idle,
        `Wanted are at most ${BOUNDS.idle} kB each at 5,000; the first ones also pay for what grows once, such as the young part of the heap. The process without anybody takes ${short(emptyMB)} MB.`,
      ),
      curveTable(
        "Fighting players",
        "players",
        points.fighting,
        `Wanted are at most ${BOUNDS.fighting} kB each; what the first crowd has left behind is filled first.`,
      ),
      curveTable(
        "Arenas without anybody",
        "rooms",
        points.rooms,
        "The map, its ways and its sight are shared by all rooms.",
      ),
    ],
    pictures: [
      {
        name: "memory-idle",
        alt: "Kilobytes for each idle client against their number",
        chart: {
          kind: "lines",
          title: "Idle clients: kB each",
          xLabel: "clients",
          yLabel: "kB",
          bound: { y: BOUNDS.idle, name: "bound for the process" },
          curves: [
            { name: "process", points: points.idle.map(({ count, rssKB }) => [count, rssKB] as const) },
            { name: "heap", points: points.idle.map(({ count, heapKB }) => [count, heapKB] as const) },
          ],
        },
      },
      {
        name: "memory-fighting",
        alt: "Kilobytes for each fighting player against their number",
        chart: {
          kind: "lines",
          title: "Fighting players: kB each",
          xLabel: "players",
          yLabel: "kB",
          bound: { y: BOUNDS.fighting, name: "bound for the process" },
          curves: [
            { name: "process", points: points.fighting.map(({ count, rssKB }) => [count, rssKB] as const) },
            { name: "heap", points: points.fighting.map(({ count, heapKB }) => [count, heapKB] as const) },
          ],
        },
      },
    ],
  }),
};
