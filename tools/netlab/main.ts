/**
 * `npm run netlab`: measures the laboratory itself. The same stream goes through the proxy and over the real path, at
 * several losses; where the proxy stands for a lossy TCP path rightly, both columns say the same. Table of docs/netlab.md.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import {
  isInNamespace,
  obstacleToRoads,
  openLink,
  openRoad,
  type Reshape,
  runInNamespace,
} from "./netlab.ts";

const ECHO = fileURLToPath(new URL("echo.ts", import.meta.url));

/** A stream like that of a player: inputs a second, bytes of each, and how many are measured. */
const STREAM = { hz: 60, bytes: 150, count: 1200 };
const LOSSES = [0, 0.01, 0.02, 0.05];
/** How long the last echoes may take, in ms. */
const LAST_MS = 1500;

/** Round trips of a stream to an echo, in ms, sorted. */
async function measure(host: string, port: number): Promise<number[]> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, "connect");
  const trips: number[] = [];
  const sentAt: number[] = [];
  let echoed = 0;
  socket.on("data", (chunk: Buffer) => {
    echoed += chunk.length;
    while (trips.length < Math.floor(echoed / STREAM.bytes)) {
      trips.push(performance.now() - sentAt[trips.length]!);
    }
  });
  const began = performance.now();
  for (let i = 0; i < STREAM.count; i++) {
    const inMs = Math.max(0, began + (i * 1000) / STREAM.hz - performance.now());
    await new Promise((resolve) => setTimeout(resolve, inMs));
    sentAt.push(performance.now());
    socket.write(Buffer.alloc(STREAM.bytes));
  }
  await new Promise((resolve) => setTimeout(resolve, LAST_MS));
  socket.destroy();
  return trips.sort((a, b) => a - b);
}

/** An echo of its own, at this end or at another one. Returns its port. */
async function startEcho(launcher: readonly string[]): Promise<{ port: number; stop(): void }> {
  const [command, ...args] = [...launcher, process.execPath, ECHO];
  const echo = spawn(command!, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(echo.stdout, "data");
  return { port: Number(said), stop: () => echo.kill() };
}

async function overProxy(shape: Reshape): Promise<number[]> {
  const echo = await startEcho([]);
  const link = await openLink(echo.port, shape);
  const trips = await measure("127.0.0.1", Number(new URL(link.endpoint).port));
  await link.close();
  echo.stop();
  return trips;
}

async function overRoad(shape: Reshape): Promise<{ trips: number[]; congestion: string }> {
  const road = await openRoad(shape);
  const echo = await startEcho(road.enter);
  const trips = await measure(road.host, echo.port);
  echo.stop();
  await road.close();
  return { trips, congestion: road.congestion };
}

/** One row of the table. */
function row(loss: number, path: string, trips: readonly number[]): string {
  const at = (share: number): string =>
    trips[Math.min(trips.length - 1, Math.floor(trips.length * share))]!.toFixed(0);
  const cells = [`${loss * 100} %`, path, at(0.5), at(0.9), at(0.95), at(0.99), at(1)];
  return `| ${cells.map((cell) => cell.padStart(5)).join(" | ")} |`;
}

async function compare(): Promise<void> {
  console.log(
    `round trips in ms, ${STREAM.hz} x ${STREAM.bytes} B a second, 25 ms and up to 8 ms of jitter each way`,
  );
  console.log("|  loss |  path |   p50 |   p90 |   p95 |   p99 |   max |");
  for (const loss of LOSSES) {
    const shape = { delayMs: 25, jitterMs: 8, loss };
    console.log(row(loss, "proxy", await overProxy(shape)));
    const { trips, congestion } = await overRoad(shape);
    console.log(row(loss, congestion, trips));
  }
}

const obstacle = obstacleToRoads();
if (obstacle !== null) console.log(`skipped: no real TCP path on this machine: ${obstacle}`);
else if (isInNamespace()) await compare();
else process.exitCode = runInNamespace();
