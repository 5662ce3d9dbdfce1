/** The same stream by WebSocket, server-sent events, long polling and polling. */
import { openLink } from "../../netlab/netlab.ts";
import { nextMessage, startApart } from "../apart.ts";
import { type Effort, inTurn, type Section, type Table } from "../section.ts";
import { quantile, ratioOf, type Spread, short, spreadOf, spreadText } from "../spread.ts";
import type { ClientCount, Crowd } from "./clients.ts";
import type { ServerCount } from "./server.ts";
import { type Direction, DOWN_BYTES, STREAM_HZ, UP_BYTES, WAYS, type Way } from "./ways.ts";

/** Round trips in ms; the longer one through the network laboratory's link, where processor time is not looked at. */
const RTTS = [0, 50] as const;
type Rtt = (typeof RTTS)[number];

/** What to conclude of each row. */
const CONCLUSIONS: Readonly<Record<Direction, Readonly<Partial<Record<Way, string>>>>> = {
  down: {
    websocket: "the yardstick: a few bytes of framing, pushed the moment there is something",
    sse:
      "equals the WebSocket in bytes and on the way: a stream that only flows down has no need of one; Node takes longer over a piece " +
      "of an answer than over a frame",
    longpoll: "a request for each message: headers both ways, and a round trip until the next can come",
    poll: "the same headers, and on top of the way half a period of waiting and the wait for the last answer",
  },
  up: {
    websocket: "what games need it for: six bytes of framing, and order kept",
    post: "what SSE, long polling and polling have in its place: a browser's headers with each input, and no order",
  },
};

/** One run of one way in one direction. */
interface Run {
  /** On the wire a message, without TCP/IP; handshakes and headers of HTTP included. */
  readonly downBytes: number;
  readonly upBytes: number;
  readonly serverUs: number;
  readonly clientUs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly messages: number;
}

interface Row {
  readonly way: Way;
  readonly direction: Direction;
  readonly rttMs: Rtt;
  readonly downBytes: Spread;
  readonly upBytes: Spread;
  readonly serverUs: Spread;
  readonly clientUs: Spread;
  readonly timesWebSocketCpu: Spread;
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
  readonly messages: number;
}

export interface TransportFigures {
  readonly rows: readonly Row[];
}

const SERVER = new URL("server.ts", import.meta.url);
const CLIENTS = new URL("clients.ts", import.meta.url);

/** Clients on loopback, and behind the link. */
const CLIENTS_NEAR = 50;
const CLIENTS_FAR = 10;

/** Seconds until connections have settled, and for which they are looked at. */
const SETTLE_S = 0.7;
const SECONDS = 2.5;

/** Turns of all ways on loopback; behind the link, where only ages are looked at, one is enough. */
const TURNS = 3;

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Lets a stretch of time pass, and gives what server and clients have seen in it. */
async function stretch(way: Way, direction: Direction, rttMs: Rtt, clients: number, seconds: number) {
  const server = startApart({ script: SERVER, core: 0, arguments: [direction] });
  const { port } = await nextMessage<{ port: number }>(server);
  const link = rttMs === 0 ? null : await openLink(port, { delayMs: rttMs / 2 });
  const peers = startApart({ script: CLIENTS, core: 1 });
  const both = async () => {
    const answers = [nextMessage<ServerCount>(server), nextMessage<ClientCount>(peers)] as const;
    server.send({});
    peers.send({});
    return Promise.all(answers);
  };
  const settleS = Math.min(SETTLE_S, seconds);
  const crowd: Crowd = { way, direction, clients, endpoint: link?.endpoint ?? `http://127.0.0.1:${port}` };
  try {
    peers.send(crowd);
    await nextMessage(peers);
    await wait(settleS);
    await both();
    await wait(seconds);
    return await both();
  } finally {
    peers.kill();
    server.kill();
    await link?.close();
  }
}

async function measureRun(
  way: Way,
  direction: Direction,
  rttMs: Rtt,
  clients: number,
  seconds: number,
): Promise<Run> {
  const [server, peers] = await stretch(way, direction, rttMs, clients, seconds);
  const ages = [...(direction === "down" ? peers.ages : server.ages)].sort((a, b) => a - b);
  const messages = ages.length;
  return {
    downBytes: server.downBytes / messages,
    upBytes: server.upBytes / messages,
    serverUs: server.cpuUs / messages,
    clientUs: peers.cpuUs / messages,
    p50Ms: quantile(ages, 0.5),
    p99Ms: quantile(ages, 0.99),
    messages,
  };
}

/** All ways of one direction at one round trip, in turn. */
async function compare(direction: Direction, rttMs: Rtt, effort: Effort): Promise<Row[]> {
  const { quick, say } = effort;
  const ways: readonly Way[] = WAYS[direction];
  const runs = new Map(ways.map((way) => [way, [] as Run[]]));
  const clients = quick ? 3 : rttMs === 0 ? CLIENTS_NEAR : CLIENTS_FAR;
  for (let turn = 0; turn < (quick || rttMs > 0 ? 1 : TURNS); turn++) {
    await inTurn(effort, ways, async (way) => {
      runs.get(way)!.push(await measureRun(way, direction, rttMs, clients, quick ? 1 : SECONDS));
    });
  }
  say(`${direction}, ${rttMs} ms`);
  const cpu = (way: Way): number[] => runs.get(way)!.map(({ serverUs }) => serverUs);
  return ways.map((way): Row => {
    const spread = (of: (run: Run) => number): Spread => spreadOf(runs.get(way)!.map(of));
    return {
      ...{ way, direction, rttMs },
      downBytes: spread(({ downBytes }) => downBytes),
      upBytes: spread(({ upBytes }) => upBytes),
      serverUs: spread(({ serverUs }) => serverUs),
      clientUs: spread(({ clientUs }) => clientUs),
      timesWebSocketCpu: ratioOf(cpu(way), cpu("websocket")),
      p50Ms: spread(({ p50Ms }) => p50Ms),
      p99Ms: spread(({ p99Ms }) => p99Ms),
      messages: runs.get(way)!.reduce((sum, run) => sum + run.messages, 0),
    };
  });
}

async function measure(effort: Effort): Promise<TransportFigures> {
  const cases = RTTS.flatMap((rttMs) => (["down", "up"] as const).map((direction) => ({ rttMs, direction })));
  const rows: Row[] = [];
  for (const { rttMs, direction } of cases) rows.push(...(await compare(direction, rttMs, effort)));
  return { rows };
}

function costTable(rows: readonly Row[], direction: Direction): Table {
  const own = rows.filter((row) => row.direction === direction && row.rttMs === 0);
  const far = (way: Way): Row =>
    rows.find((row) => row.direction === direction && row.way === way && row.rttMs === 50)!;
  const bytes = direction === "down" ? DOWN_BYTES : UP_BYTES;
  return {
    title: `${direction === "down" ? "Down" : "Up"}: ${STREAM_HZ} messages a second of ${bytes} bytes, a message`,
    columns: [
      { head: "way", words: true },
      { head: "bytes down" },
      { head: "bytes up" },
      { head: "server us" },
      { head: "times WebSocket's" },
      { head: "client us" },
      { head: "0 ms: p50 / p99 ms" },
      { head: "50 ms: p50 / p99 ms" },
    ],
    rows: own.map((row) => [
      row.way,
      short(row.downBytes.median),
      short(row.upBytes.median),
      short(row.serverUs.median),
      spreadText(row.timesWebSocketCpu),
      short(row.clientUs.median),
      `${short(row.p50Ms.median)} / ${short(row.p99Ms.median)}`,
      `${short(far(row.way).p50Ms.median)} / ${short(far(row.way).p99Ms.median)}`,
    ]),
    notes: own.map(({ way }) => `${way}: ${CONCLUSIONS[direction][way] ?? ""}.`),
  };
}

export const transport: Section<TransportFigures> = {
  name: "transport",
  title: "WebSocket, server-sent events, polling",
  about:
    `One server and one source of text, told by each way in turn to ${CLIENTS_NEAR} clients with a browser's headers, on connections that ` +
    `are kept; polling asks with a cursor, as often as there is something new, and loses nothing. Bytes are those of the server's ` +
    `sockets, TCP's own not included. With 50 ms of round trip there are ${CLIENTS_FAR} clients, behind the network laboratory's link.`,
  measure,
  account: ({ rows }) => ({
    tables: [costTable(rows, "down"), costTable(rows, "up")],
    pictures: [
      {
        name: "transport-bytes",
        alt: "Bytes on the wire for each message, down and up together, by transport and direction",
        chart: {
          kind: "bars",
          title: "Bytes on the wire a message",
          unit: "bytes",
          parts: ["down", "up"],
          bars: rows
            .filter(({ rttMs }) => rttMs === 0)
            .map(({ way, direction, downBytes, upBytes }) => ({
              name: `${direction}: ${way}`,
              values: [downBytes.median, upBytes.median],
            })),
        },
      },
    ],
  }),
};
