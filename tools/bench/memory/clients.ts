/** Lean clients in a process of their own: they join and answer as the protocol wants it, and read nothing of the state. */
import { Agent, request } from "node:http";
import { Protocol } from "@colyseus/core";
import { WebSocket } from "ws";
import { TICK_MS } from "../../../shared/content/index.ts";
import { createRandom } from "../../../shared/math/index.ts";
import { PROTOCOL_VERSION } from "../../../shared/protocol.ts";
import { Button, STEER_MAX } from "../../../shared/sim/index.ts";
import { tell } from "../apart.ts";

/** What is asked: so many clients in all. */
export interface Grow {
  readonly port: number;
  readonly room: string;
  readonly clients: number;
  /** Whether they steer, aim and fire on every tick, or say nothing. */
  readonly fights: boolean;
}

/** What the parent is told once they are there. */
export interface Grown {
  readonly open: number;
  readonly tookMs: number;
}

/** Joins under way at a time. */
const AT_ONCE = 40;

// A connection of its own for each: one that is kept may be closed by the server in the moment in which it is used again.
const agent = new Agent({ maxSockets: AT_ONCE });
const sockets: WebSocket[] = [];
let closed = 0;

interface Seat {
  readonly processId: string;
  readonly roomId: string;
  readonly sessionId: string;
}

function reserve({ port, room }: Grow, name: string): Promise<Seat> {
  const body = JSON.stringify({ name, protocol: PROTOCOL_VERSION });
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": body.length };
    const path = `/matchmake/joinOrCreate/${room}`;
    const asked = request({ host: "127.0.0.1", port, path, method: "POST", agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(JSON.parse(text) as Seat);
        else reject(new Error(`no seat: ${response.statusCode} ${text}`));
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

async function join(grow: Grow, name: string): Promise<void> {
  const { processId, roomId, sessionId } = await reserve(grow, name);
  const url = `ws://127.0.0.1:${grow.port}/${processId}/${roomId}?sessionId=${sessionId}`;
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.once("message", () => {
      socket.send(Uint8Array.of(Protocol.JOIN_ROOM));
      resolve();
    });
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    closed += 1;
  });
  sockets.push(socket);
}

const random = createRandom(8);
let fighting = false;

/** The fields of an input: each in front of its value by its number. */
function fight(): void {
  const angle = random.range(0, 2 * Math.PI);
  const turned = random.int(0x10000);
  const frame = Uint8Array.of(
    Protocol.ROOM_INPUT_RELIABLE,
    ...[0x80, Math.round(Math.cos(angle) * STEER_MAX) & 0xff],
    ...[0x81, Math.round(Math.sin(angle) * STEER_MAX) & 0xff],
    ...[0x82, turned & 0xff, turned >> 8],
    ...[0x83, random.next() < 0.5 ? Button.fire : 0],
  );
  for (const socket of sockets) if (socket.readyState === WebSocket.OPEN) socket.send(frame);
}

process.on("message", async (grow: Grow) => {
  const began = performance.now();
  let next = sockets.length;
  const work = async (): Promise<void> => {
    while (next < grow.clients) await join(grow, `Lean ${next++}`);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (grow.fights && !fighting) {
    fighting = true;
    setInterval(fight, TICK_MS);
  }
  const grown: Grown = { open: sockets.length - closed, tookMs: performance.now() - began };
  tell(grown);
});
