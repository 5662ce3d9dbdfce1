import { connect } from "node:net";
import { encodeFrame, type Frame, type FrameOptions, FrameReader } from "./frame.ts";
import { type Handshake, type HttpResponse, parseResponse, request } from "./handshake.ts";

/** A connection after the server has answered its handshake, accepted or not. */
export interface Wire {
  readonly response: HttpResponse;
  /** Frames that came and were not taken by `next`. */
  readonly frames: readonly Frame[];
  /** True once the server has closed its side of the TCP connection. */
  readonly ended: boolean;
  /** Sends bytes as they are; several calls reach the server in order. */
  write(bytes: Uint8Array | string): void;
  /** Sends one frame. */
  send(frame: FrameOptions): void;
  /** Takes frames until one fits, and gives that; rejects when the connection ends or time is up before. */
  next(fits: (frame: Frame) => boolean, what: string): Promise<Frame>;
  /** Resolves once the server has closed its side; rejects when it does not. */
  end(): Promise<void>;
  /** Closes this side of TCP and goes on reading. */
  finish(): void;
  /** Drops the connection. */
  destroy(): void;
}

/** Milliseconds until a wait is given up: far above what any honest answer takes on a busy machine. */
const PATIENCE_MS = 5000;

/**
 * Connects to a port of this machine, sends a handshake and waits for the head of the answer. No frame is answered by
 * itself, not even a PING.
 * @param target path and query
 */
export function connectWire(port: number, target: string, handshake: Handshake = {}): Promise<Wire> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
  const reader = new FrameReader();
  const frames: Frame[] = [];
  let head: Buffer | null = Buffer.alloc(0);
  let ended = false;
  let wake = (): void => {};

  /** Resolves as soon as the condition holds; looked at whenever something came. */
  const until = (condition: () => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(new Error(`waited ${PATIENCE_MS} ms for ${what}`)), PATIENCE_MS);
      const settle = (error?: Error): void => {
        clearTimeout(timer);
        wake = () => {};
        if (error === undefined) resolve();
        else reject(error);
      };
      wake = () => {
        if (condition()) settle();
        else if (ended) settle(new Error(`the connection ended before ${what}`));
      };
      wake();
    });

  return new Promise((resolve, reject) => {
    const wire = (response: HttpResponse): Wire => ({
      response,
      frames,
      get ended() {
        return ended;
      },
      write: (bytes) => void socket.write(bytes),
      send: (frame) => void socket.write(encodeFrame(frame)),
      async next(fits, what) {
        await until(() => frames.some(fits), what);
        return frames.splice(0, frames.findIndex(fits) + 1).at(-1)!;
      },
      end: () => until(() => ended, "the end of the connection"),
      finish: () => void socket.end(),
      destroy: () => void socket.destroy(),
    });
    socket.on("data", (chunk) => {
      if (head === null) {
        frames.push(...reader.push(chunk));
        wake();
        return;
      }
      head = Buffer.concat([head, chunk]);
      const parsed = parseResponse(head);
      if (parsed === null) return;
      head = null;
      if (parsed.response.status === 101) frames.push(...reader.push(parsed.rest));
      resolve(wire(parsed.response));
    });
    const over = (): void => {
      ended = true;
      if (head !== null) reject(new Error("the connection ended without an answer"));
      wake();
    };
    socket.on("end", over);
    socket.on("close", over);
    // A reset is one way to end; whoever waits learns it from "close".
    socket.on("error", () => {});
    socket.setTimeout(PATIENCE_MS * 2, () => socket.destroy());
    socket.write(request(`127.0.0.1:${port}`, target, handshake));
  });
}
