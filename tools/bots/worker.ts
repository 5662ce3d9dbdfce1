/** A thread full of players. Told when whom to bring in, asked once a second what came of it. */
import { parentPort, workerData } from "node:worker_threads";
import "./socket.ts";
import type { Ask, Task } from "./crew.ts";
import { collectGarbage, watchHeld } from "./held.ts";
import type { Report } from "./ledger.ts";
import { createTroupe } from "./troupe.ts";

// The SDK tells the console of each return, and of news that come before a session listens; the ledger has what counts.
console.info = () => {};
console.warn = () => {};

const port = parentPort;
if (port === null) throw new Error("this is a part of npm run bots");
const troupe = createTroupe(workerData as Task);
const held = watchHeld();
port.on("message", async (ask: Ask) => {
  if (ask === "leave") await troupe.leave();
  const report = troupe.report();
  if (ask === "weigh") collectGarbage();
  port.postMessage({ ...report, heldBytes: held.take() } satisfies Report);
});
