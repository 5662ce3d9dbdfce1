/** Two attacks on a server of this machine: connections that dawdle, and joins as fast as they go. */
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { ARENA_ROOM, PROTOCOL_VERSION } from "../../shared/protocol.ts";

export interface Attack {
  /** Port on 127.0.0.1. */
  readonly port: number;
  /** The address of this machine that the attack comes from, such as 127.0.0.2. */
  readonly from: string;
  /** Connections that send one byte of a header a second, for ever; each one that is closed is opened anew. */
  readonly dawdlers: number;
  /** Requests for a seat a second. */
  readonly joinsPerSecond: number;
}

/** What came of an attack so far. */
export interface Damage {
  /** Dawdling connections at the moment, and how many the server has closed. */
  dawdling: number;
  closed: number;
  /** Requests for a seat sent, and their answers by status; 0 is a connection that broke. */
  joins: number;
  readonly answers: Record<number, number>;
}

/** Milliseconds between two batches of joins. */
const BATCH_MS = 20;

/** Connections that the joins share. */
const FLOOD_SOCKETS = 64;

const BYTE_MS = 1000;

/** Begins the attack. Returns its counts, which go on, and a way to end it. */
export function attack({ port, from, dawdlers, joinsPerSecond }: Attack): {
  damage: Damage;
  end: () => void;
} {
  const damage: Damage = { dawdling: 0, closed: 0, joins: 0, answers: {} };
  const sockets = new Set<Socket>();
  let ended = false;

  const dawdle = (): void => {
    const socket = connect({ port, host: "127.0.0.1", localAddress: from });
    sockets.add(socket);
    damage.dawdling += 1;
    socket.on("connect", () => socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
    socket.on("error", () => socket.destroy());
    // Reads the server's answer, if only to notice the end.
    socket.resume();
    socket.on("close", () => {
      sockets.delete(socket);
      damage.dawdling -= 1;
      damage.closed += 1;
      if (!ended) setTimeout(dawdle, BATCH_MS);
    });
  };
  for (let i = 0; i < dawdlers; i++) dawdle();
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write("x");
  }, BYTE_MS);

  const agent = new Agent({ keepAlive: true, maxSockets: FLOOD_SOCKETS, localAddress: from });
  const body = JSON.stringify({ name: "Flood", protocol: PROTOCOL_VERSION });
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const path = `/matchmake/joinOrCreate/${ARENA_ROOM}`;
  const note = (status: number): void => {
    damage.answers[status] = (damage.answers[status] ?? 0) + 1;
  };
  const join = (): void => {
    damage.joins += 1;
    const asked = request({ port, host: "127.0.0.1", method: "POST", path, headers, agent }, (answer) => {
      note(answer.statusCode ?? 0);
      answer.resume();
    });
    asked.on("error", () => note(0));
    asked.end(body);
  };
  const began = performance.now();
  const flood = setInterval(() => {
    const due = ((performance.now() - began) * joinsPerSecond) / 1000;
    while (damage.joins < due) join();
  }, BATCH_MS);

  return {
    damage,
    end() {
      ended = true;
      clearInterval(drip);
      clearInterval(flood);
      agent.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}
