import { type Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { ARENA_ROOM, type JoinOptions, PROTOCOL_VERSION } from "../../shared/protocol.ts";
import { CLOSE, encodeFrame, FrameReader, PING, PONG, parseResponse, request } from "../wire/index.ts";

/** The server did not answer in time: what a hang looks like from outside. */
export class HangError extends Error {
  override name = "HangError";
}

/** Milliseconds after which an answer that must come counts as a hang; a busy machine takes a second or two. */
const PATIENCE_MS = 10_000;

/** One TCP connection that says whatever it is told to. */
export interface Enemy {
  /** Status of the HTTP answer, or null while there is none. */
  readonly status: number | null;
  /** Code of the server's CLOSE frame, or null. */
  readonly closeCode: number | null;
  readonly over: boolean;
  write(bytes: Uint8Array | string): void;
  /** Waits for the HTTP answer or the end, at most some ms. */
  answered(withinMs: number): Promise<void>;
  /**
   * Waits until everything that was written has been handled: a PING is answered after it, or the connection ended.
   * Without `withinMs` silence is a hang and throws HangError.
   */
  confirmed(withinMs?: number): Promise<"alive" | "over" | "silent">;
  /** Waits for the server to end the connection; throws HangError when it does not. */
  ended(): Promise<void>;
  /** Resets the connection. */
  drop(): void;
}

/**
 * Connects to a server of this machine.
 * @param from loopback address to come from, such as 127.0.0.2
 */
export function connectEnemy(port: number, from: string): Promise<Enemy> {
  const socket = connect({ port, host: "127.0.0.1", localAddress: from, noDelay: true });
  const reader = new FrameReader();
  let head: Buffer = Buffer.alloc(0);
  let status: number | null = null;
  let closeCode: number | null = null;
  let over = false;
  let pinged = 0;
  let ponged = 0;
  let wake = (): void => {};

  const hear = (bytes: Buffer): void => {
    for (const frame of reader.push(bytes)) {
      if (frame.opcode === PONG && frame.payload.length === 4) ponged = frame.payload.readUInt32BE(0);
      if (frame.opcode === CLOSE && frame.payload.length >= 2) closeCode = frame.payload.readUInt16BE(0);
      // A peer that says CLOSE waits for ours before it lets go of the connection.
      if (frame.opcode === CLOSE) socket.destroy();
    }
  };
  socket.on("data", (chunk) => {
    if (status === 101) hear(chunk);
    else if (status === null) {
      head = Buffer.concat([head, chunk]);
      const parsed = parseResponse(head);
      if (parsed !== null) {
        status = parsed.response.status;
        if (status === 101) hear(parsed.rest);
      }
    }
    wake();
  });
  const until = (condition: () => boolean, withinMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      const settle = (): void => {
        clearTimeout(timer);
        wake = () => {};
        resolve(condition());
      };
      const timer = setTimeout(settle, withinMs);
      wake = () => {
        if (condition()) settle();
      };
      wake();
    });

  const enemy: Enemy = {
    get status() {
      return status;
    },
    get closeCode() {
      return closeCode;
    },
    get over() {
      return over;
    },
    write(bytes) {
      if (!over) socket.write(bytes);
    },
    async answered(withinMs) {
      await until(() => status !== null || over, withinMs);
    },
    async confirmed(withinMs) {
      pinged += 1;
      const token = Buffer.alloc(4);
      token.writeUInt32BE(pinged);
      enemy.write(encodeFrame({ opcode: PING, payload: token }));
      const heard = await until(() => over || ponged === pinged, withinMs ?? PATIENCE_MS);
      if (!heard && withinMs === undefined) throw new HangError(`a ping got no answer for ${PATIENCE_MS} ms`);
      if (!heard) return "silent";
      return over ? "over" : "alive";
    },
    async ended() {
      if (!(await until(() => over, PATIENCE_MS))) throw new HangError("a connection was not ended");
    },
    drop() {
      if (!over) socket.resetAndDestroy();
    },
  };
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(enemy));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") reject(error);
    });
    socket.on("end", () => socket.destroy());
    socket.on("close", () => {
      over = true;
      resolve(enemy);
      wake();
    });
  });
}

/** Asks matchmaking for a seat in a room, or in any. Returns path and query of the socket, or null when refused. */
export function askForSeat(
  port: number,
  agent: Agent,
  name: string,
  roomId: string | null,
): Promise<{ readonly target: string; readonly roomId: string } | null> {
  const options: JoinOptions = { name, protocol: PROTOCOL_VERSION };
  const path = roomId === null ? `/matchmake/joinOrCreate/${ARENA_ROOM}` : `/matchmake/joinById/${roomId}`;
  return new Promise((resolve, reject) => {
    const asking = httpRequest(
      {
        agent,
        port,
        host: "127.0.0.1",
        path,
        method: "POST",
        headers: { "content-type": "application/json" },
      },
      (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => {
          body += chunk.toString();
        });
        response.on("end", () => {
          if (response.statusCode !== 200) return resolve(null);
          const seat = JSON.parse(body) as Record<"processId" | "roomId" | "sessionId", string>;
          resolve({
            roomId: seat.roomId,
            target: `/${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`,
          });
        });
      },
    );
    asking.setTimeout(PATIENCE_MS, () => asking.destroy(new HangError("matchmaking did not answer")));
    asking.on("error", (error: NodeJS.ErrnoException) => {
      // A kept connection may be closed by the server at the moment of its use.
      if (error.code === "ECONNRESET") resolve(null);
      else reject(error);
    });
    asking.end(JSON.stringify(options));
  });
}

/** Opens the socket of a target and waits for the server's 101; null when it is refused. */
export async function openSocket(port: number, from: string, target: string): Promise<Enemy | null> {
  const enemy = await connectEnemy(port, from);
  enemy.write(request(`127.0.0.1:${port}`, target));
  await enemy.answered(PATIENCE_MS);
  if (enemy.status === 101) return enemy;
  if (enemy.status === null && !enemy.over) throw new HangError("a handshake got no answer");
  enemy.drop();
  return null;
}
