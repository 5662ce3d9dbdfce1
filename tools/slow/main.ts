/**
 * `npm run test:slow [-- SECONDS]`: 50 players who never read, beside 8 who do. Prints what the server holds for them and
 * what the others get of it; fails when its memory grows by 64 MB or the others lose patches.
 *
 * On loopback the kernel's buffers swallow minutes of the game. A room of tests/fixtures/troubledServer.ts, the real
 * server with 16 kB of events in each patch, gets to the server's own within seconds.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { joinRaw, type RunningServer, startServer } from "../headless/index.ts";
import { type Deaf, joinDeaf } from "./deaf.ts";

const SCRIPT = fileURLToPath(new URL("../../tests/fixtures/troubledServer.ts", import.meta.url));
const SETTINGS = {
  ARENA: "foundry",
  SEATS: "32",
  FILL: "16",
  JOIN_RATE: "0",
  REQUEST_RATE: "0",
  LOG_LEVEL: "debug",
};

const DEAF = 50;
const READERS = 8;
/** Seconds in which the readers are alone, for comparison. */
const ALONE_S = 5;
const MOST_GROWTH_MB = 64;
/** How much of their patch rate the others keep, at least; a busy machine alone makes it waver by some percent. */
const LEAST_SHARE = 0.9;

const seconds = Number(process.argv[2] ?? 60);
if (!(seconds >= 10 && seconds <= 3600)) {
  console.error(`SECONDS is "${process.argv[2]}", allowed is 10 to 3600`);
  process.exit(2);
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resident memory of a process, in MB. */
function residentMb(server: RunningServer): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(server.process.pid)]).toString()) / 1024;
}

function count(server: RunningServer, message: string): number {
  return server.output().split(`"msg":"${message}`).length - 1;
}

/** Patches a second of each reader over some time. */
async function rates(
  readers: readonly { patches(): number }[],
  during: () => Promise<void>,
): Promise<number[]> {
  const before = readers.map((reader) => reader.patches());
  const began = performance.now();
  await during();
  const took = (performance.now() - began) / 1000;
  return readers.map((reader, i) => (reader.patches() - before[i]!) / took);
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length;

const server = await startServer(SETTINGS, { script: SCRIPT });
const deaf: Deaf[] = [];
try {
  // The deaf fill this room and the next, so both are fed.
  const readers = [await joinRaw(server.endpoint, "Glutton")];
  for (let i = 1; i < READERS; i++) readers.push(await joinRaw(server.endpoint, `Reader ${i}`));
  await sleep(2000);
  const alone = mean(await rates(readers, () => sleep(ALONE_S * 1000)));
  const before = residentMb(server);
  let peak = before;

  for (let i = 0; i < DEAF; i++)
    deaf.push(await joinDeaf(server.endpoint, i === DEAF - 1 ? "Glutton" : `Deaf ${i}`));
  console.log("  time    resident    behind   closed");
  const beside = await rates(readers, async () => {
    const began = performance.now();
    for (let second = 1; second <= seconds; second++) {
      for (const one of deaf) one.keepAlive();
      await sleep(Math.max(0, began + second * 1000 - performance.now()));
      const now = residentMb(server);
      peak = Math.max(peak, now);
      if (second % 5 !== 0) continue;
      const behind = count(server, "client lags") - count(server, "client has caught up");
      const closed = deaf.filter((one) => one.gone).length;
      console.log(
        `${String(second).padStart(4)} s ${now.toFixed(1).padStart(8)} MB ${String(behind).padStart(9)} ${String(closed).padStart(8)}`,
      );
    }
  });
  const behind = count(server, "client lags");
  const growth = peak - before;
  const share = Math.min(...beside) / alone;
  console.log(
    `\n${DEAF} players who never read for ${seconds} s, ${behind} of them behind: resident memory from ` +
      `${before.toFixed(1)} to at most ${peak.toFixed(1)} MB (+${growth.toFixed(1)} MB; allowed is ${MOST_GROWTH_MB})\n` +
      `the ${READERS} others: ${mean(beside).toFixed(1)} patches/s, ${Math.min(...beside).toFixed(1)} for the slowest; ` +
      `${alone.toFixed(1)} when they were alone`,
  );
  const held = growth < MOST_GROWTH_MB && share >= LEAST_SHARE && behind === DEAF;
  console.log(held ? "held" : "NOT HELD");
  process.exitCode = held ? 0 : 1;
  for (const reader of readers) await reader.leave();
} finally {
  for (const one of deaf) one.destroy();
  await server.stop("SIGKILL");
}
