/** One server for all ways, in a process of its own. Counts bytes at its sockets and reads how old what comes is. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { WebSocketServer } from "ws";
import { tell } from "../apart.ts";
import { ageOf, DOWN_BYTES, STREAM_HZ, writeMessage } from "./ways.ts";

/** What the server has seen since it was asked last. */
export interface ServerCount {
  readonly cpuUs: number;
  readonly downBytes: number;
  readonly upBytes: number;
  /** Ages of the messages that came, in ms. */
  readonly ages: readonly number[];
}

/** Messages that are kept for those who ask later. */
const KEPT = 64;

const sockets = new Set<Socket>();
const readers = new Set<(message: string) => void>();
const kept: string[] = [];
let made = 0;
let ages: number[] = [];
let gone = { read: 0, written: 0 };

function received(message: string): void {
  ages.push(ageOf(message));
}

/** What has been made after a number, as lines. */
function since(cursor: number): string {
  const fresh = Math.min(made - cursor, kept.length);
  return fresh <= 0 ? "" : kept.slice(-fresh).join("\n");
}

function answer(response: ServerResponse, cursor: number): void {
  const body = since(cursor);
  response.writeHead(200, {
    ...{ "content-type": "text/plain", "cache-control": "no-store", "x-cursor": String(made) },
    "content-length": String(Buffer.byteLength(body)),
  });
  response.end(body);
}

function take(request: IncomingMessage, response: ServerResponse): void {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    body += chunk;
  });
  request.on("end", () => {
    received(body);
    response.writeHead(204).end();
  });
}

/** Sends each message as an event, on a connection that stays. */
function stream(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  const write = (message: string): void => void response.write(`data: ${message}\n\n`);
  readers.add(write);
  response.on("close", () => readers.delete(write));
}

/** Answers as soon as there is something new. */
function hold(response: ServerResponse, cursor: number): void {
  if (made > cursor) {
    answer(response, cursor);
    return;
  }
  const write = (): void => {
    readers.delete(write);
    answer(response, cursor);
  };
  readers.add(write);
  response.on("close", () => readers.delete(write));
}

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  const cursor = Number(url.searchParams.get("cursor") ?? made);
  switch (url.pathname) {
    case "/up":
      return take(request, response);
    case "/sse":
      return stream(response);
    case "/longpoll":
      return hold(response, cursor);
    default:
      return answer(response, cursor);
  }
});
server.keepAliveTimeout = 60_000;
server.on("connection", (socket) => {
  socket.setNoDelay(true);
  sockets.add(socket);
  socket.on("close", () => {
    sockets.delete(socket);
    gone = { read: gone.read + socket.bytesRead, written: gone.written + socket.bytesWritten };
  });
});

const upgrades = new WebSocketServer({ server, perMessageDeflate: false });
upgrades.on("connection", (socket) => {
  const write = (message: string): void => socket.send(message);
  readers.add(write);
  socket.on("message", (data) => received(data.toString()));
  socket.on("close", () => readers.delete(write));
});

const began = performance.now();
function make(): void {
  made += 1;
  const message = writeMessage(made, DOWN_BYTES);
  kept.push(message);
  if (kept.length > KEPT) kept.shift();
  for (const write of [...readers]) write(message);
  setTimeout(make, Math.max(0, began + (made * 1000) / STREAM_HZ - performance.now()));
}

let last = { cpuUs: 0, read: 0, written: 0 };

/** All since the last time. */
function count(): ServerCount {
  const { user, system } = process.cpuUsage();
  let { read, written } = gone;
  for (const socket of sockets) {
    read += socket.bytesRead;
    written += socket.bytesWritten;
  }
  const now = { cpuUs: user + system, read, written };
  const counted = {
    cpuUs: now.cpuUs - last.cpuUs,
    downBytes: now.written - last.written,
    upBytes: now.read - last.read,
    ages,
  };
  last = now;
  ages = [];
  return counted;
}

server.listen(0, "127.0.0.1", () => {
  // When only what goes up is measured, nothing goes down.
  if (process.argv[2] === "down") make();
  process.on("message", () => tell(count()));
  tell({ port: (server.address() as AddressInfo).port });
});
