/** The thread of the attack, so that it costs the measured player no time of its own event loop. */
import { parentPort, workerData } from "node:worker_threads";
import { type Attack, attack } from "./attack.ts";

const { damage, end } = attack(workerData as Attack);

parentPort?.on("message", (wish: "report" | "end") => {
  if (wish === "end") end();
  parentPort?.postMessage(damage);
  if (wish === "end") parentPort?.close();
});
