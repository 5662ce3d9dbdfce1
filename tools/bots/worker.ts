/** A thread full of players. Told when whom to bring in, asked once a second what came of it. */
import { parentPort, workerData } from "node:worker_threads";
import "./socket.ts";
import type { Ask, Task } from "./crew.ts";
import { createTroupe } from "./troupe.ts";

// The SDK tells the console of each return, and of news that come before a session listens; the ledger has what counts.
console.info = () => {};
console.warn = () => {};

const port = parentPort;
if (port === null) throw new Error("this is a part of npm run bots");
const troupe = createTroupe(workerData as Task);
port.on("message", async (ask: Ask) => {
  if (ask === "report") port.postMessage(troupe.report());
  else {
    await troupe.leave();
    port.postMessage(troupe.report());
  }
});
